import { createHash } from 'node:crypto'

import type { Change } from '../../../sync/change'
import { chainHash, emptyHash } from '../../../sync/change'
import { formatStamp } from '../../../sync/clock'

/** An operation with every part filled in sensibly; the test says what matters. */
export function makeOp(part: object): Change {
  const n = (part as { n?: number }).n ?? 1
  return {
    n,
    prevN: n - 1,
    tx: n,
    tbl: 'seat',
    id: `row-${n}`,
    b: 'a:own',
    k: 'I',
    base: 0,
    hlc: formatStamp({ ms: 1_767_225_600_000 + n, counter: 0, node: 'abcdefgh' }),
    ...part,
  } as Change
}

/** A push of a history that begins with these operations, or goes on after `before`. */
export function pushBody(
  ops: readonly Change[],
  before: readonly Change[] = [],
): Readonly<Record<string, unknown>> {
  const previousHash = before.reduce((hash, op) => chainHash(sha256Hex, hash, op), emptyHash)
  return { epoch: '', previousHash, ops }
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
