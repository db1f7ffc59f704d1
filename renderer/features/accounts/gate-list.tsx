import { useTranslation } from 'react-i18next'
import type { Gate } from '../../../db/entities/gate'
import { gateKinds, gateStatuses } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { DraftField } from '../../ui/draft-field'
import { formatDay } from '../../ui/format'
import { QuietSelect } from '../../ui/quiet-select'
import { NameField } from './name-field'

/** The sign-offs a deal needs, one line each (methods 0.7). */
export function GateList({
  accountId,
  people,
}: {
  readonly accountId: string
  readonly people: readonly (readonly [string, string])[]
}) {
  const { t, i18n } = useTranslation()
  const gates = useLive(store.gate.byAccount, { accountId })
  if (!gates) return null
  async function set(kind: Gate['kind'], fields: Parameters<typeof store.gate.set>[0]['fields']) {
    await store.gate.set({ accountId, kind, fields })
    toastDone(t('accounts.saved', { what: t(`term.gateKind.${kind}`) }))
  }
  return (
    <div className="gate-list" role="table" aria-label={t('accounts.facts.gates')}>
      {gateKinds.map((kind) => {
        const gate = gates.find((row) => row.kind === kind)
        const name = t(`term.gateKind.${kind}`)
        const key = `gate.${accountId}.${kind}`
        const status = gate?.status ?? 'unknown'
        return (
          <div key={kind} role="row" className="gate-row" data-testid={`gate-${kind}`}>
            <span role="rowheader">{name}</span>
            <span role="cell" className={`gate-status ${status}`}>
              <GateSign status={status} />
              <QuietSelect
                label={`${name}: ${t('accounts.field.status')}`}
                value={status}
                options={gateStatuses.map((value) => [value, t(`term.gateStatus.${value}`)])}
                onPick={(next) => void run(set(kind, { status: next }))}
              />
            </span>
            <span role="cell">
              <NameField
                label={`${name}: ${t('accounts.gate.person')}`}
                isLabelHidden
                look="quiet"
                draftKey={`${key}.person`}
                value={gate?.personId ?? null}
                options={people}
                onPick={(personId) => set(kind, { personId })}
              />
            </span>
            <span role="cell">
              <DraftField
                label={`${name}: ${t('accounts.gate.date')}`}
                isLabelHidden
                look="quiet"
                type="date"
                placeholder="–"
                draftKey={`${key}.date`}
                saved={gate?.date ?? ''}
                shown={gate?.date ? formatDay(gate.date, i18n.language) : undefined}
                save={(text) => set(kind, { date: text || null })}
              />
            </span>
            <span role="cell">
              <DraftField
                label={`${name}: ${t('accounts.gate.evidence')}`}
                isLabelHidden
                look="quiet"
                placeholder={t('accounts.gate.evidence')}
                maxLength={4000}
                draftKey={`${key}.evidence`}
                saved={gate?.evidence ?? ''}
                save={(text) => set(kind, { evidence: text.trim() })}
              />
            </span>
          </div>
        )
      })}
    </div>
  )
}

/** The status as a sign: tick, half, cross, ring, dotted ring. */
function GateSign({ status }: { readonly status: Gate['status'] }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {signs[status]}
    </svg>
  )
}

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7 } as const
const signs = {
  passed: <path d="M1.8 6.4 4.8 9.2 10.2 2.8" {...stroke} strokeWidth={2} />,
  in_progress: (
    <>
      <circle cx="6" cy="6" r="4.6" {...stroke} />
      <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2Z" fill="currentColor" />
    </>
  ),
  blocked: <path d="M2 2 10 10M10 2 2 10" {...stroke} strokeWidth={2} />,
  not_started: <circle cx="6" cy="6" r="4.6" {...stroke} />,
  unknown: <circle cx="6" cy="6" r="4.6" {...stroke} strokeDasharray="2 2" />,
} satisfies Record<Gate['status'], React.ReactNode>
