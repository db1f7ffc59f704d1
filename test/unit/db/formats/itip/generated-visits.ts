import { DateTime, IANAZone } from 'luxon'
import type { Invitation, Invitee } from '../../../../../db/formats/itip/invitation'
import { languages } from '../../../../../db/terms'

/** 40 zones: half-hour and 45-minute ones, the date line, zones that gave summer time up, odd rules. */
export const zones = [
  'Europe/Warsaw',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Kyiv',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Europe/Chisinau',
  'Atlantic/Azores',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Africa/Lagos',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dhaka',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/Nuuk',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/New_York',
  'America/St_Johns',
  'America/Mexico_City',
  'America/Los_Angeles',
  'Etc/UTC',
] as const

const names = [
  'Jan Kowalski',
  'Łukasz Żółć',
  'Anneke van der Berg-de Vries',
  'Jürgen "Jupp" Groß; CIO, IT',
  'محمد الأحمد',
  'דוד כהן',
  '王小明',
  'Ἀθηνᾶ Παπαδοπούλου',
  'Ольга Иванова',
  'O’Neil: Head of R&D',
  '🛫👨‍👩‍👧‍👦 Family',
  'x'.repeat(300),
]
const titles = [
  'Pilot review',
  'Quartalsgespräch: Ziele, Zahlen; Zukunft',
  'Spotkanie — zażółć gęślą jaźń',
  'C:\\new\\table, a; b',
  '会議 🛫 '.repeat(20),
  '=?utf-8?B?SGk=?=',
  'BEGIN:VEVENT',
  '',
]

/** 500 visits from one seed: every zone, half of the times within three hours of a clock change. */
export function generateVisits(count: number, seed: number): Invitation[] {
  const random = makeRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_, number) => {
    const zone = zones[number % zones.length]!
    const startAtMs = pickStart(zone, random)
    const minutes = 15 + Math.floor(random() * 40) * 15
    const invitees = Array.from({ length: 1 + Math.floor(random() * 30) }, (_, n): Invitee => ({
      id: `i${n}`,
      person: { name: pick(names), address: `p${n}.${number}+x@acme${n % 3}.example` },
      kind: pick(['required', 'required', 'optional', 'informed', 'room'] as const),
      partstat: pick(['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE'] as const),
      language: pick(languages),
    }))
    invitees[0] = { ...invitees[0]!, kind: 'required' }
    return {
      uid: `0198c2a6-6d1e-7000-8000-${String(number).padStart(12, '0')}@jetway.example`,
      sequence: Math.floor(random() * 5),
      status: pick(['CONFIRMED', 'TENTATIVE'] as const),
      title: pick(titles),
      startAtMs,
      endAtMs: startAtMs + minutes * 60_000,
      zone,
      place: pick(['', 'Acme, ul. Prosta 1', 'Gebäude 7; Tor 3\nEmpfang']),
      room: pick(['', 'R 4', '会議室']),
      videoLink: pick(['', 'https://meet.example/a?b=c&d=e', 'javascript:alert(1)']),
      organizer: { name: pick(names), address: 'eva@vendor.example' },
      sentBy: pick([null, 'assist@vendor.example']),
      invitees,
      agenda: Array.from({ length: Math.floor(random() * 12) }, (_, n) => ({
        kind: pick(['item', 'break', 'travel'] as const),
        title: pick(titles),
        startAtMs: startAtMs + n * 15 * 60_000,
        minutes: 15,
        presenter: pick(['', ...names]),
        room: '',
      })),
    }
  })
}

function pickStart(zone: string, random: () => number): number {
  const minuteMs = 60_000
  const year = 2026 + Math.floor(random() * 6)
  const anyMs = Date.UTC(year, 0, 1) + Math.floor(random() * 365 * 24 * 12) * 5 * minuteMs
  const changes = listChanges(zone, year)
  const near = changes[Math.floor(random() * changes.length)]
  if (near === undefined || random() < 0.5) return anyMs
  return near + Math.floor((random() - 0.5) * 6 * 12) * 5 * minuteMs
}

function listChanges(zone: string, year: number): number[] {
  const at = new IANAZone(zone)
  const dayMs = 24 * 3_600_000
  const start = DateTime.utc(year).toMillis()
  const days = Array.from({ length: 366 }, (_, n) => start + n * dayMs)
  return days
    .filter((ms) => at.offset(ms) !== at.offset(ms + dayMs))
    .map((ms) => {
      const halfHours = Array.from({ length: 48 }, (_, n) => ms + (n + 1) * 1_800_000)
      return halfHours.find((half) => at.offset(half) !== at.offset(ms))!
    })
}

/** mulberry32: the same numbers for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
