import fc from 'fast-check'
import { StoreError } from '../../db/errors'
import { buyingRoles, gateKinds, lineKinds, stances } from '../../db/terms'
import type { TestStore } from './store'

type Store = TestStore['store']

/** Picks from a list by a number; undefined when it is empty. */
function at<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)]
}

/** What the commands below can name: ids of rows that are there. */
interface Scene {
  readonly accounts: readonly string[]
  readonly accountId: string
  readonly seats: readonly string[]
  readonly people: readonly string[]
  readonly visits: readonly string[]
  readonly meetings: readonly string[]
  readonly notes: readonly string[]
  readonly lines: readonly string[]
}

async function look(store: Store, number: number): Promise<Scene> {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).sort()
  const accounts = ids(await store.account.all())
  const accountId = at(accounts, number) ?? 'none'
  const of = { accountId }
  return {
    accounts,
    accountId,
    seats: ids(await store.seat.byAccount(of)),
    people: ids(await store.person.byAccount(of)),
    visits: ids(await store.visit.byAccount(of)),
    meetings: ids(await store.meeting.byAccount(of)),
    notes: ids(await store.note.byAccount(of)),
    lines: ids(await store.line.byAccount(of)),
  }
}

type Act = (store: Store, scene: Scene, a: number, b: number) => Promise<unknown>

const words = (a: number, b: number) => `Wort ${a} łódź ${b}`

/** One of each kind of thing a user does; some of it is refused, which must change nothing. */
const acts: readonly Act[] = [
  (store, _scene, a) => store.account.create({ name: words(a, 0), city: 'Kraków' }),
  (store, { accountId }, a) => store.account.set({ id: accountId, fields: { about: words(a, 1) } }),
  (store, { accountId }, a) => store.account.set({ id: accountId, fields: { valueNowMinor: a } }),
  (store, { accountId }, a) => (a % 5 === 0 ? store.account.remove({ id: accountId }) : null!),
  (store, { accountId, seats }, a, b) =>
    store.drawing.add({
      accountId,
      bossId: at(seats, a) ?? null,
      name: words(a, b),
      title: `Titel ${b}`,
      stance: at(stances, b)!,
      isTopFive: b % 4 === 0,
    }),
  (store, { accountId, seats }, a) =>
    store.drawing.add({
      accountId,
      bossId: null,
      ...(at(seats, a) && { aboveSeatId: at(seats, a)! }),
    }),
  (store, { seats }, a, b) =>
    store.drawing.edit({
      seatId: at(seats, a) ?? 'none',
      name: words(b, a),
      roles: [at(buyingRoles, b)!],
    }),
  (store, { seats }, a, b) =>
    store.seat.move({ id: at(seats, a) ?? 'none', bossId: at(seats, b) ?? null }),
  (store, { seats }, a, b) =>
    store.drawing.removeSeats({ seatIds: [at(seats, a) ?? 'none'], keepReports: b % 2 === 0 }),
  (store, { seats }, a, b) =>
    store.drawing.vacate({ seatId: at(seats, a) ?? 'none', hasLeftCompany: b % 2 === 0 }),
  (store, { seats, people }, a, b) =>
    store.drawing.seatPerson({ seatId: at(seats, a) ?? 'none', personId: at(people, b) ?? 'none' }),
  (store, { people }, a) => store.drawing.removePerson({ personId: at(people, a) ?? 'none' }),
  (store, { people }, a, b) =>
    store.opinions.setStance({ personIds: people.slice(0, a % 4), stance: at(stances, b)! }),
  (store, { people }, a, b) =>
    store.buyingRole.set({
      personId: at(people, a) ?? 'none',
      role: at(buyingRoles, b)!,
      has: b % 3 === 0 ? 0 : 1,
    }),
  (store, { people }, a, b) =>
    store.person.setTopFive({ id: at(people, a) ?? 'none', isTopFive: b % 2 === 0 ? 1 : 0 }),
  (store, { accountId, seats }, a, b) =>
    store.line.create({
      accountId,
      fromSeatId: at(seats, a) ?? 'x',
      toSeatId: at(seats, b) ?? 'x',
      kind: at(lineKinds, a)!,
      remark: words(a, b),
    }),
  (store, { lines }, a) => store.line.remove({ id: at(lines, a) ?? 'none' }),
  (store, { accountId }, a, b) =>
    store.gate.set({ accountId, kind: at(gateKinds, a)!, fields: { evidence: words(a, b) } }),
  (store, { accountId }, a) =>
    store.visitPlan.create({
      accountId,
      title: words(a, 2),
      type: 'qbr',
      modality: 'on_site',
      startAtMs: a * 1000,
      endAtMs: a * 2000,
      timeZone: 'Europe/Warsaw',
      startLocal: '2026-03-02T09:00',
      items: [{ title: words(a, 3), durationMinutes: 30 }],
    }),
  (store, { visits, people }, a, b) =>
    store.attendee.invite({
      visitId: at(visits, a) ?? 'none',
      personId: at(people, b) ?? 'none',
      isInvited: 0,
      reason: words(a, b),
    }),
  (store, { visits }, a) => store.visitPlan.inviteAll({ visitId: at(visits, a) ?? 'none' }),
  (store, { visits }, a) => store.meetingLog.startFromVisit({ visitId: at(visits, a) ?? 'none' }),
  (store, { meetings }, a) => store.meetingLog.end({ meetingId: at(meetings, a) ?? 'none' }),
  (store, { meetings }, a, b) =>
    store.meetingLog.walkIn({ meetingId: at(meetings, a) ?? 'none', name: words(a, b) }),
  (store, { accountId, meetings }, a, b) =>
    store.note.create({ accountId, meetingId: at(meetings, a) ?? null, body: words(a, b) }),
  (store, { notes }, a, b) =>
    store.note.set({ id: at(notes, a) ?? 'none', fields: { body: words(b, a), kind: 'decision' } }),
  (store, { notes }, a) => store.note.remove({ id: at(notes, a) ?? 'none' }),
  (store, { accountId }, a, b) => store.actionItem.create({ accountId, title: words(a, b) }),
]

/** A sequence of things that a user does, as numbers that shrink well. */
export const commandSequence = fc.array(
  fc.record({
    act: fc.nat({ max: acts.length - 1 }),
    a: fc.nat({ max: 30 }),
    b: fc.nat({ max: 30 }),
  }),
  { minLength: 5, maxLength: 40 },
)

/** Does one of them; what the store refuses is refused. Gives whether it was done. */
export async function actOn(
  test: TestStore,
  { act, a, b }: { act: number; a: number; b: number },
): Promise<boolean> {
  try {
    await acts[act]!(test.store, await look(test.store, a), a, b)
    return true
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'internal') return false
    throw error
  }
}
