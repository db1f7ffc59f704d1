import type { CardText } from './edit-text'
import type { DraftPlace, Jot } from './map-store'
import type { BuyingRole, Influence, LineKind, Stance } from './model'

/**
 * Every wish the map has for the store, in the map's words. `store-writes.ts` puts them into store
 * calls; each call is one step of undo. Rejections carry the store's error code.
 */
export interface MapWrites {
  /** Adds a card; gives the new seat's id. `personId` seats somebody already known. */
  add(place: DraftPlace, text: CardText, personId?: string): Promise<string>
  edit(seatId: string, text: CardText, personId?: string): Promise<void>
  /** Moves branches below a boss: after a peer, first (null) or last (undefined). */
  move(seatIds: readonly string[], bossId: string | null, afterId?: string | null): Promise<void>
  copyBranch(seatIds: readonly string[], bossId: string | null): Promise<void>
  setStance(personIds: readonly string[], stance: Stance): Promise<void>
  setInfluence(personIds: readonly string[], influence: Influence): Promise<void>
  setRole(personIds: readonly string[], role: BuyingRole, has: boolean): Promise<void>
  setTopFive(personId: string, isTopFive: boolean, insteadOfId?: string): Promise<void>
  setAttended(personIds: readonly string[], isAttending: boolean): Promise<void>
  vacate(seatIds: readonly string[]): Promise<void>
  removeSeats(seatIds: readonly string[], keepReports: boolean): Promise<void>
  removePeople(personIds: readonly string[]): Promise<void>
  addLine(kind: LineKind, fromSeatId: string, toSeatId: string): Promise<void>
  /** Writes a note, an action, a sighting or a need down about each of the people. */
  jot(jot: Jot, personIds: readonly string[], text: string): Promise<void>
  pasteOutline(bossId: string | null, text: string): Promise<void>
  undo(): Promise<boolean>
  redo(): Promise<boolean>
}
