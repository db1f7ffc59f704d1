import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useDraft } from '../data/draft'
import type { Draft } from '../data/draft'
import { errorWords } from '../data/run'
import './draft-field.css'

export interface DraftFieldProps {
  readonly label: string
  /** Unique for the value: what is being typed is kept under it, also over a crash. */
  readonly draftKey: string
  /** The value in the store as text to edit. */
  readonly saved: string
  readonly type?: 'text' | 'date' | 'email' | 'tel' | 'url'
  readonly isLong?: boolean
  /** `quiet` has no frame until it is hovered or edited, for facts in a row. */
  readonly look?: 'field' | 'quiet' | 'title'
  /** A label for readers only, where the place says what it is. */
  readonly isLabelHidden?: boolean
  readonly placeholder?: string
  readonly hint?: string
  readonly list?: readonly string[]
  readonly maxLength?: number
  readonly testId?: string
  /** How the saved value reads while it is not edited, for example '€1.2M'. */
  readonly shown?: string
  /** What is wrong with the text, in words; null = it can be saved. */
  check?(text: string): string | null
  /** Writes the text to its home; throws what the store answers. */
  save(text: string): Promise<unknown>
}

/**
 * A field that saves what was typed when the user leaves it (Tab, Enter, Esc, a click elsewhere).
 * Every key is in the store as a draft within a second, so nothing typed is lost; a text that
 * cannot be saved stays in the field with the reason.
 */
export function DraftField(props: DraftFieldProps) {
  const { label, saved, type = 'text', isLong, look = 'field', isLabelHidden, hint, list } = props
  const id = useId()
  const [isEditing, setEditing] = useState(false)
  const { text, problem, setText, leave } = useLeaving(props)
  // At rest a value reads as words, and an empty date as nothing instead of its pattern.
  const isAtRest = !isEditing && text === saved && (props.shown !== undefined || text === '')
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing) return
    const isDone =
      event.key === 'Escape' ||
      (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey))
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.blur()
  }
  const shared = {
    id,
    className: `input draft-input ${look}`,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    'data-testid': props.testId,
    'aria-label': isLabelHidden ? label : undefined,
    'aria-invalid': problem ? true : undefined,
    title: look === 'field' ? undefined : label,
    onFocus: () => setEditing(true),
    onKeyDown,
    onBlur: () => {
      setEditing(false)
      leave()
    },
  }
  return (
    <div className="field">
      {!isLabelHidden && (
        <label className="label" htmlFor={id}>
          {label}
        </label>
      )}
      {isLong ? (
        <textarea
          {...shared}
          rows={Math.min(14, Math.max(2, text.split('\n').length))}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={isAtRest ? 'text' : type}
          list={list ? `${id}-list` : undefined}
          value={isAtRest ? (props.shown ?? '') : text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((entry) => (
            <option key={entry} value={entry}>
              {entry}
            </option>
          ))}
        </datalist>
      )}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : (
        hint && <p className="hint">{hint}</p>
      )}
    </div>
  )
}

/** Longer than a saved value takes to come back. */
const keptMs = 500

/** The text with its draft, and what happens when the field is left or taken away. */
function useLeaving({ draftKey, saved, check, save }: DraftFieldProps) {
  const draft = useDraft(draftKey, saved)
  const [problem, setProblem] = useState<string | null>(null)
  /** What was just saved, shown until the store's own value arrives, but not for long. */
  const [kept, setKept] = useState<{ text: string; over: string } | null>(null)
  const [lastSaved, setLastSaved] = useState(saved)
  if (saved !== lastSaved) {
    setLastSaved(saved)
    setKept(null)
  }
  const latest = useRef({ draft, saved, check, save })
  latest.current = { draft, saved, check, save }

  useEffect(() => {
    setProblem(null)
    setKept(null)
    return () => {
      const now = latest.current
      if (canLeave(now)) now.draft.commit(now.save).catch(() => undefined)
    }
  }, [draftKey])

  async function leave(): Promise<void> {
    if (draft.text === saved) return draft.commit(async () => undefined)
    const found = check?.(draft.text) ?? null
    setProblem(found)
    if (found) return
    const next = { text: draft.text, over: saved }
    try {
      await draft.commit(async (text) => {
        await save(text)
        setKept(next)
        setTimeout(() => setKept((now) => (now === next ? null : now)), keptMs)
      })
    } catch (error) {
      setProblem(errorWords(error))
    }
  }

  const isKept = kept !== null && draft.text === saved && kept.over === saved
  return {
    text: isKept ? kept.text : draft.text,
    problem,
    setText(text: string) {
      setKept(null)
      draft.setText(text)
    },
    leave: () => void leave(),
  }
}

function canLeave({
  draft,
  saved,
  check,
}: {
  draft: Draft
  saved: string
  check?: ((text: string) => string | null) | undefined
}): boolean {
  return draft.text !== saved && !check?.(draft.text)
}
