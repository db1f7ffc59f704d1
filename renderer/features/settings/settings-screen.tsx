import { useTranslation } from 'react-i18next'
import { languages } from '../../../db/terms'
import { SelectField } from '../../ui/field'
import { setLanguage } from './preferences'

const names = { en: 'English', de: 'Deutsch', nl: 'Nederlands', pl: 'Polski' } as const

export function SettingsScreen() {
  const { t, i18n } = useTranslation()
  return (
    <div style={{ maxWidth: 400, padding: 24 }}>
      <h1>{t('settings.title')}</h1>
      <SelectField
        label={t('settings.language')}
        options={languages.map((language) => [language, names[language]] as const)}
        value={i18n.language as (typeof languages)[number]}
        onPick={(language) => void setLanguage(language)}
      />
    </div>
  )
}
