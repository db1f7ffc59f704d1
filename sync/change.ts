/** What a column holds on the wire. Booleans travel as 0 and 1. */
export type Value = string | number | null

/** Columns of one merge group. */
export type GroupValues = Readonly<Record<string, Value>>

interface ChangeHead {
  /** Number of the operation on its device; strictly increasing, may have holes, never reused (O1). */
  readonly n: number
  /** Number of the operation before it on the same device, 0 for the first (O2). */
  readonly prevN: number
  /** Local transaction; operations of one are never split over two pushes (O3). */
  readonly tx: number
  readonly tbl: string
  readonly id: string
  /** Bucket: `a:<account>`, `w`, or `u:<user>` (O4). */
  readonly b: string
  /** The row's sequence that the editor had seen; 0 = never seen (O5). */
  readonly base: number
  readonly hlc: string
}

/** Insert or update of whole merge groups. */
export interface SetChange extends ChangeHead {
  readonly k: 'I' | 'U'
  readonly set: Readonly<Record<string, GroupValues>>
}

/** Delete of a row. */
export interface DeleteChange extends ChangeHead {
  readonly k: 'D'
}

/** Edit of a long text: a Yjs update for one column. */
export interface TextChange extends ChangeHead {
  readonly k: 'T'
  /** `u` is the update in base64; `gen` the generation of the document it belongs to. */
  readonly text: { readonly column: string; readonly gen: number; readonly u: string }
}

/** One captured local change: what travels from a device to the authority. */
export type Change = SetChange | DeleteChange | TextChange

/** Hash function passed in by the caller: SHA-256 of UTF-8 text as 64 hex characters. */
export type Sha256Hex = (text: string) => string

/** Hash of a device's history before its first operation. */
export const emptyHash = ''

/** Digest of one operation, independent of key order; outlives the erasure of its payload (O6). */
export function digestChange(sha256: Sha256Hex, change: Change): string {
  return sha256(canonicalJson(change))
}

/**
 * Hash of a device's history up to and including an operation (O6). A push carries the hash before
 * its first operation and is answered with the hash after its last: one per push, yet every prefix
 * has one, so a batch may be cut differently when it is sent again.
 */
export function chainHash(sha256: Sha256Hex, previousHash: string, change: Change): string {
  return chainDigest(sha256, previousHash, digestChange(sha256, change))
}

/** Chain step from a digest, for logs whose payload was erased. */
export function chainDigest(sha256: Sha256Hex, previousHash: string, digest: string): string {
  return sha256(`${previousHash}:${digest}`)
}

/** Absent and null are the same value; everything else is compared exactly. */
export function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  return (a ?? null) === (b ?? null)
}

/** Row key for maps in memory. */
export function rowKey(tbl: string, id: string): string {
  return `${tbl}/${id}`
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
