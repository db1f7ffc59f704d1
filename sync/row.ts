import type { GroupValues } from './change'

/** Who wrote a register last: sequence, device, server time in ms. */
export type RegisterStamp = readonly [seq: number, device: string, atMs: number]

/** Register of a row's being there or deleted. */
export const existenceField = '$row'
/** Register written once, by the insert; a row without it is only a place holder (SPEC M7). */
export const birthField = '$born'

/**
 * Register of all edits of a row, winners and losers alike: a delete that has not seen one of them
 * yields (SPEC M5).
 */
export const editsField = '$edit'

/** Register of a long text column. */
export function textField(column: string): string {
  return `$text.${column}`
}

interface RowHead {
  readonly tbl: string
  readonly id: string
  readonly b: string
  /** Place in the bucket's order; only ever grows (invariant I5). */
  readonly seq: number
  readonly isDeleted: boolean
  readonly data: GroupValues
}

/** A row as the authority keeps it. */
export interface StoredRow extends RowHead {
  readonly fields: Readonly<Record<string, RegisterStamp>>
}

/** State of a long text on the wire and on a device: generation and Yjs state in base64. */
export interface TextState {
  readonly gen: number
  readonly state: string
}

/** A row as it travels to a device and as the device keeps its server copy. */
export interface FeedRow extends RowHead {
  readonly texts: Readonly<Record<string, TextState>>
}
