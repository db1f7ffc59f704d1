import { useTranslation } from 'react-i18next'
import type { Person } from '../../../db/entities/person'
import type { Seat } from '../../../db/entities/seat'
import { buyingRoles, seatLevels } from '../../../db/terms'
import type { BuyingRole } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { SelectField } from '../../ui/field'

/** Where the person sits and what part they play when something is bought. */
export function PersonRole({
  person,
  seat,
}: {
  readonly person: Person
  readonly seat: Seat | null
}) {
  const { t } = useTranslation()
  const { id, accountId } = person
  const rows = useLive(store.buyingRole.byAccount, { accountId })
  const held = new Set(rows?.filter((row) => row.personId === id).map((row) => row.role))
  async function setSeat(fields: Partial<Seat>, what: string): Promise<void> {
    await store.seat.set({ id: seat!.id, fields })
    toastDone(t('accounts.saved', { what }))
  }
  async function toggleRole(role: BuyingRole): Promise<void> {
    const has = held.has(role) ? 0 : 1
    const answer = await run(store.buyingRole.set({ personId: id, role, has }))
    if (answer === undefined) return
    const what = t(`term.buyingRole.${role}`)
    toastDone(t(has ? 'accounts.person.roleAdded' : 'accounts.person.roleTaken', { what }))
  }
  async function placeOnMap(): Promise<void> {
    const added = await run(store.drawing.add({ accountId, bossId: null, personId: id }))
    if (added) toastDone(t('accounts.person.placed', { name: person.name }))
  }
  return (
    <section>
      <h3>{t('accounts.person.role')}</h3>
      {seat ? (
        <>
          <DraftField
            label={t('accounts.person.title')}
            maxLength={400}
            testId="person-title"
            draftKey={`seat.${seat.id}.title`}
            saved={seat.title}
            save={(text) => setSeat({ title: text.trim() }, t('accounts.person.title'))}
          />
          <div className="field-pair">
            <DraftField
              label={t('accounts.person.department')}
              maxLength={400}
              draftKey={`seat.${seat.id}.department`}
              saved={seat.department}
              save={(text) => setSeat({ department: text.trim() }, t('accounts.person.department'))}
            />
            <SelectField
              label={t('accounts.person.level')}
              value={seat.level}
              options={seatLevels.map((value) => [value, t(`term.seatLevel.${value}`)])}
              onPick={(level) => void run(setSeat({ level }, t('accounts.person.level')))}
            />
          </div>
        </>
      ) : (
        <div className="field">
          <p className="hint">{t('accounts.person.notOnMap')}</p>
          <Button onClick={() => void placeOnMap()}>{t('accounts.person.place')}</Button>
        </div>
      )}
      <div className="role-chips" role="group" aria-label={t('accounts.person.roles')}>
        {buyingRoles.map((role) => (
          <button
            key={role}
            type="button"
            className="chip-toggle"
            aria-pressed={held.has(role)}
            onClick={() => void toggleRole(role)}
          >
            {t(`term.buyingRole.${role}`)}
          </button>
        ))}
      </div>
    </section>
  )
}
