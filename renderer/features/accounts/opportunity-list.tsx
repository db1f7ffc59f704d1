import { useTranslation } from 'react-i18next'
import type { Opportunity } from '../../../db/entities/opportunity'
import { opportunityKinds, opportunityStages } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { DraftField } from '../../ui/draft-field'
import { SelectField } from '../../ui/field'
import { formatDay, formatExactMoney, moneyToType, parseMoney } from '../../ui/format'
import { RowList } from './row-list'

/** Deals of the account, the open ones first. */
export function OpportunityList({
  accountId,
  currency,
}: {
  readonly accountId: string
  readonly currency: string
}) {
  const { t } = useTranslation()
  const rows = useLive(store.opportunity.byAccount, { accountId })
  if (!rows) return null
  const isOver = (row: Opportunity) => row.stage === 'won' || row.stage === 'lost'
  const sorted = [...rows].sort(
    (left, right) =>
      Number(isOver(left)) - Number(isOver(right)) ||
      (left.closeDate ?? '9999').localeCompare(right.closeDate ?? '9999'),
  )
  return (
    <RowList
      testId="opportunities"
      rows={sorted}
      nameOf={(row) => row.name}
      addWords={t('accounts.opportunity.add')}
      nameWords={t('accounts.opportunity.name')}
      emptyWords={t('accounts.opportunity.none')}
      renderRow={(row) => <OpportunityRow row={row} />}
      add={async (name) => {
        const id = await run(store.opportunity.create({ accountId, name, currency }))
        if (id) toastDone(t('accounts.added', { name }))
        return id !== undefined
      }}
      remove={(row) =>
        void run(store.opportunity.remove({ id: row.id })).then(
          (answer) => answer !== undefined && toastDone(t('accounts.removed', { name: row.name })),
        )
      }
    />
  )
}

function OpportunityRow({ row }: { readonly row: Opportunity }) {
  const { t, i18n } = useTranslation()
  const { id, currency } = row
  const word = (name: string) => t(`accounts.opportunity.${name}`)
  async function set(fields: Parameters<typeof store.opportunity.set>[0]['fields']): Promise<void> {
    await store.opportunity.set({ id, fields })
    toastDone(t('accounts.saved', { what: row.name }))
  }
  return (
    <div className="row-fields">
      <DraftField
        label={word('name')}
        maxLength={400}
        draftKey={`opportunity.${id}.name`}
        saved={row.name}
        check={(text) => (text.trim() === '' ? t('accounts.nameNeeded') : null)}
        save={(text) => set({ name: text.trim() })}
      />
      <SelectField
        label={word('stage')}
        value={row.stage}
        options={opportunityStages.map((value) => [value, t(`term.opportunityStage.${value}`)])}
        onPick={(stage) => void run(set({ stage }))}
      />
      <SelectField
        label={word('kind')}
        value={row.kind}
        options={opportunityKinds.map((value) => [value, t(`term.opportunityKind.${value}`)])}
        onPick={(kind) => void run(set({ kind }))}
      />
      <DraftField
        label={word('value')}
        placeholder="–"
        draftKey={`opportunity.${id}.value`}
        saved={moneyToType(row.valueMinor, currency)}
        shown={
          row.valueMinor === null
            ? undefined
            : formatExactMoney(row.valueMinor, currency, i18n.language)
        }
        check={(text) =>
          parseMoney(text, currency) === undefined ? t('accounts.amountNeeded') : null
        }
        save={(text) => set({ valueMinor: parseMoney(text, currency) ?? null })}
      />
      <DraftField
        label={word('closeDate')}
        type="date"
        draftKey={`opportunity.${id}.closeDate`}
        saved={row.closeDate ?? ''}
        shown={row.closeDate ? formatDay(row.closeDate, i18n.language) : undefined}
        save={(text) => set({ closeDate: text || null })}
      />
      <DraftField
        label={word(row.stage === 'lost' ? 'outcomeReason' : 'nextStep')}
        maxLength={400}
        draftKey={`opportunity.${id}.${row.stage === 'lost' ? 'outcomeReason' : 'nextStep'}`}
        saved={row.stage === 'lost' ? row.outcomeReason : row.nextStep}
        save={(text) =>
          set(row.stage === 'lost' ? { outcomeReason: text.trim() } : { nextStep: text.trim() })
        }
      />
    </div>
  )
}
