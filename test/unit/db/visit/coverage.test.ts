import { describe, expect, it } from 'vitest'
import { measureCoverage } from '../../../../db/visit/coverage'
import { twelve } from './visit-fixtures'

describe('coverage', () => {
  it('equals a hand count of the map of twelve', () => {
    const attendees = ['anna', 'bert', 'cleo', 'dirk', 'finn', 'hans', 'ida'].map((personId) => ({
      personId,
      isInvited: true,
      partstat: personId < 'd' ? ('ACCEPTED' as const) : ('NEEDS-ACTION' as const),
    }))
    const out = { personId: 'ewa', isInvited: false, partstat: 'NEEDS-ACTION' as const }
    expect(
      measureCoverage({
        people: twelve,
        attendees: [...attendees, out],
        openGates: [
          { id: 'g1', kind: 'finance', personId: 'cleo' },
          { id: 'g2', kind: 'legal', personId: 'gosia' },
          { id: 'g3', kind: 'security', personId: null },
        ],
        neededPersonIds: new Set(['anna', 'gosia']),
      }),
    ).toEqual({
      all: { people: 9, invited: 7, accepted: 3 },
      byLevel: [
        { level: 'executive', people: 2, invited: 2, accepted: 2 },
        { level: 'vice_president', people: 1, invited: 1, accepted: 0 },
        { level: 'director', people: 1, invited: 1, accepted: 1 },
        { level: 'manager', people: 2, invited: 1, accepted: 0 },
        { level: 'staff', people: 3, invited: 2, accepted: 0 },
      ],
      byDepartment: [
        { department: 'Finance', people: 2, invited: 1, accepted: 1 },
        { department: 'IT', people: 4, invited: 4, accepted: 2 },
        { department: 'Legal', people: 1, invited: 0, accepted: 0 },
        { department: 'Operations', people: 2, invited: 2, accepted: 0 },
      ],
      topFive: { people: 3, invited: 3, accepted: 2 },
      gates: [
        { id: 'g1', kind: 'finance', isInvited: true, isAccepted: true },
        { id: 'g2', kind: 'legal', isInvited: false, isAccepted: false },
        { id: 'g3', kind: 'security', isInvited: false, isAccepted: false },
      ],
      needs: { people: 2, addressed: 1 },
      missing: ['ewa', 'gosia'],
    })
  })

  it('of nobody is nothing', () => {
    expect(
      measureCoverage({ people: [], attendees: [], openGates: [], neededPersonIds: new Set() }),
    ).toEqual({
      all: { people: 0, invited: 0, accepted: 0 },
      byLevel: [],
      byDepartment: [],
      topFive: { people: 0, invited: 0, accepted: 0 },
      gates: [],
      needs: { people: 0, addressed: 0 },
      missing: [],
    })
  })
})
