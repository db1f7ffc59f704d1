import { z } from 'zod'
import {
  buyingRoles,
  buyIns,
  gateKinds,
  gateStatuses,
  influences,
  lineKinds,
  personStatuses,
  seatLevels,
  stances,
} from '../terms'
import { normalizeMap } from './map-state'
import type { MapState } from './map-state'

/** The longest text of one state, characters: some 15,000 seats. */
export const mapTextMaxChars = 2_000_000

/**
 * A state as compact text: words once in a list, rows as short lists, UUIDs in 22 characters (about
 * 130 characters per seat with its person). Equal maps give equal text, so the text names its content.
 */
export function encodeMap(state: MapState): string {
  const { seats, people, lines, gates } = normalizeMap(state)
  const words = new Map<string, number>()
  const word = (text: string) => {
    const known = words.get(text)
    if (known !== undefined) return known
    words.set(text, words.size)
    return words.size - 1
  }
  const seatAt = new Map(seats.map(({ id }, at) => [id, at]))
  const personAt = new Map(people.map(({ id }, at) => [id, at]))
  const place = (at: Map<string, number>, id: string | null) => (id === null ? -1 : at.get(id)!)
  const p = people.map((row) => [
    packId(row.id),
    word(row.status),
    word(row.stance),
    word(row.influence),
    word(row.buyIn),
    Number(row.isTopFive),
    ...row.roles.map(word),
  ])
  const s = seats.map((row) => [
    packId(row.id),
    place(seatAt, row.bossId),
    place(personAt, row.personId),
    word(row.title),
    word(row.department),
    word(row.level),
    row.headcount,
    Number(row.isVacant),
  ])
  const l = lines.map((row) => [
    word(row.kind),
    place(seatAt, row.fromSeatId),
    place(seatAt, row.toSeatId),
    row.strength,
  ])
  const g = gates.map((row) => [word(row.kind), word(row.status), place(personAt, row.personId)])
  return JSON.stringify({ v: 1, w: [...words.keys()], p, s, l, g })
}

/** The state of such a text; null when it is damaged or of a version that is not known here. */
export function decodeMap(text: string): MapState | null {
  const parsed = bodySchema.safeParse(readJson(text))
  if (!parsed.success) return null
  const { w, p, s, l, g } = parsed.data
  const seatIds = s.map(([id]) => unpackId(id))
  const personIds = p.map(([id]) => unpackId(id))
  const state = stateSchema.safeParse({
    people: p.map(([, status, stance, influence, buyIn, isTopFive, ...roles], at) => ({
      id: personIds[at],
      status: w[status],
      stance: w[stance],
      influence: w[influence],
      buyIn: w[buyIn],
      isTopFive: isTopFive === 1,
      roles: roles.map((role) => w[role]),
    })),
    seats: s.map(([, boss, person, title, department, level, headcount, isVacant], at) => ({
      id: seatIds[at],
      bossId: seatIds[boss] ?? null,
      personId: personIds[person] ?? null,
      title: w[title],
      department: w[department],
      level: w[level],
      headcount,
      isVacant: isVacant === 1,
    })),
    lines: l.map(([kind, from, to, strength]) => ({
      kind: w[kind],
      fromSeatId: seatIds[from],
      toSeatId: seatIds[to],
      strength,
    })),
    gates: g.map(([kind, status, person]) => ({
      kind: w[kind],
      status: w[status],
      personId: personIds[person] ?? null,
    })),
  })
  return state.success ? normalizeMap(state.data) : null
}

const at = z.int().min(-1)
const bodySchema = z.object({
  v: z.literal(1),
  w: z.array(z.string()),
  p: z.array(z.tuple([z.string(), at, at, at, at, at], at)),
  s: z.array(z.tuple([z.string(), at, at, at, at, at, z.number(), at])),
  l: z.array(z.tuple([at, at, at, at])),
  g: z.array(z.tuple([at, at, at])),
})

const stateSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      status: z.enum(personStatuses),
      stance: z.enum(stances),
      influence: z.enum(influences),
      buyIn: z.enum(buyIns),
      isTopFive: z.boolean(),
      roles: z.array(z.enum(buyingRoles)),
    }),
  ),
  seats: z.array(
    z.object({
      id: z.string(),
      bossId: z.string().nullable(),
      personId: z.string().nullable(),
      title: z.string(),
      department: z.string(),
      level: z.enum(seatLevels),
      headcount: z.number(),
      isVacant: z.boolean(),
    }),
  ),
  lines: z.array(
    z.object({
      kind: z.enum(lineKinds),
      fromSeatId: z.string(),
      toSeatId: z.string(),
      strength: z.number(),
    }),
  ),
  gates: z.array(
    z.object({
      kind: z.enum(gateKinds),
      status: z.enum(gateStatuses),
      personId: z.string().nullable(),
    }),
  ),
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A UUID in 22 characters of base 64; any other id as it is behind a '='. */
function packId(id: string): string {
  if (!uuid.test(id)) return `=${id}`
  const hex = `${id.replaceAll('-', '')}0`
  let packed = ''
  for (let start = 0; start < hex.length; start += 3) {
    const bits = Number.parseInt(hex.slice(start, start + 3), 16)
    packed += digits[bits >> 6]! + digits[bits & 63]!
  }
  return packed
}

function unpackId(packed: string): string {
  if (packed.startsWith('=')) return packed.slice(1)
  let hex = ''
  for (let start = 0; start < packed.length; start += 2) {
    const bits = digits.indexOf(packed[start]!) * 64 + digits.indexOf(packed[start + 1] ?? 'A')
    hex += bits.toString(16).padStart(3, '0')
  }
  return [
    [0, 8] as const,
    [8, 12] as const,
    [12, 16] as const,
    [16, 20] as const,
    [20, 32] as const,
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}
