import type { Meeting } from '../../../db/entities/meeting'
import type { Member } from '../../../db/entities/member'
import { formatDay, formatTime } from '../../ui/format'
import type { Moment } from './moments'

export interface MomentWords {
  /** 'Start of Pilot review', 'Before the merger', '12 Mar, 14:05', 'Now'. */
  title(moment: Moment): string
  /** Its name under the heading of its day. */
  line(moment: Moment): string
  /** Time, people, who took it. */
  detail(moment: Moment): string
  day(moment: Moment): string
}

type Translate = (key: string, values?: Record<string, unknown>) => string

export function momentWords(
  t: Translate,
  language: string,
  meetings: readonly Meeting[],
  members: readonly Member[],
  nowMs: number,
): MomentWords {
  const titles = new Map(meetings.map(({ id, title }) => [id, title]))
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const time = ({ atMs }: Moment) => formatTime(atMs, language)
  const day = ({ atMs }: Moment) => formatDay(atMs, language, nowMs)
  return {
    day,
    title(moment) {
      const { snapshot } = moment
      if (!snapshot) return t('mapHistory.now')
      if (snapshot.name !== '') return snapshot.name
      const title = titles.get(snapshot.meetingId ?? '')
      if (snapshot.kind === 'by_hand') return `${day(moment)}, ${time(moment)}`
      return t(`mapHistory.kind.${snapshot.kind}`, { title: title ?? t('mapHistory.aMeeting') })
    },
    line(moment) {
      const { snapshot } = moment
      const isPlain = snapshot?.kind === 'by_hand' && snapshot.name === ''
      return isPlain ? time(moment) : this.title(moment)
    },
    detail(moment) {
      const { snapshot } = moment
      if (!snapshot) return ''
      const member = names.get(snapshot.memberId ?? '') ?? ''
      const who = snapshot.kind === 'by_hand' ? member : ''
      const isPlain = snapshot.kind === 'by_hand' && snapshot.name === ''
      return [isPlain ? '' : time(moment), t('mapHistory.people', { n: snapshot.people }), who]
        .filter(Boolean)
        .join(' · ')
    },
  }
}
