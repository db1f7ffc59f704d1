import fc from 'fast-check'
import type { MapState } from '../../../../db/map-diff/map-state'
import {
  buyingRoles,
  buyIns,
  gateKinds,
  gateStatuses,
  influences,
  lineKinds,
  personStatuses,
  seatLevels,
  stances,
} from '../../../../db/terms'

const words = fc.constantFrom('', 'CIO', 'Leiterin Einkauf', 'Główny księgowy', 'مدير', '"x"\n\\')

/** Any map, also with bosses, people and ends of lines that do not exist, doubles and loops. */
export const anyMap: fc.Arbitrary<MapState> = fc
  .record({
    seats: fc.nat({ max: 8 }),
    people: fc.nat({ max: 8 }),
    ids: fc.array(fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 5 })), {
      minLength: 20,
      maxLength: 20,
    }),
  })
  .chain(({ seats, people, ids }) => {
    const anyId = fc.constantFrom(...ids)
    const maybeId = fc.option(anyId)
    return fc.record({
      seats: fc.tuple(
        ...ids.slice(0, seats).map((id) =>
          fc.record({
            id: fc.constant(id),
            bossId: maybeId,
            personId: maybeId,
            title: words,
            department: words,
            level: fc.constantFrom(...seatLevels),
            headcount: fc.integer({ min: 1, max: 900 }),
            isVacant: fc.boolean(),
          }),
        ),
      ),
      people: fc.tuple(
        ...ids.slice(8, 8 + people).map((id) =>
          fc.record({
            id: fc.constant(id),
            status: fc.constantFrom(...personStatuses),
            stance: fc.constantFrom(...stances),
            influence: fc.constantFrom(...influences),
            buyIn: fc.constantFrom(...buyIns),
            isTopFive: fc.boolean(),
            roles: fc.array(fc.constantFrom(...buyingRoles), { maxLength: 4 }),
          }),
        ),
      ),
      lines: fc.array(
        fc.record({
          kind: fc.constantFrom(...lineKinds),
          fromSeatId: anyId,
          toSeatId: anyId,
          strength: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 6 },
      ),
      gates: fc.array(
        fc.record({
          kind: fc.constantFrom(...gateKinds),
          status: fc.constantFrom(...gateStatuses),
          personId: maybeId,
        }),
        { maxLength: 5 },
      ),
    })
  })
