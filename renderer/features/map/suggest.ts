import type { Person } from '../../../db/entities/person'
import type { Suggestion } from './editor'
import type { MapSeat } from './model'

const mostShown = 5

/**
 * People of the account whose name starts like what was typed, those without a seat first: naming a
 * card after somebody known should not make a second person.
 */
export function suggestPeople(
  text: string,
  people: readonly Person[],
  seats: readonly MapSeat[],
): readonly Suggestion[] {
  const typed = text
    .split(/[,|(\n]/u)[0]!
    .trim()
    .toLocaleLowerCase()
  if (typed.length < 2) return []
  const titles = new Map(
    seats.flatMap((seat) => (seat.person ? [[seat.person.id, seat.title]] : [])),
  )
  const found = people.filter((person) => {
    const name = person.name.toLocaleLowerCase()
    return name.startsWith(typed) || name.includes(` ${typed}`)
  })
  found.sort((a, b) => Number(titles.has(a.id)) - Number(titles.has(b.id)))
  return found
    .slice(0, mostShown)
    .map(({ id, name, email }) => ({ personId: id, name, detail: titles.get(id) || email }))
}
