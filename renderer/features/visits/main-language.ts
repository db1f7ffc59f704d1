import type { Invitation } from '../../../db/formats/itip/invitation'
import type { Language } from '../../../db/terms'

/** The language most invitees read; English when nobody is invited. */
export function mainLanguage({ invitees }: Pick<Invitation, 'invitees'>): Language {
  const counts = new Map<Language, number>()
  for (const { language } of invitees) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [most] = [...counts].sort(([, left], [, right]) => right - left)
  return most?.[0] ?? 'en'
}
