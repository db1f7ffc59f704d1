import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../../../db/entities/snapshot'
import { listMoments, pairFor } from '../../../../../renderer/features/history/moments'

describe('the moments of a map', () => {
  const moments = listMoments(
    [snapshot('c', 30, 'two'), snapshot('a', 10, 'one'), snapshot('b', 20, 'one')],
    99,
  )

  it('stand in order of time with now at the end, and know which say the same', () => {
    expect(moments.map(({ id, isSame }) => [id, isSame])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
      [null, false],
    ])
  })

  it('are compared with the one before that says something else', () => {
    expect(pairFor(moments, 3, null)).toEqual({ from: 2, to: 3 })
    expect(pairFor(moments, 2, null)).toEqual({ from: 0, to: 2 })
    expect(pairFor(moments, 0, null)).toBeNull()
  })

  it('are compared with the pinned one where it lies before', () => {
    expect(pairFor(moments, 3, 0)).toEqual({ from: 0, to: 3 })
    expect(pairFor(moments, 1, 2)).toEqual({ from: 0, to: 1 })
  })

  it('are only now where nothing was kept', () => {
    expect(listMoments([], 99).map(({ id }) => id)).toEqual([null])
  })
})

function snapshot(id: string, atMs: number, contentId: string): Snapshot {
  const counts = { seats: 1, people: 1 }
  return {
    ...counts,
    id,
    atMs,
    contentId,
    accountId: 'x',
    kind: 'by_hand',
    meetingId: null,
    name: '',
    memberId: null,
    createdAtMs: atMs,
  }
}
