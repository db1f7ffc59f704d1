import type { PictureWords } from '../../../../../../renderer/features/map/export/words'
import type { CsvWords } from '../../../../../../renderer/features/map/export/text-files'
import type { Contacts } from '../../../../../../renderer/features/map/export/text-files'
import { makePicture } from '../../../../../../renderer/features/map/export/picture'
import type { Picture, PictureSource } from '../../../../../../renderer/features/map/export/picture'
import type { MapLine, MapPerson, MapSeat } from '../../../../../../renderer/features/map/model'

/** Saturday 2026-11-21 12:00 UTC. */
export const nowMs = Date.UTC(2026, 10, 21, 12)

export const words: PictureWords = {
  stance: {
    champion: 'QQChampion',
    supporter: 'QQSupporter',
    neutral: 'QQNeutral',
    non_supporter: 'QQNonSupporter',
    opponent: 'QQOpponent',
    unknown: 'QQUnknown',
  },
  line: {
    dotted: 'QQDotted',
    influences: 'QQInfluences',
    conflicts: 'QQConflict',
    peer: 'QQPeer',
  },
  role: (role) => `QQ ${role}`,
  influence: 'QQInfluence',
  topFive: 'QQTopFive',
  needs: 'QQNeeds',
  lastContact: 'QQLastContact',
  folded: 'QQFolded',
  internal: 'QQInternal',
  days: (days) => `${days} d`,
  openSeat: (state) => (state === 'vacant' ? 'QQVacant' : 'QQNotKnown'),
}

export const csvWords: CsvWords = {
  header: {
    name: 'Name',
    title: 'Title',
    manager: 'Manager',
    department: 'Department',
    email: 'E-mail',
    phone: 'Phone',
    stance: 'Stance',
    influence: 'Influence',
    roles: 'Roles',
    topFive: 'Top five',
    lastContact: 'Last contact',
  },
  influenceOf: (value) => `QQ ${value}`,
  yes: 'yes',
}

export function person(id: string, rest: Partial<MapPerson> = {}): MapPerson {
  return {
    id: `person-${id}`,
    name: id,
    stance: 'unknown',
    stanceAtMs: null,
    influence: 'unknown',
    roles: [],
    isTopFive: false,
    lastContactAtMs: null,
    hasNeeds: false,
    isAttending: false,
    ...rest,
  }
}

export function seat(id: string, bossId: string | null, rest: Partial<MapSeat> = {}): MapSeat {
  return {
    id,
    bossId,
    rank: id,
    title: '',
    department: '',
    level: 'unknown',
    headcount: 1,
    isVacant: false,
    person: person(id),
    ...rest,
  }
}

export function picture(
  seats: readonly MapSeat[],
  rest: Partial<PictureSource> & { readonly lines?: readonly MapLine[] } = {},
): Picture {
  return makePicture({
    seats,
    lines: [],
    folded: new Set(),
    rootId: null,
    isSafe: false,
    title: 'Acme · Stakeholder map',
    subtitle: '21 November 2026',
    nowMs,
    ...rest,
  })
}

/** Text that must not be found where a customer looks. */
export const marker = 'ZZPRIVATE'

/** A map whose every private value holds the marker or is an opinion, and its contacts. */
export function privateMap(): {
  readonly seats: readonly MapSeat[]
  readonly lines: readonly MapLine[]
  readonly contacts: Contacts
} {
  const anna = person('Anna Berg', {
    id: '0190b5a0-0000-7000-8000-000000000001',
    stance: 'opponent',
    stanceAtMs: nowMs - 300 * 86_400_000,
    influence: 'high',
    roles: ['economic_buyer', 'gatekeeper'],
    isTopFive: true,
    lastContactAtMs: nowMs - 77 * 86_400_000,
    hasNeeds: true,
    isAttending: true,
  })
  const jan = person('Jan Kowalski', {
    id: '0190b5a0-0000-7000-8000-000000000002',
    stance: 'champion',
    influence: 'low',
    roles: ['coach'],
  })
  const seats = [
    seat('cio', null, { title: 'CIO', department: `${marker} department`, person: anna }),
    seat('it', 'cio', { title: 'Head of IT', level: 'director', person: jan, headcount: 7 }),
    seat('open', 'cio', { title: 'Procurement lead', isVacant: true, person: null }),
    seat('far', 'it', { title: 'Team lead', person: person('Eva de Vries') }),
  ]
  const kinds = ['influences', 'dotted', 'conflicts', 'peer'] as const
  const lines = kinds.map((kind) => ({
    id: kind,
    kind,
    fromSeatId: 'cio',
    toSeatId: 'far',
    note: `${marker} note`,
  }))
  const contact = {
    email: `${marker}@acme.example`,
    phone: `+49 ${marker}`,
    mobile: `+48 ${marker}`,
    language: 'de',
  }
  return {
    seats,
    lines,
    contacts: new Map([
      [anna.id, contact],
      [jan.id, contact],
    ]),
  }
}
