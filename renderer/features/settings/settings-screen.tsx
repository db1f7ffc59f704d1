import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../db/terms'
import type { Language } from '../../../db/terms'
import { SelectField } from '../../ui/field'
import { MySelf } from './my-self'
import { setLanguage, useTheme } from './preferences'
import { SafetySection } from './safety-section'
import './settings.css'
import { StoreSection } from './store-section'
import { useStoreInfo } from './use-store-info'
import { WorkspaceSection } from './workspace-section'

/** What the user can change about the app, their own details, and the safety of the data. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const { info, refresh } = useStoreInfo()
  return (
    <div className="settings" data-testid="settings">
      <h1>{t('settings.title')}</h1>
      <Part title={t('settings.me.title')} text={t('settings.me.text')}>
        {info && <MySelf memberId={info.memberId} />}
      </Part>
      <Part title={t('settings.look.title')}>
        <LookSection />
      </Part>
      <Part title={t('settings.workspace.title')} text={t('settings.workspace.text')}>
        <WorkspaceSection />
      </Part>
      <Part title={t('settings.safety.title')} text={t('settings.safety.text')}>
        <SafetySection info={info} onChanged={refresh} />
      </Part>
      <Part title={t('settings.store.title')} text={t('settings.store.text')}>
        <StoreSection info={info} />
      </Part>
      <Part title={t('settings.about.title')}>
        <p>
          Jetway {window.shell.version} · {window.shell.platform}
        </p>
        <p className="settings-text">{t('settings.about.text')}</p>
      </Part>
    </div>
  )
}

function Part({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}) {
  return (
    <section aria-label={title}>
      <div>
        <h2>{title}</h2>
        {text && <p className="settings-text">{text}</p>}
      </div>
      <div className="settings-body">{children}</div>
    </section>
  )
}

const languageNames = { en: 'English', de: 'Deutsch', nl: 'Nederlands', pl: 'Polski' } as const
const themes = ['system', 'light', 'dark'] as const

function LookSection() {
  const { t, i18n } = useTranslation()
  const { theme, pickTheme } = useTheme()
  return (
    <>
      <SelectField
        label={t('settings.look.language')}
        value={i18n.language as Language}
        data-testid="language"
        options={languages.map((language) => [language, languageNames[language]])}
        onPick={(language) => void setLanguage(language)}
      />
      <div className="field">
        <span className="label">{t('settings.look.theme')}</span>
        <div className="segments" role="radiogroup" aria-label={t('settings.look.theme')}>
          {themes.map((each) => (
            <button
              key={each}
              type="button"
              role="radio"
              aria-checked={theme === each}
              data-testid={`theme-${each}`}
              onClick={() => pickTheme(each)}
            >
              {t(`settings.look.${each}`)}
            </button>
          ))}
        </div>
      </div>
    </>
  )
}
