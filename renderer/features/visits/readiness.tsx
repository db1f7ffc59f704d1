import { IconCircleCheckFilled, IconProgressAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BriefModel } from './use-brief'

/**
 * Whether the pack is complete. Everything is on the laptop by nature; what can be missing is what was
 * never written down.
 */
export function Readiness({ brief }: { readonly brief: BriefModel }) {
  const { t } = useTranslation()
  const missing = listMissing(brief)
  return missing.length === 0 ? (
    <span className="chip ok" data-testid="readiness">
      <IconCircleCheckFilled size={14} />
      {t('visits.brief.ready')}
    </span>
  ) : (
    <span className="readiness" data-testid="readiness">
      <span className="chip warn">
        <IconProgressAlert size={14} />
        {t('visits.brief.missing', { count: missing.length })}
      </span>
      <span className="muted">
        {missing.map((each) => t(`visits.brief.lacks.${each}`)).join(' · ')}
      </span>
    </span>
  )
}

type Lack = 'site' | 'agenda' | 'objectives' | 'needs' | 'contacts' | 'invitations'

function listMissing({ visit, people }: BriefModel): Lack[] {
  const items = visit.timed.filter(({ kind }) => kind === 'item')
  const tests: Record<Lack, boolean> = {
    site: visit.site === null,
    agenda: items.length === 0,
    objectives: items.some(({ item }) => item.objective === ''),
    needs: people.some(({ person }) => person.needs.trim() === ''),
    contacts: people.some(({ person }) => person.email === ''),
    invitations: visit.mails.length === 0,
  }
  return (Object.keys(tests) as Lack[]).filter((lack) => tests[lack])
}
