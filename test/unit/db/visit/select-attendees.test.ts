import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isChampion } from '../../../../db/visit/planned-person'
import { isInvitable, needsReason, selectAttendees } from '../../../../db/visit/select-attendees'
import { makePlanned, twelve } from './visit-fixtures'

describe('who is invited', () => {
  it('is everybody active, champions first, then the top five, then by level and name', () => {
    const { invited, out } = selectAttendees(twelve)
    expect(invited.map(({ id }) => id)).toEqual([
      'anna',
      'ida',
      'bert',
      'hans',
      'cleo',
      'dirk',
      'ewa',
      'finn',
      'gosia',
    ])
    expect(out.map(({ person, why }) => [person.id, why])).toEqual([
      ['jan', 'left'],
      ['lea', 'opted_out'],
      ['kim', 'left'],
    ])
  })

  it('loses nobody and invites nobody twice, for any map', () => {
    const person = fc.record({
      status: fc.constantFrom('active' as const, 'left' as const),
      isOptedOut: fc.boolean(),
      isTopFive: fc.boolean(),
      stance: fc.constantFrom('champion' as const, 'neutral' as const),
      level: fc.constantFrom('executive' as const, 'staff' as const, 'unknown' as const),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), (fields) => {
        const people = fields.map((changes, index) => makePlanned(`p${index}`, changes))
        const { invited, out } = selectAttendees(people)
        const all = [...invited, ...out.map((row) => row.person)]
        expect(new Set(all)).toEqual(new Set(people))
        expect(invited.every(isInvitable)).toBe(true)
        const firstOther = invited.findIndex((one) => !isChampion(one))
        expect(
          invited.slice(firstOther === -1 ? invited.length : firstOther).some(isChampion),
        ).toBe(false)
      }),
    )
  })

  it('asks for a reason only to leave out somebody who could come', () => {
    const [anna] = twelve
    expect(needsReason(anna!, '  ')).toBe(true)
    expect(needsReason(anna!, 'on leave')).toBe(false)
    expect(needsReason({ status: 'left', isOptedOut: false }, '')).toBe(false)
  })
})
