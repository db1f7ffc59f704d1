import type { TFunction } from 'i18next'
import type { FeedEntry } from '../../../db/views/team-feed'

/** What came of a meeting in one line: '4 met, 1 new, 2 stances changed, 3 open actions'. */
export function sentenceOf(
  entry: Pick<FeedEntry, 'met' | 'walkIns' | 'stanceChanges' | 'decisions' | 'openActions'>,
  t: TFunction,
): string {
  const parts = (['met', 'walkIns', 'stanceChanges', 'decisions', 'openActions'] as const).flatMap(
    (part) => (entry[part] > 0 ? [t(`team.part.${part}`, { count: entry[part] })] : []),
  )
  return parts.length === 0 ? t('team.part.none') : parts.join(', ')
}
