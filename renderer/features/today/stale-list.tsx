import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Today } from '../../../db/views/today'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { daysFromNow, formatRelativeDays } from '../../ui/format'
import { HeatDot } from '../../ui/heat-dot'
import { StanceMark } from '../../ui/stance-mark'
import { useNowMs } from '../../ui/use-now'

/** Top-five people who were not spoken to for a quarter, the longest first (methods 0.13). */
export function StaleList({ people }: { readonly people: Today['stale'] }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  if (people.length === 0) return <p className="today-none">{t('today.stale.none')}</p>
  async function logCall(person: Today['stale'][number]): Promise<void> {
    const id = await run(store.meetingLog.logContact({ personId: person.id, modality: 'phone' }))
    if (id !== undefined) toastDone(t('today.stale.logged', { name: person.name }))
  }
  return (
    <ul className="stale-list">
      {people.map((person) => (
        <li key={person.id} data-testid="today-stale-person">
          <StanceMark stance={person.stance} label={t(`term.stance.${person.stance}`)} />
          <a href={`#/accounts/${person.accountId}/people?person=${person.id}`}>
            <span className="stale-name">{person.name}</span>
            <span className="stale-account">{person.accountName}</span>
          </a>
          <span className="stale-when">
            <HeatDot heat={person.lastContactAtMs === null ? 'never' : 'stale'} />
            {person.lastContactAtMs === null
              ? t('today.stale.never')
              : formatRelativeDays(daysFromNow(person.lastContactAtMs, nowMs), i18n.language)}
          </span>
          <Button
            look="quiet"
            icon={<IconPhone size={15} />}
            title={t('today.stale.logCall', { name: person.name })}
            onClick={() => void logCall(person)}
          />
        </li>
      ))}
    </ul>
  )
}
