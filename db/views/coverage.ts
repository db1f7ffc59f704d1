import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema } from '../columns'
import { findGaps } from '../coverage/gaps'
import type { Gap } from '../coverage/gaps'
import { inferLevels } from '../coverage/levels'
import type { LevelSource } from '../coverage/levels'
import { query } from '../entity'
import { meetingTable } from '../entities/meeting'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import type { Person } from '../entities/person'
import { preferenceTable } from '../entities/preference'
import type { ReadableDb } from '../handles'
import { mapTables, readMap } from '../map-diff/read-map'
import type { BuyingRole, Modality, SeatLevel, Stance } from '../terms'

/** Somebody, or a seat nobody is known for, in the grid of levels and departments. */
export interface CoveragePlace {
  readonly seatId: string | null
  readonly personId: string | null
  readonly name: string
  readonly title: string
  /** As it is spelled; empty = nobody said. */
  readonly department: string
  readonly level: SeatLevel
  readonly levelSource: LevelSource
  readonly state: 'known' | 'unknown' | 'vacant'
  /** Posts the seat stands for. */
  readonly headcount: number
  readonly stance: Stance
  readonly stanceAtMs: number | null
  readonly influence: Person['influence']
  readonly coverage: Person['coverage']
  readonly roles: readonly BuyingRole[]
  readonly isTopFive: boolean
  readonly lastContactAtMs: number | null
  readonly lastModality: Modality | null
}

export interface CoverageOfAccount {
  /** Active people, seated or not, and open seats; in map order. */
  readonly places: readonly CoveragePlace[]
  readonly gaps: readonly Gap[]
}

/** An opinion older than the setting, to be asked for again. */
export interface FadedOpinion {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly kind: 'stance' | 'influence'
  readonly value: string
  readonly atMs: number
  readonly memberId: string | null
  readonly meetingId: string | null
  readonly isTopFive: boolean
}

/** Days after which an opinion fades, unless the preference `opinionFadeDays` says otherwise. */
export const opinionFadeDaysDefault = 180
const dayMs = 86_400_000

/** The whitespace of an account: who is known where (methods 0.11) and what is missing. */
export const coverage = query(
  z.object({ accountId: idSchema }),
  [...mapTables, participantTable, meetingTable],
  (db, { accountId }): CoverageOfAccount => {
    const { seats, people } = readMap(db, accountId)
    const rows = new Map(
      db
        .select()
        .from(personTable)
        .where(eq(personTable.accountId, accountId))
        .all()
        .map((row) => [row.id, row]),
    )
    const roles = new Map(people.map((person) => [person.id, person.roles]))
    const contacts = readContacts(db, accountId)
    const levels = inferLevels(seats)
    const seated = new Set<string>()
    const places: CoveragePlace[] = []
    for (const seat of seats) {
      const person = seat.personId === null ? undefined : rows.get(seat.personId)
      if (person) seated.add(person.id)
      const { level, source } = levels.get(seat.id)!
      places.push({
        ...placePerson(person?.status === 'active' ? person : undefined, roles, contacts),
        seatId: seat.id,
        title: seat.title,
        department: seat.department.trim(),
        level,
        levelSource: source,
        state: person?.status === 'active' ? 'known' : seat.isVacant ? 'vacant' : 'unknown',
        headcount: seat.headcount,
      })
    }
    for (const person of rows.values())
      if (!seated.has(person.id) && person.status === 'active')
        places.push({ ...placePerson(person, roles, contacts), ...unplaced })
    return { places, gaps: findGaps(seats, people) }
  },
)

/** Opinions of active people that are older than the setting, oldest first. */
export const fadedOpinions = query(
  z.object({ accountId: idSchema }),
  [preferenceTable, ...mapTables],
  (db, { accountId }, { nowMs }): { fadeDays: number; opinions: readonly FadedOpinion[] } => {
    const fadeDays = readFadeDays(db)
    const beforeMs = nowMs - fadeDays * dayMs
    const titles = new Map(
      readMap(db, accountId).seats.map(({ personId, title }) => [personId, title]),
    )
    const people = db
      .select()
      .from(personTable)
      .where(and(eq(personTable.accountId, accountId), eq(personTable.status, 'active')))
      .all()
    const opinions = people.flatMap((person): FadedOpinion[] => {
      const { id: personId, name, isTopFive } = person
      const who = { personId, name, title: titles.get(personId) ?? '', isTopFive: isTopFive === 1 }
      const found: FadedOpinion[] = []
      const { stanceAtMs, influenceAtMs } = person
      if (person.stance !== 'unknown' && stanceAtMs !== null && stanceAtMs < beforeMs)
        found.push({
          ...who,
          kind: 'stance',
          value: person.stance,
          atMs: stanceAtMs,
          memberId: person.stanceMemberId,
          meetingId: person.stanceMeetingId,
        })
      if (person.influence !== 'unknown' && influenceAtMs !== null && influenceAtMs < beforeMs)
        found.push({
          ...who,
          kind: 'influence',
          value: person.influence,
          atMs: influenceAtMs,
          memberId: person.influenceMemberId,
          meetingId: null,
        })
      return found
    })
    return { fadeDays, opinions: opinions.sort((a, b) => a.atMs - b.atMs) }
  },
)

const unplaced = {
  seatId: null,
  title: '',
  department: '',
  level: 'unknown',
  levelSource: 'none',
  state: 'known',
  headcount: 1,
} as const

interface Contact {
  readonly atMs: number
  readonly modality: Modality
}

function placePerson(
  person: Person | undefined,
  roles: ReadonlyMap<string, readonly BuyingRole[]>,
  contacts: ReadonlyMap<string, Contact>,
) {
  const contact = person && contacts.get(person.id)
  return {
    personId: person?.id ?? null,
    name: person?.name ?? '',
    stance: person?.stance ?? 'unknown',
    stanceAtMs: person?.stanceAtMs ?? null,
    influence: person?.influence ?? 'unknown',
    coverage: person?.coverage ?? 'unknown',
    roles: (person && roles.get(person.id)) ?? [],
    isTopFive: person?.isTopFive === 1,
    lastContactAtMs: contact?.atMs ?? null,
    lastModality: contact?.modality ?? null,
  } as const
}

/** The latest contact with each person. */
function readContacts(db: ReadableDb, accountId: string): ReadonlyMap<string, Contact> {
  const rows = db
    .select({
      personId: participantTable.personId,
      atMs: meetingTable.startedAtMs,
      modality: participantTable.modality,
    })
    .from(participantTable)
    .innerJoin(meetingTable, eq(meetingTable.id, participantTable.meetingId))
    .where(
      and(
        eq(participantTable.accountId, accountId),
        isNotNull(participantTable.personId),
        inArray(participantTable.attendance, ['attended', 'walk_in', 'remote']),
      ),
    )
    .orderBy(desc(meetingTable.startedAtMs))
    .all()
  const latest = new Map<string, Contact>()
  for (const { personId, atMs, modality } of rows)
    if (!latest.has(personId!)) latest.set(personId!, { atMs, modality })
  return latest
}

/** The setting; only the user's own preferences are on a device. */
function readFadeDays(db: ReadableDb): number {
  const row = db
    .select()
    .from(preferenceTable)
    .where(eq(preferenceTable.name, 'opinionFadeDays'))
    .get()
  const days = row ? Number(row.value) : opinionFadeDaysDefault
  return Number.isFinite(days) && days >= 1 ? Math.round(days) : opinionFadeDaysDefault
}
