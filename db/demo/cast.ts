import type { CommandContext } from '../entity'
import type { Influence, Stance } from '../terms'
import type { DemoCompany } from './companies'
import type { Random } from './random'
import type { DemoSeat } from './structures'

/** What every part of the generator draws from. */
export interface DemoParts {
  readonly random: Random
  readonly context: CommandContext
  readonly team: DemoTeam
}

/** Our own people by what they do, as member ids. */
export interface DemoTeam {
  readonly ae: string
  readonly se: string
  readonly csm: string
  readonly executive: string
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly seatId: string
  readonly seat: DemoSeat
  /** How likely we are to deal with this person, 0 to 1; the rest is only drawn. */
  readonly relevance: number
  readonly stance: Stance
  readonly influence: Influence
  readonly isOptedOut: boolean
  readonly isTopFive: boolean
}

export interface DemoAccount {
  readonly id: string
  readonly company: DemoCompany
  readonly siteIds: readonly string[]
  readonly seatIds: readonly string[]
  /** Who sits there today, the most relevant first. */
  readonly people: readonly DemoPerson[]
}

export const dayMs = 86_400_000
export const minuteMs = 60_000

/** The calendar date 'YYYY-MM-DD' of an instant, in UTC. */
export function dateOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}
