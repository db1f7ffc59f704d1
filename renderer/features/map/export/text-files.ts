import { printCsv } from '../../../../db/formats/csv-print'
import { printMermaid } from '../../../../db/formats/mermaid'
import { printOpml } from '../../../../db/formats/opml'
import { printOutline } from '../../../../db/formats/outline-print'
import { printVcards } from '../../../../db/formats/vcard-print'
import { nameSeat } from '../model'
import { outlineOf } from './outline-of'
import type { Picture } from './picture'
import type { PictureWords } from './words'

/** What of a person goes on a card besides the name; never an opinion (standards.md 2). */
export interface ContactDetails {
  readonly email: string
  readonly phone: string
  readonly mobile: string
  readonly language: string
}

export type Contacts = ReadonlyMap<string, ContactDetails>

/** The map as outline text, in the normal form that reads back to the same. */
export function exportOutline(picture: Picture, contacts: Contacts): string {
  return printOutline(outlineOf(picture, emailsOf(contacts)), { isSafe: picture.isSafe })
}

export function exportMermaid(picture: Picture, contacts: Contacts): string {
  const { isSafe, title } = picture
  return printMermaid(outlineOf(picture, emailsOf(contacts)), { isSafe, rootText: title })
}

export function exportOpml(picture: Picture, contacts: Contacts): string {
  const { isSafe, title } = picture
  return printOpml(outlineOf(picture, emailsOf(contacts)), { isSafe, title })
}

export interface CsvWords {
  readonly header: Readonly<
    Record<
      | 'name'
      | 'title'
      | 'manager'
      | 'department'
      | 'email'
      | 'phone'
      | 'stance'
      | 'influence'
      | 'roles'
      | 'topFive'
      | 'lastContact',
      string
    >
  >
  influenceOf(value: string): string
  readonly yes: string
}

/** One row per seat; cells that a spreadsheet would run as a formula are made harmless. */
export function exportCsv(
  picture: Picture,
  contacts: Contacts,
  words: CsvWords & Pick<PictureWords, 'stance' | 'role'>,
  separator: string,
): string {
  const { forest, isSafe } = picture
  const { header } = words
  const head = [header.name, header.title, header.manager]
  const more = [
    header.department,
    header.email,
    header.phone,
    header.stance,
    header.influence,
    header.roles,
    header.topFive,
    header.lastContact,
  ]
  const rows = forest.order.map((id) => {
    const { person, title, department } = forest.seatsById.get(id)!
    const boss = forest.seatsById.get(forest.bossById.get(id) ?? '')
    const row = [person?.name ?? '', title, boss ? nameSeat(boss) : '']
    if (isSafe) return row
    const contact = person ? contacts.get(person.id) : undefined
    return [
      ...row,
      department,
      contact?.email ?? '',
      contact?.mobile || contact?.phone || '',
      person && person.stance !== 'unknown' ? words.stance[person.stance] : '',
      person && person.influence !== 'unknown' ? words.influenceOf(person.influence) : '',
      (person?.roles ?? []).map(words.role).join(', '),
      person?.isTopFive ? words.yes : '',
      person?.lastContactAtMs ? new Date(person.lastContactAtMs).toISOString().slice(0, 10) : '',
    ]
  })
  return printCsv([isSafe ? head : [...head, ...more], ...rows], { separator })
}

/** People as vCards; addresses are left out of the safe variant. */
export function exportVcards(picture: Picture, contacts: Contacts, company: string): string {
  const { forest, isSafe } = picture
  const done = new Set<string>()
  const people = forest.order.flatMap((id) => {
    const { person, title, department } = forest.seatsById.get(id)!
    if (!person || done.has(person.id)) return []
    done.add(person.id)
    const contact = isSafe ? undefined : contacts.get(person.id)
    const card = { id: person.id, name: person.name, company, title }
    if (!contact) return [card]
    const { email, phone, mobile, language } = contact
    return [
      { ...card, units: department === '' ? [] : [department], email, phone, mobile, language },
    ]
  })
  return printVcards(people, '3.0')
}

function emailsOf(contacts: Contacts): ReadonlyMap<string, string> {
  return new Map([...contacts].map(([id, { email }]) => [id, email]))
}
