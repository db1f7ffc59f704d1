import { useTranslation } from 'react-i18next'
import type { RouteParams } from '../../app/feature'
import { Feed } from './feed'
import { Figures } from './figures'
import './team.css'

const tabs = ['feed', 'figures'] as const

/** Team: the feed of logs, and the figures. */
export function TeamScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const current = tabs.find((tab) => tab === params.tab) ?? 'feed'
  return (
    <div className="team" data-testid="team">
      <div className="tabs" role="tablist" aria-label={t('team.title')}>
        {tabs.map((tab) => (
          <a
            key={tab}
            className="tab"
            role="tab"
            href={`#/team/${tab}`}
            aria-selected={tab === current}
            data-testid={`team-tab-${tab}`}
          >
            {t(`team.tab.${tab}`)}
          </a>
        ))}
      </div>
      {current === 'feed' ? <Feed /> : <Figures />}
    </div>
  )
}
