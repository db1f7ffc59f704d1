import { useTranslation } from 'react-i18next'
import type { Person } from '../../../db/entities/person'
import { buyIns, coverages, relationshipLevels, responseModes } from '../../../db/terms'
import { Check } from '../../ui/check'
import { DraftField } from '../../ui/draft-field'
import { SelectField } from '../../ui/field'
import { formatDay } from '../../ui/format'
import { pickPerson, setPerson } from './save-person'
import { useMemberOptions } from './use-members'

/** Where we stand with the person: relationship, buy-in with its evidence, who of us owns it. */
export function PersonRelation({ person }: { readonly person: Person }) {
  const { t, i18n } = useTranslation()
  const owners = useMemberOptions(person.ownerMemberId)
  const { id } = person
  const word = (name: string) => t(`accounts.person.${name}`)
  const levels = relationshipLevels.map(
    (value) => [value, t(`term.relationshipLevel.${value}`)] as const,
  )
  return (
    <section>
      <h3>{word('relation')}</h3>
      <div className="field-pair">
        <SelectField
          label={word('relationshipLevel')}
          value={person.relationshipLevel}
          options={levels}
          onPick={(relationshipLevel) =>
            pickPerson(id, { relationshipLevel }, word('relationshipLevel'))
          }
        />
        <SelectField
          label={word('relationshipTarget')}
          value={person.relationshipTarget}
          options={levels}
          onPick={(relationshipTarget) =>
            pickPerson(id, { relationshipTarget }, word('relationshipTarget'))
          }
        />
        <SelectField
          label={word('coverage')}
          value={person.coverage}
          options={coverages.map((value) => [value, t(`term.coverage.${value}`)])}
          onPick={(coverage) => pickPerson(id, { coverage }, word('coverage'))}
        />
        <SelectField
          label={word('responseMode')}
          value={person.responseMode}
          options={responseModes.map((value) => [value, t(`term.responseMode.${value}`)])}
          onPick={(responseMode) => pickPerson(id, { responseMode }, word('responseMode'))}
        />
        <SelectField
          label={word('buyIn')}
          value={person.buyIn}
          options={buyIns.map((value) => [value, t(`term.buyIn.${value}`)])}
          hint={
            person.buyInAtMs === null
              ? undefined
              : t('accounts.person.since', { date: formatDay(person.buyInAtMs, i18n.language) })
          }
          onPick={(buyIn) => pickPerson(id, { buyIn }, word('buyIn'))}
        />
        <SelectField<string>
          label={word('owner')}
          value={person.ownerMemberId ?? ''}
          options={[['', '–'], ...owners]}
          onPick={(owner) => pickPerson(id, { ownerMemberId: owner || null }, word('owner'))}
        />
      </div>
      <DraftField
        label={word('buyInEvidence')}
        maxLength={400}
        draftKey={`person.${id}.buyInEvidence`}
        saved={person.buyInEvidence}
        placeholder={word('buyInEvidenceHint')}
        save={(text) => setPerson(id, { buyInEvidence: text.trim() }, word('buyInEvidence'))}
      />
      <div className="checks">
        {(['isCompetitorMet', 'isPartner', 'isAdvocate'] as const).map((flag) => (
          <Check
            key={flag}
            label={word(flag)}
            isOn={person[flag] === 1}
            onChange={(isOn) => pickPerson(id, { [flag]: isOn ? 1 : 0 }, word(flag))}
          />
        ))}
      </div>
    </section>
  )
}
