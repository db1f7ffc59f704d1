import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '../../../db/sync/status'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { InviteForm } from './invite-form'
import { JoinForm } from './join-form'
import { useNowMs } from '../../ui/use-now'
import { lineOf, whenOf } from './status-words'

/** Stops after which a new invitation helps. */
const invitable = new Set(['signed_out', 'device_revoked', 'device_forked'])
const minuteMs = 60_000

/** A linked workspace: facts, what is wrong and what to do, what colleagues did. */
export function LinkPanel({ status }: { readonly status: SyncStatus }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  const [isLeaving, setLeaving] = useState(false)
  const link = status.link!
  const { talk } = status
  const line = lineOf(status, t, i18n.language, nowMs)
  return (
    <>
      <section className={`sync-state ${line.look}`} data-testid="sync-state">
        <p className="sync-state-line">{line.text}</p>
        {line.hint && <p>{line.hint}</p>}
        {talk.clockOffMs !== 0 && (
          <p>{t('sync.clockOff', { minutes: Math.round(Math.abs(talk.clockOffMs) / minuteMs) })}</p>
        )}
        <div className="actions">
          <Button data-testid="sync-now" onClick={() => void run(store.sync.wake())}>
            {t('sync.now')}
          </Button>
          {status.conflicts > 0 && (
            <Button look="primary" onClick={() => goTo('conflicts')}>
              {t('sync.line.conflicts', { count: status.conflicts })}
            </Button>
          )}
        </div>
      </section>
      {talk.stopped && invitable.has(talk.stopped) && <JoinForm isAgain />}
      <Braked status={status} />
      <Rescues status={status} />
      <News status={status} />
      <InviteForm />
      <dl className="sync-facts">
        <dt>{t('sync.fact.server')}</dt>
        <dd>{link.workspaceName ? `${link.workspaceName} · ${link.server}` : link.server}</dd>
        <dt>{t('sync.fact.user')}</dt>
        <dd>{link.userName}</dd>
        <dt>{t('sync.fact.done')}</dt>
        <dd>{whenOf(link.doneAtMs, t, i18n.language, nowMs)}</dd>
        <dt>{t('sync.fact.waiting')}</dt>
        <dd className="tabular" data-testid="sync-pending">
          {status.pending}
        </dd>
      </dl>
      <div>
        <Button look="danger" data-testid="leave" onClick={() => setLeaving(true)}>
          {t('sync.leave.verb')}
        </Button>
      </div>
      {isLeaving && (
        <ConfirmDialog
          title={t('sync.leave.title')}
          text={t('sync.leave.text', { count: status.pending })}
          verb={t('sync.leave.verb')}
          onConfirm={() => void run(store.sync.leave())}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  )
}

function Braked({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation()
  if (status.braked.length === 0) return null
  return (
    <section className="sync-list" data-testid="sync-braked">
      <h2>{t('sync.braked.title')}</h2>
      <p>{t('sync.braked.text')}</p>
      {status.braked.map(({ bucket, name }) => (
        <div key={bucket} className="sync-item">
          <span>{name || bucket}</span>
          <Button look="danger" onClick={() => void run(store.sync.release({ bucket }))}>
            {t('sync.braked.verb')}
          </Button>
        </div>
      ))}
    </section>
  )
}

function Rescues({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation()
  if (status.rescues.length === 0) return null
  return (
    <section className="sync-list" data-testid="sync-rescues">
      <h2>{t('sync.rescue.title')}</h2>
      <p>{t('sync.rescue.text')}</p>
      {status.rescues.map(({ name, file, atMs, changes }) => (
        <div key={atMs} className="sync-item">
          <span>
            {name} · {t('sync.rescue.count', { count: changes })}
            <code>{file}</code>
          </span>
          <Button onClick={() => void run(store.sync.forgetRescue({ atMs }))}>
            {t('ui.understood')}
          </Button>
        </div>
      ))}
    </section>
  )
}

function News({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation()
  if (status.news.length === 0) return null
  return (
    <section className="sync-list">
      <h2>{t('sync.news.title')}</h2>
      {status.news.map(({ accountId, name, rows }) => (
        <a key={accountId} className="sync-item" href={`#/accounts/${accountId}`}>
          <span>{name}</span>
          <span className="tabular">{t('sync.news.count', { count: rows })}</span>
        </a>
      ))}
    </section>
  )
}
