import { describe, expect, it } from 'vitest'
import { listDates, toInstant, toLocal } from '../../../../db/visit/wall-time'

describe('wall time at the site', () => {
  it.each([
    ['2026-03-12T09:00', 'Europe/Warsaw', '2026-03-12T08:00:00.000Z', 'exact'],
    ['2026-03-29T02:30', 'Europe/Warsaw', '2026-03-29T01:30:00.000Z', 'skipped'],
    ['2026-10-25T02:30', 'Europe/Warsaw', '2026-10-25T00:30:00.000Z', 'twice'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z', 'skipped'],
    ['2026-07-01T09:00', 'Asia/Kathmandu', '2026-07-01T03:15:00.000Z', 'exact'],
    ['2026-07-01T09:00', 'Pacific/Kiritimati', '2026-06-30T19:00:00.000Z', 'exact'],
  ] as const)('%s in %s', (local, zone, utc, note) => {
    const resolved = toInstant(local, zone)
    expect(resolved).toEqual({ atMs: Date.parse(utc), note })
    if (note !== 'skipped') expect(toLocal(resolved!.atMs, zone)).toBe(local)
  })

  it('is not readable without a zone or with another form', () => {
    expect([
      toInstant('2026-03-12 09:00', 'Europe/Warsaw'),
      toInstant('2026-13-12T09:00', 'UTC'),
      toInstant('2026-03-12T09:00', 'Mars/Base'),
    ]).toEqual([null, null, null])
  })

  it('lists the days a visit touches, not the midnight it ends at', () => {
    const start = Date.parse('2026-03-12T22:00:00Z')
    expect(listDates(start, start + 3_600_000, 'Europe/Warsaw')).toEqual(['2026-03-12'])
    expect(listDates(start, start + 2 * 3_600_000, 'Europe/Warsaw')).toEqual([
      '2026-03-12',
      '2026-03-13',
    ])
  })
})
