import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferLevels } from '../../../../db/coverage/levels'
import type { PlacedSeat } from '../../../../db/coverage/levels'
import { levelOfTitle } from '../../../../db/coverage/title-words'
import { seatLevels } from '../../../../db/terms'

describe('the level that a title says', () => {
  it.each([
    ['CEO', 'executive'],
    ['Chief Information Officer', 'executive'],
    ['CIO & COO', 'executive'],
    ['Managing Director', 'executive'],
    ['President EMEA', 'executive'],
    ['Vice President Sales', 'vice_president'],
    ['SVP, Operations', 'vice_president'],
    ['Deputy CIO', 'vice_president'],
    ['Director of Purchasing', 'director'],
    ['Head of IT Ops', 'director'],
    ['Deputy Director', 'manager'],
    ['Team lead, Platform', 'manager'],
    ['Procurement Manager', 'manager'],
    ['Account Manager', 'staff'],
    ['Senior Software Engineer', 'staff'],
    ['Executive Assistant to the CEO', 'staff'],
    ['Geschäftsführerin', 'executive'],
    ['Finanzvorstand', 'executive'],
    ['Assistentin der Geschäftsführung', 'staff'],
    ['Bereichsleiter Vertrieb', 'director'],
    ['Leiterin Einkauf', 'director'],
    ['IT-Leiter', 'director'],
    ['Stellv. Leiter Einkauf', 'manager'],
    ['Abteilungsleiterin Recht', 'manager'],
    ['Teamleiter Lager', 'manager'],
    ['Sachbearbeiterin', 'staff'],
    ['Algemeen directeur', 'executive'],
    ['Bestuursvoorzitter', 'executive'],
    ['Hoofd ICT', 'director'],
    ['Afdelingshoofd Inkoop', 'manager'],
    ['Teamleider', 'manager'],
    ['Medewerker administratie', 'staff'],
    ['Prezes zarządu', 'executive'],
    ['Członkini zarządu', 'executive'],
    ['Wiceprezes', 'vice_president'],
    ['Dyrektor generalny', 'executive'],
    ['Dyrektorka finansowa', 'director'],
    ['Zastępca dyrektora', 'manager'],
    ['Kierownik działu', 'manager'],
    ['Główna księgowa', 'manager'],
    ['Specjalista ds. zakupów', 'staff'],
    ['Asystentka zarządu', 'staff'],
    ['', null],
    ['?', null],
    ['Mr Magic', null],
  ] as const)('%s: %s', (title, level) => {
    expect(levelOfTitle(title)).toBe(level)
  })
})

describe('the level of a seat', () => {
  it('is what somebody said before what the title says', () => {
    const seats = [seat('a', null, 'CEO', 'manager'), seat('b', 'a', 'CEO')]
    expect(describeLevels(seats)).toEqual({ a: 'manager said', b: 'executive title' })
  })

  it('is one below the boss where the title says nothing, down to staff', () => {
    const seats = [
      seat('a', null, 'CIO'),
      seat('b', 'a'),
      seat('c', 'b'),
      seat('d', 'c'),
      seat('e', 'd'),
      seat('f', 'e'),
    ]
    expect(describeLevels(seats)).toEqual({
      a: 'executive title',
      b: 'vice_president tree',
      c: 'director tree',
      d: 'manager tree',
      e: 'staff tree',
      f: 'staff tree',
    })
  })

  it('is one above the highest report for a top whose title says nothing', () => {
    const seats = [seat('a', null), seat('b', 'a', 'Head of IT'), seat('c', 'a', 'Team lead')]
    expect(describeLevels(seats)).toMatchObject({ a: 'vice_president tree' })
  })

  it('is executive for the top of a tree nobody said anything of, unknown for a lone seat', () => {
    expect(describeLevels([seat('a', null), seat('b', 'a'), seat('c', null)])).toEqual({
      a: 'executive tree',
      b: 'vice_president tree',
      c: 'unknown none',
    })
  })

  it('is given to every seat of any tree, loop or orphan', () => {
    const anySeats = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        bossId: fc.constantFrom(null, 'a', 'b', 'c', 'd', 'e', 'f', 'gone'),
        title: fc.constantFrom('', 'CEO', 'Leiter Einkauf', 'Analyst'),
        level: fc.constantFrom(...seatLevels),
      }),
    )
    fc.assert(
      fc.property(anySeats, (any) => {
        const seats = [...new Map(any.map((each) => [each.id, each])).values()]
        const levels = inferLevels(seats)
        expect([...levels.keys()].sort()).toEqual(seats.map(({ id }) => id).sort())
      }),
      { numRuns: 500 },
    )
  })
})

function seat(
  id: string,
  bossId: string | null,
  title = '',
  level: PlacedSeat['level'] = 'unknown',
): PlacedSeat {
  return { id, bossId, title, level }
}

function describeLevels(seats: readonly PlacedSeat[]): Record<string, string> {
  const levels = [...inferLevels(seats)]
  return Object.fromEntries(levels.map(([id, { level, source }]) => [id, `${level} ${source}`]))
}
