import type { Page } from '@playwright/test'
import { callStore } from './page-store'

/** The map of twelve that visits are tried on: two left, one opted out, one champion. */
export const cast = [
  ['Bert de Vries', 'CIO', 'executive', 'IT', ''],
  ['Cleo Papadopoulou', 'CFO', 'executive', 'Finance', ''],
  ['Hans-Jürgen Großmann-Schmitt', 'VP Operations', 'vice_president', 'Operations', ''],
  ['Anna Berg', 'Director of infrastructure services', 'director', 'IT', 'champion'],
  ['Dirk Brandt', 'Team lead', 'manager', 'IT', 'supporter'],
  ['Ewa Wiśniewska', 'Controlling', 'manager', 'Finance', 'non_supporter'],
  ['Finn Larsen', 'Engineer', 'staff', 'IT', 'neutral'],
  ['محمد الأحمد', 'Counsel', 'staff', 'Legal', 'opponent'],
  ['Ida Kok', 'Planner', 'staff', 'Operations', ''],
  ['Jan Kowalski', 'Former head of IT', 'director', 'IT', ''],
  ['Kim Lee', 'Former buyer', 'staff', 'Procurement', ''],
  ['Lea Novak', 'Compliance', 'manager', 'Legal', ''],
] as const

/** Makes the account with its site and the cast; gives its id. Who has a plain first name has an address. */
export async function makeAccountWithCast(page: Page): Promise<string> {
  const accountId = await callStore<string>(page, 'account.create', { name: 'Acme Żółć & Söhne' })
  await callStore(page, 'site.create', {
    accountId,
    name: 'Headquarters',
    street: 'ul. Prosta 1',
    postalCode: '00-838',
    city: 'Warszawa',
    country: 'Polska',
    timeZone: 'Europe/Warsaw',
    isHeadquarters: 1,
  })
  for (const [name, title, level, department, stance] of cast) {
    const { personId, seatId } = await callStore<{ personId: string; seatId: string }>(
      page,
      'drawing.add',
      { accountId, bossId: null, name, title },
    )
    await callStore(page, 'seat.set', { id: seatId, fields: { level, department } })
    const email = `${name.split(' ')[0]!.toLowerCase()}@acme.example`
    const fields = {
      status: name === 'Jan Kowalski' || name === 'Kim Lee' ? 'left' : 'active',
      isOptedOut: name === 'Lea Novak' ? 1 : 0,
      language: name === 'Dirk Brandt' ? 'de' : '',
      ...(/^[a-z]+@/.test(email) ? { email } : {}),
    }
    await callStore(page, 'person.set', { id: personId, fields })
    if (stance) await callStore(page, 'opinions.setStance', { personIds: [personId], stance })
    if (level === 'executive')
      await callStore(page, 'person.setTopFive', { id: personId, isTopFive: 1 })
  }
  return accountId
}

/** One answer as a calendar program writes it. */
export function writeReply(
  uid: string,
  attendee: string,
  { sequence = 0, stamp = '20261125T100000Z', comment = '' } = {},
): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Other//Calendar//EN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    'ORGANIZER:mailto:eva@vendor.example',
    `ATTENDEE;${attendee}`,
    ...(comment ? [`COMMENT:${comment}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** Answers in the wrong order, one handed on, one from a stranger, one damaged. */
export function writeAnswers(uid: string): { name: string; text: string }[] {
  const anna = (partstat: string) => `PARTSTAT=${partstat};CN=Anna Berg:mailto:anna@acme.example`
  return [
    { name: '1.ics', text: writeReply(uid, anna('ACCEPTED'), { stamp: '20261126T100000Z' }) },
    { name: '2.ics', text: writeReply(uid, anna('DECLINED'), { stamp: '20261125T100000Z' }) },
    {
      name: '3.ics',
      text: writeReply(
        uid,
        'PARTSTAT=DELEGATED;DELEGATED-TO="mailto:nina@acme.example":mailto:bert@acme.example',
        { comment: 'On leave\\, Nina comes' },
      ),
    },
    {
      name: '4.ics',
      text: writeReply(uid, 'PARTSTAT=ACCEPTED;CN=Zoe Adler:mailto:zoe@acme.example'),
    },
    { name: '5.ics', text: 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x' },
  ]
}
