import { IconDownload, IconMailCheck, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OutgoingMailRow } from '../../../db/entities/outgoing-mail'
import type { Invitation } from '../../../db/formats/itip/invitation'
import { makeZip } from '../../../db/formats/zip'
import type { MailStatus } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import type { VisitModel } from './visit-model'

/** The mails of this visit: what waits, what is held, what has gone, one line a person. */
export function OutboxPanel({ model }: { readonly model: VisitModel }) {
  const { t } = useTranslation()
  const { mails, visit } = model
  const waiting = mails.filter(({ status }) => status === 'queued' || status === 'failed')
  if (mails.length === 0) return null

  function setStatus(ids: readonly string[], status: MailStatus, words: string): void {
    void run(store.outgoingMail.setStatus({ ids: [...ids], status }).then(() => true)).then(
      (isDone) => isDone && toastDone(words),
    )
  }

  async function saveDrafts(): Promise<void> {
    const ids = waiting.map(({ id }) => id)
    const isSaved = await run(saveDraftFiles(ids, visit.title))
    if (isSaved) setStatus(ids, 'handed_over', t('visits.outbox.handedOver', { count: ids.length }))
  }

  return (
    <details className="outbox" open data-testid="outbox">
      <summary>
        {waiting.length > 0
          ? t('visits.outbox.waiting', { count: waiting.length })
          : t('visits.outbox.nothingWaits')}
      </summary>
      {waiting.length > 0 && (
        <div className="outbox-actions">
          <Button
            icon={<IconDownload size={16} />}
            title={t('visits.outbox.draftsHint')}
            data-testid="save-drafts"
            onClick={() => void saveDrafts()}
          >
            {t('visits.outbox.drafts')}
          </Button>
          <Button
            look="quiet"
            icon={<IconMailCheck size={16} />}
            data-testid="mark-sent"
            onClick={() => {
              const ids = waiting.map(({ id }) => id)
              setStatus(ids, 'sent', t('visits.outbox.marked', { count: ids.length }))
            }}
          >
            {t('visits.outbox.markSent')}
          </Button>
        </div>
      )}
      <ul>
        {[...mails].sort(byNewest).map((mail) => (
          <MailLine
            key={mail.id}
            mail={mail}
            onStatus={(status, words) => setStatus([mail.id], status, words)}
          />
        ))}
      </ul>
    </details>
  )
}

/** Asks where to put the drafts: one file, or an archive of several. False = the user changed their mind. */
async function saveDraftFiles(ids: readonly string[], title: string): Promise<boolean> {
  const files = await store.outbox.drafts({ ids: [...ids] })
  const [only] = files
  const entries = files.map(({ fileName: name, bytes }) => ({ name, bytes }))
  const saved =
    files.length === 1
      ? await window.shell.saveFile(only!.fileName, only!.bytes)
      : await window.shell.saveFile(`${title}.zip`, makeZip(entries, Date.now()))
  return saved !== null
}

const statusLook = {
  queued: 'accent',
  held: 'warn',
  sent: 'ok',
  failed: 'danger',
  handed_over: 'ok',
} as const satisfies Record<MailStatus, string>

function MailLine({
  mail,
  onStatus,
}: {
  readonly mail: OutgoingMailRow
  onStatus(status: MailStatus, words: string): void
}) {
  const { t } = useTranslation()
  const { status, kind, failure } = mail
  const { invitees } = JSON.parse(mail.content) as Invitation
  const name = invitees.find(({ id }) => id === mail.attendeeId)?.person.name ?? '?'
  const canHold = status === 'queued' || status === 'failed'
  return (
    <li data-testid={`mail-${name}`} data-status={status}>
      <span className="outbox-name" title={name}>
        <span>{name}</span>
      </span>
      <span className="muted">{t(`visits.outbox.kind.${kind}`)}</span>
      <span className={`chip ${statusLook[status]}`} title={failure || undefined}>
        {t(`visits.outbox.status.${status}`)}
      </span>
      {canHold || status === 'held' ? (
        <Button
          look="quiet"
          icon={canHold ? <IconPlayerPause size={14} /> : <IconPlayerPlay size={14} />}
          title={t(canHold ? 'visits.outbox.hold' : 'visits.outbox.release', { name })}
          onClick={() => onStatus(canHold ? 'held' : 'queued', name)}
        />
      ) : (
        <span />
      )}
    </li>
  )
}

function byNewest(left: OutgoingMailRow, right: OutgoingMailRow): number {
  return (right.createdAtMs ?? 0) - (left.createdAtMs ?? 0) || (left.id < right.id ? -1 : 1)
}
