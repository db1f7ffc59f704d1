import type { ErrorAnswer, ErrorCode } from '../sync/wire'

const statuses: Readonly<Record<ErrorCode, number>> = {
  bad_request: 400,
  token_expired: 401,
  signed_out: 401,
  device_revoked: 403,
  device_locked: 403,
  device_wiped: 403,
  forbidden: 403,
  not_found: 404,
  op_gap: 409,
  epoch_changed: 409,
  device_forked: 409,
  too_large: 413,
  upgrade_required: 426,
  retry_later: 429,
  server_error: 500,
}

/** A refusal on its way out; the only error a route may throw on purpose (SPEC W8). */
export class Problem extends Error {
  readonly status: number

  constructor(readonly answer: ErrorAnswer) {
    super(answer.code)
    this.status = statuses[answer.code]
  }
}

export function problem(code: ErrorCode, more: Omit<ErrorAnswer, 'code'> = {}): Problem {
  return new Problem({ code, ...more })
}
