import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { store } from '../../data/store'

/** Our own people as `[id, name]` by name: the active ones, and who is chosen already. */
export function useMemberOptions(chosenId: string | null): readonly (readonly [string, string])[] {
  const { t, i18n } = useTranslation()
  const members = useLive(store.member.all, {})
  return useMemo(
    () =>
      (members ?? [])
        .filter((member) => member.isActive === 1 || member.id === chosenId)
        .map((member) => [member.id, member.name || t('accounts.me')] as const)
        .sort((left, right) => left[1].localeCompare(right[1], i18n.language)),
    [members, chosenId, t, i18n.language],
  )
}
