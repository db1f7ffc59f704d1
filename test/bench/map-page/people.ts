/** One person of the made-up company that every chart draws. */
export interface Person {
  readonly id: string
  readonly bossId: string | null
  readonly name: string
  readonly title: string
}

const names = ['Anna Berg', 'Jan Kowalski', 'Eva de Vries', 'Dieter Müller', 'Łucja Wójcik']
const titles = ['Head of IT', 'Product owner', 'Controller', 'Team lead', 'Clerk']

/** A company of `count` people in which everybody leads up to `span` others. */
export function makePeople(count: number, span = 5): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    bossId: i === 0 ? null : `p${Math.floor((i - 1) / span)}`,
    name: names[i % names.length] as string,
    title: titles[(i * 7) % titles.length] as string,
  }))
}

/** The last person moves to the other end of the company. */
export function moveOne(people: readonly Person[]): Person[] {
  const last = people.length - 1
  return people.map((person, i) => (i === last ? { ...person, bossId: 'p1' } : person))
}
