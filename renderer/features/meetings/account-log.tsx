import { IconPhone, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { MeetingList } from './meeting-list'
import './meetings.css'

/** The account's tab: its logs, and the two ways to begin one. */
export function AccountLog({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const meetings = useLive(store.meeting.byAccount, { accountId })

  async function startNow(): Promise<void> {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const values = { accountId, title: t('meetings.adHoc'), timeZone }
    const id = await run(store.meetingLog.start(values))
    if (id) goTo(`meetings/${id}`)
  }

  if (!meetings) return <ScreenSkeleton />
  const buttons = (
    <>
      <Button
        icon={<IconPhone size={16} />}
        data-testid="log-contact"
        onClick={() => goTo(`meetings/contact/${accountId}`)}
      >
        {t('meetings.contact.button')}
      </Button>
      <Button
        look="primary"
        icon={<IconPlus size={16} />}
        data-testid="start-ad-hoc"
        onClick={() => void startNow()}
      >
        {t('meetings.startNow')}
      </Button>
    </>
  )
  if (meetings.length === 0)
    return (
      <EmptyState testId="account-log-empty" title={t('meetings.empty.account')} actions={buttons}>
        {t('meetings.empty.accountText')}
      </EmptyState>
    )
  return (
    <div className="meetings-page" data-testid="account-log">
      <div className="meetings-bar">{buttons}</div>
      <MeetingList meetings={meetings} accountNames={null} />
    </div>
  )
}
