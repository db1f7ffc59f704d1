import type { Occupancy } from '../../../db/entities/occupancy'
import type { Person } from '../../../db/entities/person'
import type { Seat } from '../../../db/entities/seat'
import { stances } from '../../../db/terms'
import type { LastContact } from '../../../db/views/last-contacts'
import { foldText, holdsWords } from '../../ui/fold-text'

/** A person with where they sit and when we last spoke. */
export interface PersonRow {
  readonly person: Person
  /** The seat they hold today; null = not on the map. */
  readonly seat: Seat | null
  readonly contact: LastContact | null
  /** Name, title, department and mail, folded for the filter. */
  readonly hay: string
}

export const peopleSorts = ['name', 'contact', 'stance', 'department'] as const
export type PeopleSort = (typeof peopleSorts)[number]

export const peopleKinds = ['active', 'topFive', 'noEmail', 'left'] as const
/** Which people are listed. */
export type PeopleKind = (typeof peopleKinds)[number]

/** Joins the people of an account with their present seats and last contacts. */
export function joinPeople(
  people: readonly Person[],
  seats: readonly Seat[],
  occupancies: readonly Occupancy[],
  contacts: readonly LastContact[],
): PersonRow[] {
  const seatsById = new Map(seats.map((seat) => [seat.id, seat]))
  const seatByPerson = new Map<string, Seat>()
  for (const { personId, seatId, toDate } of occupancies) {
    const seat = seatsById.get(seatId)
    if (seat && toDate === null) seatByPerson.set(personId, seat)
  }
  const contactByPerson = new Map(contacts.map((contact) => [contact.personId, contact]))
  return people.map((person) => {
    const seat = seatByPerson.get(person.id) ?? null
    const words = `${person.name} ${seat?.title ?? ''} ${seat?.department ?? ''} ${person.email}`
    const contact = contactByPerson.get(person.id) ?? null
    return { person, seat, contact, hay: foldText(words) }
  })
}

/** The people that fit the text and the kind, in order. */
export function listPeople(
  rows: readonly PersonRow[],
  choice: { readonly text: string; readonly kind: PeopleKind; readonly sort: PeopleSort },
  collator: Intl.Collator,
): PersonRow[] {
  const needle = foldText(choice.text.trim())
  const fits = kindTests[choice.kind]
  const byName = (left: PersonRow, right: PersonRow) =>
    collator.compare(left.person.name, right.person.name)
  return rows
    .filter((row) => fits(row) && (needle === '' || holdsWords(row.hay, needle)))
    .sort((left, right) => orders[choice.sort](left, right, collator) || byName(left, right))
}

const kindTests: Readonly<Record<PeopleKind, (row: PersonRow) => boolean>> = {
  active: ({ person }) => person.status === 'active',
  topFive: ({ person }) => person.isTopFive === 1,
  noEmail: ({ person }) => person.status === 'active' && person.email === '',
  left: ({ person }) => person.status === 'left',
}

type Order = (left: PersonRow, right: PersonRow, collator: Intl.Collator) => number

const orders: Readonly<Record<PeopleSort, Order>> = {
  name: () => 0,
  contact: (left, right) => (left.contact?.atMs ?? 0) - (right.contact?.atMs ?? 0),
  stance: (left, right) =>
    stances.indexOf(left.person.stance) - stances.indexOf(right.person.stance),
  department: (left, right, collator) =>
    collator.compare(left.seat?.department || '\uffff', right.seat?.department || '\uffff'),
}
