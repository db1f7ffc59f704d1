import type { BuyingRole, Influence, LineKind, SeatLevel, Stance } from '../terms'

/**
 * What is in the store already, as far as an import looks at it. The rows of the entities' tables fit
 * these types as they are.
 */
export interface ImportSnapshot {
  readonly accounts: readonly ExistingAccount[]
  readonly sites: readonly ExistingSite[]
  readonly seats: readonly ExistingSeat[]
  readonly people: readonly ExistingPerson[]
  /** Present ones only: those without `toDate`. */
  readonly occupancies: readonly ExistingOccupancy[]
  readonly buyingRoles: readonly ExistingBuyingRole[]
  readonly lines: readonly ExistingLine[]
  readonly opportunities: readonly ExistingOpportunity[]
  /** Our own people, to find owners. */
  readonly members: readonly ExistingMember[]
}

export interface ExistingAccount {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly segment: string
  readonly industry: string
  readonly region: string
  readonly country: string
  readonly city: string
  readonly website: string
  readonly phone: string
  readonly ownerMemberId: string | null
  readonly parentAccountId: string | null
  readonly valueNowMinor: number | null
  readonly potentialValueMinor: number | null
  readonly currency: string
  readonly employees: number | null
  readonly customerSince: string | null
  readonly renewalDate: string | null
  readonly about: string
  readonly externalId: string
}

export interface ExistingSite {
  readonly id: string
  readonly accountId: string
  readonly name: string
}

export interface ExistingSeat {
  readonly id: string
  readonly accountId: string
  readonly bossId: string | null
  readonly title: string
  readonly department: string
  readonly level: SeatLevel
  readonly siteId: string | null
  readonly headcount: number
  readonly remark: string
  readonly externalId: string
}

export interface ExistingPerson {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly mobile: string
  readonly language: string
  readonly stance: Stance
  readonly influence: Influence
  readonly isTopFive: number
  readonly about: string
  readonly externalId: string
}

export interface ExistingOccupancy {
  readonly id: string
  readonly seatId: string
  readonly personId: string
}

export interface ExistingBuyingRole {
  readonly personId: string
  readonly role: BuyingRole
}

export interface ExistingLine {
  readonly kind: LineKind
  readonly fromSeatId: string
  readonly toSeatId: string
}

export interface ExistingOpportunity {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly kind: string
  readonly stage: string
  readonly valueMinor: number | null
  readonly currency: string
  readonly closeDate: string | null
  readonly nextStep: string
  readonly outcomeReason: string
  readonly ownerMemberId: string | null
  readonly externalId: string
}

export interface ExistingMember {
  readonly id: string
  readonly name: string
  readonly email: string
}

export const emptySnapshot: ImportSnapshot = {
  accounts: [],
  sites: [],
  seats: [],
  people: [],
  occupancies: [],
  buyingRoles: [],
  lines: [],
  opportunities: [],
  members: [],
}
