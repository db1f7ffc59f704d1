import { useTranslation } from 'react-i18next'
import type { Gap } from '../../../db/coverage/gaps'

/** Buying roles nobody has; silent when all are filled. */
export function MissingRoles({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation()
  const roles = gaps.flatMap((gap) => (gap.kind === 'role' ? [gap.role] : []))
  if (roles.length === 0) return null
  return (
    <section aria-label={t('whitespace.rolesMissing')}>
      <h3>{t('whitespace.rolesMissing')}</h3>
      <ul className="missing-roles" data-testid="coverage-roles">
        {roles.map((role) => (
          <li key={role}>
            <b>{t(`term.buyingRole.${role}`)}</b>
            <small>{t(`whitespace.ask.${role}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
