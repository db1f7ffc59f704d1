import { IconHierarchy3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import type { Language } from '../../../db/terms'

/** What the meeting changed on the map, in one sentence; the first line of its log. */
export function MapDiffLine({ meetingId }: { readonly meetingId: string }) {
  const { t, i18n } = useTranslation()
  const found = useLive(store.view.meetingDiff, { meetingId })
  if (!found || found.changes === 0) return null
  return (
    <p className="map-diff-line" data-testid="map-diff">
      <IconHierarchy3 size={16} />
      <span>
        <strong>{t('meetings.mapDiff')}</strong> {found.summary[i18n.language as Language]}
      </span>
    </p>
  )
}
