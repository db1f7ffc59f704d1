import type { MapEdit } from './map-store'
import type { MapSeat } from './model'

/**
 * The seats with the card being typed in its place, so that the layout makes room for it. It sorts
 * right behind the peer it follows: a rank with a control character after it comes next.
 */
export function addDraft(seats: readonly MapSeat[], edit: MapEdit | null): readonly MapSeat[] {
  if (edit?.kind !== 'draft') return seats
  const { bossId, afterId, aboveIds = [] } = edit.place
  const above = new Set(aboveIds)
  const draft: MapSeat = {
    id: edit.draftId,
    bossId,
    rank: draftRank(seats, afterId),
    title: '',
    department: '',
    level: 'unknown',
    headcount: 1,
    isVacant: false,
    person: null,
  }
  const others = seats.map((seat) =>
    above.has(seat.id) ? { ...seat, bossId: edit.draftId } : seat,
  )
  return [...others, draft]
}

const behind = '\u0001'
const last = '\uffff'

function draftRank(seats: readonly MapSeat[], afterId: string | null | undefined): string {
  if (afterId === undefined) return last
  const after = afterId === null ? undefined : seats.find((seat) => seat.id === afterId)
  return after ? after.rank + behind : ''
}
