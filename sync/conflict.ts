import type { GroupValues } from './change'
import type { RegisterStamp, StoredRow } from './row'
import type { ConflictKind } from './schema'

import { birthField } from './row'
import { conflictTable } from './schema'

/** One side of a conflict: what was written, by whom and when (null where it is not known). */
export interface ConflictSide {
  readonly values: GroupValues
  readonly device: string | null
  readonly user: string | null
  readonly atMs: number | null
}

/** Builds the row in which a conflict is kept and travels to everybody who sees the bucket (M4). */
export function makeConflictRow(conflict: {
  readonly id: string
  readonly row: { readonly tbl: string; readonly id: string; readonly b: string }
  readonly kind: ConflictKind
  readonly field: string
  readonly kept: ConflictSide
  readonly lost: ConflictSide
  readonly stamp: RegisterStamp
}): StoredRow {
  const { id, row, kind, field, kept, lost, stamp } = conflict
  return {
    tbl: conflictTable,
    id,
    b: row.b,
    seq: stamp[0],
    isDeleted: false,
    data: {
      rowTable: row.tbl,
      rowId: row.id,
      field,
      kind,
      kept: JSON.stringify(kept.values),
      keptDevice: kept.device,
      keptUser: kept.user,
      keptAtMs: kept.atMs,
      lost: JSON.stringify(lost.values),
      lostDevice: lost.device,
      lostUser: lost.user,
      lostAtMs: lost.atMs,
      resolvedAtMs: null,
      resolvedBy: null,
    },
    fields: { conflict: stamp, [birthField]: stamp },
  }
}
