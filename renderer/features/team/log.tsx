import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedEntry } from '../../../db/views/team-feed'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { formatDay, formatTime } from '../../ui/format'
import { StanceMark } from '../../ui/stance-mark'
import { sentenceOf } from './sentence'

const shownKinds = ['decision', 'problem', 'praise', 'product_gap', 'promise', 'note'] as const

/** One log: what came of it first, then people, notes by kind and actions; the thread at the end. */
export function Log({ entry }: { readonly entry: FeedEntry }) {
  const { t, i18n } = useTranslation()
  const { id, accountId } = entry
  const people = useLive(store.person.byAccount, { accountId })
  const participants = useLive(store.participant.byMeeting, { meetingId: id })
  const notes = useLive(store.note.byMeeting, { meetingId: id })
  const actions = useLive(store.actionItem.byAccount, { accountId })
  const opinions = useLive(store.opinion.byAccount, { accountId })
  const changes = useLive(store.view.meetingDiff, { meetingId: id })
  const nameOf = (personId: string | null) =>
    people?.find((person) => person.id === personId)?.name ?? ''
  const met = (participants ?? []).filter(
    (row) => row.personId && ['attended', 'walk_in', 'remote'].includes(row.attendance),
  )
  const stances = (opinions ?? []).filter((row) => row.meetingId === id && row.kind === 'stance')
  const shownActions = (actions ?? []).filter((row) => row.meetingId === id)
  return (
    <article className="log" data-testid="team-log">
      <header>
        <p className="log-where">
          <a href={`#/accounts/${accountId}/map`}>{entry.accountName}</a>
          <span>
            {formatDay(entry.startedAtMs, i18n.language)},{' '}
            {formatTime(entry.startedAtMs, i18n.language)}
          </span>
          <span>{t(`term.modality.${entry.modality}`)}</span>
        </p>
        <h1>{entry.title}</h1>
        <p className="log-sentence">{sentenceOf(entry, t)}</p>
      </header>
      {(stances.length > 0 || (changes?.changes ?? 0) > 0) && (
        <section>
          <h2>{t('team.log.changes')}</h2>
          {changes && changes.changes > 0 && (
            <p className="log-text" data-testid="log-diff">
              {changes.summary[i18n.language as 'en'] ?? changes.summary.en}
            </p>
          )}
          <ul>
            {stances.map((row) => (
              <li key={row.id}>
                <StanceMark
                  stance={row.value as 'champion'}
                  label={t(`term.stance.${row.value}`)}
                />{' '}
                {nameOf(row.personId)}: {t(`term.stance.${row.value}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {entry.summary && <p className="log-text">{entry.summary}</p>}
      {met.length > 0 && (
        <section>
          <h2>{t('team.log.people')}</h2>
          <p className="log-people">
            {met.map((row) => (
              <span key={row.id} className={row.attendance === 'walk_in' ? 'chip accent' : 'chip'}>
                {nameOf(row.personId)}
              </span>
            ))}
          </p>
        </section>
      )}
      {shownKinds.map((kind) => {
        const rows = (notes ?? []).filter((row) => row.kind === kind && row.isPrivate === 0)
        if (rows.length === 0) return null
        return (
          <section key={kind}>
            <h2>{t(`team.kind.${kind}`)}</h2>
            {rows.map((row) => (
              <p key={row.id} className="log-text">
                {row.body}
              </p>
            ))}
          </section>
        )
      })}
      {shownActions.length > 0 && (
        <section>
          <h2>{t('team.log.actions')}</h2>
          <ul>
            {shownActions.map((row) => (
              <li key={row.id} className={row.status === 'open' ? undefined : 'done'}>
                {row.title}
                <span className="log-owner">
                  {[row.ownerName || nameOf(row.personId), row.dueDate].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {entry.nextStep && (
        <section>
          <h2>{t('team.log.nextStep')}</h2>
          <p className="log-text">{entry.nextStep}</p>
        </section>
      )}
      <Thread key={id} accountId={accountId} meetingId={id} />
    </article>
  )
}

function Thread({
  accountId,
  meetingId,
}: {
  readonly accountId: string
  readonly meetingId: string
}) {
  const { t, i18n } = useTranslation()
  const comments = useLive(store.comment.bySubject, { subjectId: meetingId })
  const members = useLive(store.member.all, {})
  const [text, setText] = useState('')
  async function send(): Promise<void> {
    const body = text.trim()
    if (body === '') return
    const args = { accountId, subject: 'meeting' as const, subjectId: meetingId, body }
    const id = await run(store.comment.create(args))
    if (id === undefined) return
    setText('')
    void run(store.readMark.set({ subjectId: meetingId, isRead: true }))
    toastDone(t('team.thread.sent'))
  }
  const sorted = [...(comments ?? [])].sort((left, right) => left.atMs - right.atMs)
  return (
    <section className="thread">
      <h2>{t('team.thread.title')}</h2>
      <ul>
        {sorted.map((row) => (
          <li key={row.id} data-testid="comment">
            <p className="thread-who">
              {members?.find((member) => member.id === row.authorMemberId)?.name ||
                t('team.thread.me')}
              <time>{formatDay(row.atMs, i18n.language)}</time>
            </p>
            <p className="log-text">{row.body}</p>
          </li>
        ))}
      </ul>
      <textarea
        className="input"
        rows={2}
        aria-label={t('team.thread.write')}
        placeholder={t('team.thread.write')}
        data-testid="comment-text"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void send()
        }}
      />
      <Button
        look="primary"
        shortcut="Ctrl+Enter"
        disabled={text.trim() === ''}
        data-testid="comment-send"
        onClick={() => void send()}
      >
        {t('team.thread.send')}
      </Button>
    </section>
  )
}
