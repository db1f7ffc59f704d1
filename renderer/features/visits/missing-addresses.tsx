import { useTranslation } from 'react-i18next'
import { readAddress } from '../../../db/formats/itip/address'
import { store } from '../../data/store'
import { DraftField } from '../../ui/draft-field'
import type { VisitModel } from './visit-model'

/** Who cannot be written to, with the field to type the address in. */
export function MissingAddresses({ model }: { readonly model: VisitModel }) {
  const { t } = useTranslation()
  const { people, members, visit } = model
  const without = people.filter(
    ({ state, person }) => state === 'in' && readAddress(person.email) === null,
  )
  const organizer = members.find(({ id }) => id === visit.ownerMemberId)
  const needsOwn = organizer !== undefined && readAddress(organizer.email) === null
  const needsName = organizer !== undefined && organizer.name.trim() === ''
  if (without.length === 0 && !needsOwn && !needsName) return null
  const check = (text: string) => (readAddress(text) ? null : t('visits.problem.address'))
  return (
    <details
      className="missing-addresses"
      data-testid="missing-addresses"
      open={without.length < 4}
    >
      <summary>
        {t('visits.preview.missing', { count: without.length + (needsOwn ? 1 : 0) })}
      </summary>
      {needsName && (
        <DraftField
          label={t('visits.preview.ownName')}
          draftKey={`member:${organizer.id}:name`}
          saved={organizer.name}
          maxLength={400}
          testId="own-name"
          check={(text) => (text.trim() === '' ? t('visits.problem.name') : null)}
          save={(name) => store.member.set({ id: organizer.id, fields: { name: name.trim() } })}
        />
      )}
      {needsOwn && (
        <DraftField
          label={t('visits.preview.ownAddress')}
          draftKey={`member:${organizer.id}:email`}
          saved={organizer.email}
          type="email"
          testId="own-address"
          check={check}
          save={(email) => store.member.set({ id: organizer.id, fields: { email: email.trim() } })}
        />
      )}
      {without.map(({ person }) => (
        <DraftField
          key={person.id}
          label={person.name}
          draftKey={`person:${person.id}:email`}
          saved={person.email}
          type="email"
          check={check}
          save={(email) => store.person.set({ id: person.id, fields: { email: email.trim() } })}
        />
      ))}
    </details>
  )
}
