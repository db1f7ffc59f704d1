import type { Invitation, Invitee } from '../../../../../db/formats/itip/invitation'

export const hourMs = 3_600_000

export function makeInvitee(
  changes: Partial<Invitee> & { name?: string; address?: string } = {},
): Invitee {
  const { name = 'Jan Kowalski', address = 'jan@acme.example', ...rest } = changes
  return {
    id: 'i1',
    person: { name, address },
    kind: 'required',
    partstat: 'NEEDS-ACTION',
    language: 'en',
    ...rest,
  }
}

/** 12 March 2026, 09:00 to 12:00 in Warsaw. */
export function makeInvitation(changes: Partial<Invitation> = {}): Invitation {
  const startAtMs = Date.UTC(2026, 2, 12, 8)
  return {
    uid: '0198c2a6-6d1e-7000-8000-000000000001@jetway.example',
    sequence: 0,
    status: 'CONFIRMED',
    title: 'Pilot review',
    startAtMs,
    endAtMs: startAtMs + 3 * hourMs,
    zone: 'Europe/Warsaw',
    place: 'Acme, ul. Prosta 1, Warszawa',
    room: 'R 4',
    videoLink: '',
    organizer: { name: 'Eva Vendor', address: 'eva@vendor.example' },
    sentBy: null,
    invitees: [
      makeInvitee(),
      makeInvitee({ id: 'i2', name: 'Anna Berg', address: 'anna@acme.example', language: 'de' }),
    ],
    agenda: [
      {
        kind: 'item',
        title: 'Your goals',
        startAtMs,
        minutes: 45,
        presenter: 'Anna Berg',
        room: '',
      },
      {
        kind: 'break',
        title: '',
        startAtMs: startAtMs + 45 * 60_000,
        minutes: 15,
        presenter: '',
        room: '',
      },
    ],
    ...changes,
  }
}

export const sentAtMs = Date.UTC(2026, 1, 20, 10, 30, 15, 400)

/** The unfolded content lines of calendar text. */
export function contentLines(text: string): string[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
}

/** The lines of one property. */
export function linesOf(text: string, name: string): string[] {
  return contentLines(text).filter(
    (line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`),
  )
}

/** The lines inside VEVENT. */
export function eventLines(text: string): string[] {
  const lines = contentLines(text)
  return lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'))
}
