import type { HistoryMark } from './admit'
import type { Change } from './change'
import type { QuarantineReason } from './check'
import type { Outcome } from './merge'
import type { WirePage } from './pages'

/** Version of the messages below. */
export const protocolVersion = 1

/** Limits of one request; the server states them in its hello and may lower them. */
export const limits = {
  pushOps: 1_000,
  /** Request body after decompression, UTF-16 units. */
  pushLength: 16 * 1024 * 1024,
  /** Request body as it travels. */
  bodyBytes: 4 * 1024 * 1024,
  opLength: 512 * 1024,
  pullRows: 5_000,
  pullBytes: 4 * 1024 * 1024,
  answerLength: 64 * 1024 * 1024,
  buckets: 5_000,
} as const

/** Header by which a device knows an answer from our server and not from a portal (SPEC W6). */
export const markerHeader = 'x-jetway-sync'

export interface HelloRequest {
  readonly app: string
  readonly schema: number
  /** Epoch the device last spoke with; null on first contact. */
  readonly epoch: string | null
  readonly accessVersion: number
}

/** A reviewer reads all and writes only in tables open to reviewers (comments). */
export type Role = 'editor' | 'reviewer' | 'viewer'
export type DeviceState = 'ok' | 'locked' | 'wipe'

export interface BucketAccess {
  readonly id: string
  readonly role: Role
  readonly head: number
  /** After a restore: last sequence still in the order the device knows; 0 when unknown (E2). */
  readonly floor?: number
}

export interface Access {
  readonly version: number
  readonly buckets: readonly BucketAccess[]
}

export interface HelloAnswer {
  readonly epoch: string
  readonly nowMs: number
  readonly protocol: readonly [min: number, max: number]
  readonly schema: number
  readonly minSchema: number
  readonly mark: HistoryMark
  readonly state: DeviceState
  readonly limits: { readonly pushOps: number; readonly bodyBytes: number }
  readonly access: Access
}

export interface PushRequest {
  readonly epoch: string
  /** Chain hash before the first operation (SPEC O6). */
  readonly previousHash: string
  readonly ops: readonly Change[]
}

export interface PushResult {
  readonly n: number
  readonly outcome: Outcome | 'duplicate'
  readonly reason?: QuarantineReason
  readonly conflictIds?: readonly string[]
}

/** Span of a bucket's order: a cursor moves to `to` only when it stands at `from` or later (W7). */
export type HeadSpan = readonly [from: number, to: number]

export interface PushAnswer {
  readonly epoch: string
  readonly nowMs: number
  readonly mark: HistoryMark
  readonly results: readonly PushResult[]
  readonly page: WirePage
  readonly heads: Readonly<Record<string, HeadSpan>>
}

export interface PullRequest {
  readonly epoch: string
  readonly accessVersion: number
  readonly cursors: Readonly<Record<string, number>>
  readonly limitRows: number
  readonly limitBytes: number
}

export interface PullAnswer {
  readonly epoch: string
  readonly nowMs: number
  /** Read in the same snapshot as the rows: without it devices drift apart (invariant I6, SPEC R2). */
  readonly mark: HistoryMark
  readonly access?: Access
  readonly page: WirePage
  readonly heads: Readonly<Record<string, HeadSpan>>
  readonly more: boolean
}

/** Every way the server says no. Closed list (SPEC W8). */
export const errorCodes = [
  'bad_request',
  'token_expired',
  'signed_out',
  'device_revoked',
  'device_locked',
  'device_wiped',
  'forbidden',
  'not_found',
  'op_gap',
  'epoch_changed',
  'device_forked',
  'too_large',
  'upgrade_required',
  'retry_later',
  'server_error',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export interface ErrorAnswer {
  readonly code: ErrorCode
  readonly why?: string
  readonly expected?: number
  readonly epoch?: string
  readonly minSchema?: number
  readonly retryAfterMs?: number
  /** With `device_wiped`: the server's signature over `wipe:<device>`, base64. */
  readonly signature?: string
}
