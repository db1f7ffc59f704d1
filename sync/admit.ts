import type { Change, Sha256Hex } from './change'

import { chainHash } from './change'

/** How far the authority has a device's history: number and chain hash of its last operation. */
export interface HistoryMark {
  readonly lastN: number
  readonly lastHash: string
}

export type Admission =
  | {
      readonly kind: 'ok'
      /** Operations the authority already has: answered, never applied again (invariant I1). */
      readonly duplicates: readonly Change[]
      readonly fresh: readonly Change[]
      /** Mark after the fresh operations. */
      readonly mark: HistoryMark
    }
  /** Operations before this batch are missing: send again from after `expected` (SPEC A3). */
  | { readonly kind: 'op_gap'; readonly expected: number }
  /** Same numbers, other history: a copied or restored data folder (SPEC A4). */
  | { readonly kind: 'device_forked' }
  | { readonly kind: 'bad_request'; readonly why: string }

/**
 * Decides what of a pushed batch is new (SPEC A1 to A4). `previousHash` is the chain hash before the
 * first operation as the device knows it.
 */
export function admitPush(
  sha256: Sha256Hex,
  mark: HistoryMark,
  push: { readonly previousHash: string; readonly ops: readonly Change[] },
): Admission {
  const { ops } = push
  const first = ops[0]
  if (first === undefined) return { kind: 'ok', duplicates: [], fresh: [], mark }
  for (const [i, op] of ops.entries()) {
    const before = i === 0 ? first.prevN : ops[i - 1]!.n
    if (op.prevN !== before || op.n <= op.prevN)
      return { kind: 'bad_request', why: 'The operations are not linked in order.' }
  }
  if (first.prevN > mark.lastN) return { kind: 'op_gap', expected: mark.lastN }
  const duplicates = ops.filter((op) => op.n <= mark.lastN)
  const fresh = ops.slice(duplicates.length)
  const reachesMark = fresh.length > 0 || ops.at(-1)!.n === mark.lastN
  if (reachesMark) {
    const linkN = duplicates.at(-1)?.n ?? first.prevN
    const linkHash = duplicates.reduce((hash, op) => chainHash(sha256, hash, op), push.previousHash)
    if (linkN !== mark.lastN || linkHash !== mark.lastHash) return { kind: 'device_forked' }
  }
  if (fresh.length === 0) return { kind: 'ok', duplicates, fresh, mark }
  const lastHash = fresh.reduce((hash, op) => chainHash(sha256, hash, op), mark.lastHash)
  return { kind: 'ok', duplicates, fresh, mark: { lastN: fresh.at(-1)!.n, lastHash } }
}

/**
 * What a device thinks of the mark the authority sent (SPEC A5): `known` when it is a point of its
 * own history (`hashAt` gives the chain hash after operation n, or undefined), `forked` otherwise:
 * then nothing may be dropped from the outbox.
 */
export function judgeMark(
  mark: HistoryMark,
  hashAt: (n: number) => string | undefined,
): 'known' | 'forked' {
  return hashAt(mark.lastN) === mark.lastHash ? 'known' : 'forked'
}

/**
 * Cuts the next batch from the outbox: at most `maxOps` operations and `maxBytes` of JSON, local
 * transactions kept whole unless one alone is larger (SPEC O3).
 */
export function cutBatch(
  outbox: readonly Change[],
  maxOps: number,
  maxBytes: number,
): readonly Change[] {
  let bytes = 0
  let end = 0
  while (end < outbox.length && end < maxOps) {
    bytes += JSON.stringify(outbox[end]).length
    if (bytes > maxBytes && end > 0) break
    end++
  }
  if (end === outbox.length) return outbox
  let whole = end
  while (whole > 0 && outbox[whole - 1]!.tx === outbox[end]!.tx) whole--
  return outbox.slice(0, whole > 0 ? whole : end)
}
