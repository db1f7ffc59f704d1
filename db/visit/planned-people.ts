import type { Occupancy } from '../entities/occupancy'
import type { Person } from '../entities/person'
import type { Seat } from '../entities/seat'
import type { BuyingRole, Language } from '../terms'
import { languages } from '../terms'
import type { PlannedPerson } from './planned-person'

export interface AccountPeople {
  readonly people: readonly Person[]
  readonly seats: readonly Seat[]
  readonly occupancies: readonly Occupancy[]
  readonly roles: readonly { readonly personId: string; readonly role: BuyingRole }[]
}

/** The people of an account with the seat each holds now; of several seats the highest in the map. */
export function makePlannedPeople(rows: AccountPeople): PlannedPerson[] {
  const seats = new Map(rows.seats.map((seat) => [seat.id, seat]))
  const seatOf = new Map<string, Seat>()
  for (const { personId, seatId, toDate } of rows.occupancies) {
    const seat = seats.get(seatId)
    if (toDate === null && seat && !seatOf.has(personId)) seatOf.set(personId, seat)
  }
  const rolesOf = new Map<string, BuyingRole[]>()
  for (const { personId, role } of rows.roles) {
    rolesOf.set(personId, [...(rolesOf.get(personId) ?? []), role])
  }
  return rows.people.map((person) => {
    const seat = seatOf.get(person.id)
    return {
      id: person.id,
      name: person.name,
      email: person.email,
      status: person.status,
      isOptedOut: person.isOptedOut === 1,
      isTopFive: person.isTopFive === 1,
      stance: person.stance,
      roles: rolesOf.get(person.id) ?? [],
      level: seat?.level ?? 'unknown',
      department: seat?.department ?? '',
      title: seat?.title ?? '',
      needs: person.needs,
    }
  })
}

/** The language somebody is written to in: their own, else their country's, else English. */
export function chooseLanguage(own: string, country: string): Language {
  const wanted = own.slice(0, 2).toLowerCase()
  const found = languages.find((language) => language === wanted)
  return found ?? languageOfCountry[country.trim().toLowerCase()] ?? 'en'
}

const languageOfCountry: Readonly<Record<string, Language>> = {
  ...spell('de', ['de', 'at', 'ch', 'germany', 'deutschland', 'austria', 'österreich', 'niemcy']),
  ...spell('nl', ['nl', 'netherlands', 'nederland', 'niederlande', 'the netherlands', 'holandia']),
  ...spell('pl', ['pl', 'poland', 'polska', 'polen']),
}

function spell(language: Language, countries: readonly string[]): Record<string, Language> {
  return Object.fromEntries(countries.map((country) => [country, language]))
}
