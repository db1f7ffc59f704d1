/** Count and sum by which two copies of a bucket compare themselves (SPEC E4). */
export interface Checksum {
  readonly count: number
  /** Sum of 32-bit hashes modulo 2^32; free of order. */
  readonly sum: number
}

export const emptyChecksum: Checksum = { count: 0, sum: 0 }

/** Adds one row, deleted ones included; the same rows at the same sequences give the same sum. */
export function addToChecksum(
  checksum: Checksum,
  row: { readonly tbl: string; readonly id: string; readonly seq: number },
): Checksum {
  const hash = fnv1a(`${row.tbl}/${row.id}/${row.seq}`)
  return { count: checksum.count + 1, sum: (checksum.sum + hash) >>> 0 }
}

/** FNV-1a, 32 bits, over UTF-16 units (names and ids are ASCII). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
