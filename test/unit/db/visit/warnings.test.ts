import { describe, expect, it } from 'vitest'
import { layOutAgenda } from '../../../../db/visit/agenda'
import type { VisitPlanState } from '../../../../db/visit/warnings'
import { findWarnings } from '../../../../db/visit/warnings'

const hour = 3_600_000
/** Thursday. */
const start = Date.UTC(2026, 2, 12, 8)
const timed = layOutAgenda(start, [
  { id: 'a', kind: 'item', durationMinutes: 120, gapMinutes: 0, isCustomerValue: true },
  { id: 'b', kind: 'item', durationMinutes: 60, gapMinutes: 0, isCustomerValue: true },
])
const good: VisitPlanState = {
  id: 'v',
  title: 'Visit',
  startAtMs: start,
  endAtMs: start + 3 * hour,
  zone: 'Europe/Warsaw',
  place: 'Warsaw',
  timed,
  needed: [{ itemId: 'a', personId: 'anna' }],
  attendees: [
    { personId: 'anna', isInvited: true, partstat: 'ACCEPTED' },
    { personId: 'bert', isInvited: true, partstat: 'NEEDS-ACTION' },
    { personId: 'cleo', isInvited: false, partstat: 'NEEDS-ACTION' },
    { personId: 'dirk', isInvited: true, partstat: 'DECLINED' },
  ],
  others: [],
  holidays: [],
}
const other = { id: 'o', title: 'Other', place: 'Lodz', personIds: ['anna', 'dirk', 'stranger'] }

describe('warnings of a plan', () => {
  it('are none where nothing is wrong', () => {
    expect(findWarnings(good)).toEqual([])
  })

  it.each<[string, Partial<VisitPlanState>, unknown[]]>([
    [
      'a person in two places, who said no left aside',
      { others: [{ ...other, startAtMs: start + hour, endAtMs: start + 2 * hour }] },
      [{ kind: 'two_places', personId: 'anna', otherTitle: 'Other', startAtMs: start + hour }],
    ],
    [
      'a needed person not invited',
      {
        needed: [
          { itemId: 'a', personId: 'cleo' },
          { itemId: 'b', personId: 'nobody' },
        ],
      },
      [
        { kind: 'needed_not_invited', personId: 'cleo', itemId: 'a' },
        { kind: 'needed_not_invited', personId: 'nobody', itemId: 'b' },
      ],
    ],
    [
      'a needed person who said no',
      { needed: [{ itemId: 'b', personId: 'dirk' }] },
      [{ kind: 'needed_declined', personId: 'dirk', itemId: 'b' }],
    ],
    [
      'an agenda longer than the visit',
      { endAtMs: start + 2.5 * hour },
      [{ kind: 'past_end', itemId: 'b', minutes: 30 }],
    ],
    [
      'a gap',
      { endAtMs: start + 4 * hour },
      [{ kind: 'gap', startAtMs: start + 3 * hour, minutes: 60 }],
    ],
    [
      'two items at one time',
      { timed: timed.map((part) => ({ ...part, startAtMs: start })) },
      [{ kind: 'overlap', itemId: 'a', otherItemId: 'b' }],
    ],
    [
      'a way that does not fit',
      { others: [{ ...other, startAtMs: start + 3.5 * hour, endAtMs: start + 5 * hour }] },
      [{ kind: 'travel', otherTitle: 'Other', minutes: 30, neededMinutes: 60 }],
    ],
    [
      'a public holiday',
      { holidays: [{ date: '2026-03-12', name: 'Day off' }] },
      [{ kind: 'holiday', date: '2026-03-12', name: 'Day off' }],
    ],
    [
      'a weekend at the site, though the laptop still has Friday',
      {
        zone: 'Pacific/Auckland',
        startAtMs: Date.UTC(2026, 2, 13, 20),
        endAtMs: Date.UTC(2026, 2, 13, 23),
        timed: layOutAgenda(Date.UTC(2026, 2, 13, 20), [
          { id: 'a', kind: 'item', durationMinutes: 180, gapMinutes: 0, isCustomerValue: true },
        ]),
      },
      [{ kind: 'weekend', date: '2026-03-14' }],
    ],
  ])('tell of %s', (_, changes, expected) => {
    expect(findWarnings({ ...good, ...changes })).toEqual(expected)
  })

  it('take the visit itself, a call and the same place for no trouble', () => {
    const near = { startAtMs: start + 3 * hour, endAtMs: start + 4 * hour }
    expect(
      findWarnings({
        ...good,
        others: [
          { ...other, id: 'v', ...near, startAtMs: start },
          { ...other, place: '', ...near },
          { ...other, place: 'Warsaw', ...near },
        ],
      }),
    ).toEqual([])
  })
})
