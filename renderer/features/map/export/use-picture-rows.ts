import { useMemo } from 'react'
import { useLive } from '../../../data/live'
import { store } from '../../../data/store'
import type { MapLine, MapSeat } from '../model'
import { makeLines, makeSeats } from '../rows'

/** The rows of an account's map as the painters take them; null while they are asked for. */
export function usePictureRows(
  accountId: string,
): { readonly seats: readonly MapSeat[]; readonly lines: readonly MapLine[] } | null {
  const args = { accountId }
  const seats = useLive(store.seat.byAccount, args)
  const people = useLive(store.person.byAccount, args)
  const occupancies = useLive(store.occupancy.byAccount, args)
  const lines = useLive(store.line.byAccount, args)
  const roles = useLive(store.buyingRole.byAccount, args)
  const contacts = useLive(store.view.lastContacts, args)
  return useMemo(() => {
    if (!seats || !people || !occupancies || !lines || !roles || !contacts) return null
    const rows = { seats, people, occupancies, roles, contacts, participants: [] }
    return { seats: makeSeats(rows), lines: makeLines(lines) }
  }, [seats, people, occupancies, lines, roles, contacts])
}
