import { createHash } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { admitPush, cutBatch, judgeMark } from '../../../sync/admit'
import type { Change } from '../../../sync/change'
import { chainHash, digestChange, emptyHash } from '../../../sync/change'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const ops = [1, 2, 4, 7].map((n, i, all) => makeChange(n, all[i - 1] ?? 0, i < 2 ? 1 : i))
const hashes = new Map([[0, emptyHash]])
for (const op of ops) hashes.set(op.n, chainHash(sha256, hashes.get(op.prevN)!, op))
const markAt = (n: number) => ({ lastN: n, lastHash: hashes.get(n)! })

describe('a push', () => {
  test('that continues the history is new [A1]', () => {
    const admission = admitPush(sha256, markAt(2), {
      previousHash: hashes.get(2)!,
      ops: ops.slice(2),
    })
    expect(admission).toEqual({ kind: 'ok', duplicates: [], fresh: ops.slice(2), mark: markAt(7) })
  })

  test('may be cut anywhere when it is sent again [A1, O6]', () => {
    for (const known of [0, 1, 2, 4, 7])
      for (let from = 0; from < 4; from++)
        for (let to = from + 1; to <= 4; to++) {
          const batch = ops.slice(from, to)
          const push = { previousHash: hashes.get(batch[0]!.prevN)!, ops: batch }
          const admission = admitPush(sha256, markAt(known), push)
          if (batch[0]!.prevN > known)
            expect(admission).toEqual({ kind: 'op_gap', expected: known })
          else
            expect(admission).toEqual({
              kind: 'ok',
              duplicates: batch.filter((op) => op.n <= known),
              fresh: batch.filter((op) => op.n > known),
              mark: markAt(Math.max(known, batch.at(-1)!.n)),
            })
        }
  })

  test('from a copied data folder is refused, with used and with free numbers [A4]', () => {
    const twin = { ...makeChange(2, 1, 1), id: 'other' }
    expect(admitPush(sha256, markAt(2), { previousHash: hashes.get(1)!, ops: [twin] }).kind).toBe(
      'device_forked',
    )
    const next = makeChange(9, 1, 3)
    expect(admitPush(sha256, markAt(2), { previousHash: hashes.get(1)!, ops: [next] }).kind).toBe(
      'device_forked',
    )
    const linked = makeChange(9, 2, 3)
    expect(admitPush(sha256, markAt(2), { previousHash: 'other', ops: [linked] }).kind).toBe(
      'device_forked',
    )
  })

  test('out of order is a bad request [A2]', () => {
    const push = { previousHash: emptyHash, ops: [ops[1]!, ops[0]!] }
    expect(admitPush(sha256, markAt(7), push).kind).toBe('bad_request')
  })

  test('of nothing is nothing', () => {
    const admission = admitPush(sha256, markAt(2), { previousHash: 'any', ops: [] })
    expect(admission).toMatchObject({ kind: 'ok', fresh: [], mark: markAt(2) })
  })
})

describe('a mark', () => {
  test('is believed only as a point of the own history [A5]', () => {
    const hashAt = (n: number) => hashes.get(n)
    expect([0, 1, 2, 4, 7].map((n) => judgeMark(markAt(n), hashAt))).toEqual(Array(5).fill('known'))
    expect(judgeMark({ lastN: 3, lastHash: 'x' }, hashAt)).toBe('forked')
    expect(judgeMark({ lastN: 2, lastHash: 'x' }, hashAt)).toBe('forked')
    expect(judgeMark({ lastN: 99, lastHash: '' }, hashAt)).toBe('forked')
  })
})

describe('a batch', () => {
  test('keeps local transactions whole unless one alone is larger [O3]', () => {
    expect(cutBatch(ops, 1, 1e6).map((op) => op.n)).toEqual([1])
    expect(cutBatch(ops, 3, 1e6).map((op) => op.n)).toEqual([1, 2, 4])
    expect(cutBatch(ops.slice(1), 1, 1e6).map((op) => op.n)).toEqual([2])
    const pair = [makeChange(1, 0, 1), makeChange(2, 1, 2), makeChange(3, 2, 2)]
    expect(cutBatch(pair, 2, 1e6).map((op) => op.n)).toEqual([1])
  })

  test('counts bytes, and takes one operation however large', () => {
    expect(cutBatch(ops, 100, 10).map((op) => op.n)).toEqual([1])
    expect(cutBatch(ops, 100, 1e6)).toBe(ops)
    expect(cutBatch([], 100, 1e6)).toEqual([])
  })
})

describe('a digest', () => {
  test('does not depend on the order of keys [O6]', () => {
    const one = { ...ops[0]!, k: 'U', set: { g: { a: 1, b: null } } } as Change
    const other = JSON.parse(
      JSON.stringify({
        set: { g: { b: null, a: 1 } },
        ...Object.fromEntries(Object.entries(one).reverse()),
      }),
    ) as Change
    expect(digestChange(sha256, { ...other, set: { g: { b: null, a: 1 } } } as Change)).toBe(
      digestChange(sha256, one),
    )
  })
})

function makeChange(n: number, prevN: number, tx: number): Change {
  return { n, prevN, tx, tbl: 'seat', id: `s${n}`, b: 'w', k: 'D', base: 0, hlc: 'h' }
}
