import type { ErrorAnswer, ErrorCode } from './wire'

import { parseErrorAnswer } from './parse'

/** What the network gave back, as the driver of the session sees it. */
export type RawAnswer =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'http'
      readonly status: number
      /** The marker header was there with our protocol version (SPEC W6). */
      readonly isMarked: boolean
      readonly body: string
      readonly retryAfterMs?: number
    }

export type Answer =
  | { readonly kind: 'ok'; readonly body: string }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly error: ErrorAnswer }
  /** No answer at all: no network, cut, timed out. */
  | { readonly kind: 'offline' }
  /** Something answered that is not our server: a portal, a proxy. Nobody is logged out for it. */
  | { readonly kind: 'stranger'; readonly status: number }

/** Sorts an answer into what the session can act on; only marked JSON is believed (SPEC W6). */
export function classifyAnswer(raw: RawAnswer): Answer {
  if (raw.kind === 'none') return { kind: 'offline' }
  if (!raw.isMarked) return { kind: 'stranger', status: raw.status }
  if (raw.status === 200) return { kind: 'ok', body: raw.body }
  const parsed = parseErrorAnswer(raw.body)
  if (!parsed.ok) return { kind: 'stranger', status: raw.status }
  const { retryAfterMs } = raw
  const error = retryAfterMs === undefined ? parsed.value : { retryAfterMs, ...parsed.value }
  return { kind: 'error', code: error.code, error }
}
