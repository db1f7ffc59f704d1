import { IconBuildingPlus, IconFileImport, IconPlaneDeparture } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../data/place'
import { run } from '../../data/run'

/** The first screen of an empty workspace: three ways to begin, the quickest first. */
export function FirstStart() {
  const { t } = useTranslation()
  return (
    <div className="first-start" data-testid="today-empty">
      <h1>{t('today.empty.title')}</h1>
      <p>{t('today.empty.text')}</p>
      <ul>
        {ways.map(({ name, Icon, begin }) => (
          <li key={name}>
            <button type="button" onClick={begin} data-testid={`begin-${name}`}>
              <Icon size={22} stroke={1.6} />
              <span>
                <strong>{t(`today.empty.${name}`)}</strong>
                <span>{t(`today.empty.${name}Text`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const ways = [
  {
    name: 'demo',
    Icon: IconPlaneDeparture,
    begin: () => void run(window.shell.openWorkspace('demo')),
  },
  { name: 'import', Icon: IconFileImport, begin: () => goTo('import') },
  { name: 'add', Icon: IconBuildingPlus, begin: () => goTo('accounts?new=1') },
]
