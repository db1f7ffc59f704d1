import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/field'

/** The IANA time zone of a site, with every known one proposed. */
export function ZoneField({
  value,
  problem,
  onChange,
}: {
  readonly value: string
  readonly problem: string | null
  onChange(zone: string): void
}) {
  const { t } = useTranslation()
  const id = useId()
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  return (
    <div>
      <TextField
        label={t('visits.field.zone')}
        value={value}
        list={id}
        problem={problem}
        data-testid="visit-zone"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </datalist>
    </div>
  )
}
