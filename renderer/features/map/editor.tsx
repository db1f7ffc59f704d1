import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Commit, CommitHow } from './editing'
import type { Binding, KeyCommandId } from './keys'
import { matchKey } from './keys-match'
import type { Point } from './model'

export interface Suggestion {
  readonly personId: string
  readonly name: string
  /** What tells two people of one name apart: a title, an account. */
  readonly detail: string
}

export interface EditorProps {
  readonly at: Point
  readonly initialText: string
  /** True = the card's own text, to be replaced or gone on with. */
  readonly isOldText: boolean
  readonly bindings: readonly Binding[]
  readonly isMac: boolean
  readonly suggest: (text: string) => readonly Suggestion[]
  readonly commit: Commit
  /** Commands that work while typing too: F9, zoom, find. */
  readonly onCommand: (id: KeyCommandId) => void
  /** Typing is over: the next key belongs to the map, even before the card is saved. */
  readonly onLeave: () => void
  /** Saves the text against a crash. */
  readonly onTyped: (text: string) => void
}

const commitKeys: ReadonlySet<string> = new Set([
  'commit',
  'commitAddPeer',
  'commitAddReport',
  'commitAddAbove',
])

/** The field in which a card is named. It stays while one card after the other is typed. */
export function Editor(props: EditorProps) {
  const { at, isOldText, bindings, isMac, suggest, commit, onCommand, onLeave, onTyped } = props
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(props.initialText)
  const [picked, setPicked] = useState<number | null>(null)
  const found = useMemo(() => suggest(text), [suggest, text])
  const latest = useRef(text)
  const isLeaving = useRef(false)

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    // F2 selects the card's text; what was typed ahead is gone on with.
    if (isOldText) field.current?.select()
    else field.current?.setSelectionRange(9999, 9999)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useGrowing(field, text)

  const type = (next: string) => {
    latest.current = next
    setText(next)
    setPicked(null)
    onTyped(next)
  }
  const finish = (how: CommitHow) => {
    const typed = latest.current
    const choice = picked === null ? undefined : found[picked]
    if (how !== 'commit') type('')
    else if (isLeaving.current) return
    else {
      isLeaving.current = true
      onLeave()
    }
    void commit(choice ? choice.name : typed, how, choice?.personId).then((isKept) => {
      if (isKept) return
      isLeaving.current = false
      if (latest.current === '') type(typed)
      field.current?.focus({ preventScroll: true })
    })
  }

  return (
    <div
      className="map-editor"
      data-map-control
      style={{ transform: `translate(${at.x}px, ${at.y}px) scale(var(--map-upright))` }}
    >
      <textarea
        ref={field}
        className="map-editor__field"
        data-testid="map-editor"
        rows={1}
        value={text}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        aria-label={t('map.edit.label')}
        placeholder={t('map.edit.placeholder')}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="map-editor-found"
        aria-activedescendant={picked === null ? undefined : `map-editor-found-${picked}`}
        onChange={(event) => type(event.target.value)}
        onBlur={() => finish('commit')}
        onKeyDown={(event) => {
          event.stopPropagation()
          const { key, nativeEvent } = event
          if (!nativeEvent.isComposing && found.length > 0 && isPlain(event)) {
            if (key === 'ArrowDown') {
              event.preventDefault()
              return setPicked(picked === null ? 0 : Math.min(picked + 1, found.length - 1))
            }
            if (key === 'ArrowUp' && picked !== null) {
              event.preventDefault()
              return setPicked(picked === 0 ? null : picked - 1)
            }
          }
          const match = matchKey(nativeEvent, { mode: 'edit', pending: [], isMac }, bindings)
          if (match.kind !== 'command' || match.id === 'newLine') return
          event.preventDefault()
          if (commitKeys.has(match.id)) finish(match.id as CommitHow)
          else onCommand(match.id)
        }}
      />
      {found.length > 0 && (
        <ul className="map-editor__found" id="map-editor-found" role="listbox">
          {found.map((one, i) => (
            <li
              key={one.personId}
              id={`map-editor-found-${i}`}
              role="option"
              aria-selected={i === picked}
              onPointerDown={(event) => {
                event.preventDefault()
                void commit(one.name, 'commit', one.personId)
              }}
            >
              <span>{one.name}</span>
              <span className="map-editor__detail">{one.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function isPlain(event: {
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}): boolean {
  return !event.altKey && !event.ctrlKey && !event.metaKey
}

/** The field is as high as its text. */
function useGrowing(field: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  useEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.min(160, Math.max(20, element.scrollHeight))}px`
  }, [field, text])
}
