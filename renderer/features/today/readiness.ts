import type { Visit } from '../../../db/entities/visit'

/** How ready a visit is, from the answers of its guests. */
export type Readiness = 'nobody' | 'notSent' | 'waiting' | 'ready'

export interface GuestCount {
  readonly status: Visit['status']
  readonly invited: number
  readonly accepted: number
}

/** Nobody invited, invitations not sent, some answers missing, or everybody accepted. */
export function readinessOf({ status, invited, accepted }: GuestCount): Readiness {
  if (invited === 0) return 'nobody'
  if (status === 'draft') return 'notSent'
  return accepted < invited ? 'waiting' : 'ready'
}
