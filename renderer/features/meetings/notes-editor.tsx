import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../data/draft'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { finishLine } from './line-commands'
import type { MeetingModel } from './use-meeting'

/** Quiet time after which the text is also written to the log itself, ms; the draft is earlier. */
const settleMs = 4000

/** The notes: every key is on the disk within a second; a line that starts with a keyword becomes one. */
export function NotesEditor({ model }: { readonly model: MeetingModel }) {
  const { t } = useTranslation()
  const { meeting, document: note } = model
  const draft = useDraft(`meeting:${meeting.id}:notes`, note?.body ?? '')
  const [kept, setKept] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<number | null>(null)
  const save = useSaveBody(model)
  const latest = useRef({ draft, save })
  latest.current = { draft, save }
  const text =
    draft.state === 'saved' && kept !== null && draft.text === (note?.body ?? '')
      ? kept
      : draft.text

  useEffect(() => {
    if (!draft.isReady || draft.text === (note?.body ?? '')) return
    const timer = window.setTimeout(() => void save(draft.text).catch(() => undefined), settleMs)
    return () => window.clearTimeout(timer)
  }, [draft.isReady, draft.text, note?.body, save])

  useEffect(
    () => () => {
      const { draft: last, save: saveLast } = latest.current
      void last.commit(saveLast).catch(() => undefined)
    },
    [],
  )

  useEffect(() => {
    if (caret.current === null || !area.current) return
    area.current.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [text])

  function type(next: string): void {
    setKept(null)
    draft.setText(next)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    const { value, selectionStart, selectionEnd } = event.currentTarget
    if (selectionStart !== selectionEnd) return
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1
    const end = value.indexOf('\n', selectionStart)
    const line = value.slice(start, end === -1 ? undefined : end)
    const finished = finishLine(line, model)
    if (!finished) return
    event.preventDefault()
    const rest = end === -1 ? '' : value.slice(end)
    type(`${value.slice(0, start)}${finished.shown}\n${rest.replace(/^\n/, '')}`)
    caret.current = start + finished.shown.length + 1
    void run(finished.save().then(() => true)).then((isDone) => {
      // Not saved: the words come back as they were typed.
      if (!isDone) type(latest.current.draft.text.replace(finished.shown, () => line))
    })
  }

  return (
    <section className="notes" aria-label={t('meetings.notes')}>
      <textarea
        ref={area}
        className="notes-text"
        value={text}
        autoFocus={meeting.status === 'running'}
        spellCheck
        aria-label={t('meetings.notes')}
        placeholder={t('meetings.notesHint')}
        data-testid="meeting-notes"
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          const typed = draft.text
          void draft
            .commit(async (body) => {
              await save(body)
              setKept(typed)
            })
            .catch(() => undefined)
        }}
      />
      <p className="notes-state" aria-live="polite" data-testid="notes-state">
        {t(`meetings.draft.${draft.state}`)}
        <span className="muted">{t('meetings.keywords')}</span>
      </p>
    </section>
  )
}

/** Writes the text of the log to its note, one write after the other; the first one makes it. */
function useSaveBody(model: MeetingModel): (body: string) => Promise<void> {
  const { meeting, document: note } = model
  const noteId = useRef<string | null>(note?.id ?? null)
  noteId.current = note?.id ?? noteId.current
  const queue = useRef<Promise<void>>(Promise.resolve())
  const { id: meetingId, accountId, visitId } = meeting
  const saver = useRef(async (_body: string) => {})
  saver.current = (body) => {
    const next = queue.current
      .catch(() => undefined)
      .then(async () => {
        if (noteId.current) await store.note.set({ id: noteId.current, fields: { body } })
        else if (body.trim() !== '') {
          noteId.current = await store.note.create({
            accountId,
            meetingId,
            visitId,
            kind: 'note',
            body,
          })
        }
      })
    queue.current = next
    return next
  }
  const [stable] = useState(() => (body: string) => saver.current(body))
  return stable
}
