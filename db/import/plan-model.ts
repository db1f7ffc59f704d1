import type {
  accountStatuses,
  opportunityKinds,
  opportunityStages,
  segments,
  BuyingRole,
  Influence,
  LineKind,
  SeatLevel,
  Stance,
} from '../terms'

/**
 * The id of an existing row, or `new:...` for one that the plan makes. Whoever applies the plan gives
 * each `new:` key one fresh id.
 */
export type PlanRef = string

export const newRefPrefix = 'new:'

/** What becomes of one row of a file. Created + updated + skipped = rows, always. */
export interface PlanRow {
  /** Index among the files of the import. */
  readonly file: number
  /** The row's number as in the file. */
  readonly row: number
  readonly action: 'create' | 'update' | 'skip'
  readonly reason: PlanReason
  /** The row of the same file that this one was merged into or repeats; 0 = none. */
  readonly otherRow: number
  /** Whom or what the row is about, for the list. */
  readonly subject: string
  /** The main row it makes or changes: a seat, an account or an opportunity; null when skipped. */
  readonly ref: PlanRef | null
  readonly accountRef: PlanRef | null
  /** What an update changes, in words of the store's columns. */
  readonly changes: readonly FieldChange[]
  readonly notes: readonly ImportNote[]
}

export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

export const planReasons = [
  // create
  'new',
  'joins_post', // another holder of a post that an earlier row made
  // update
  'changed',
  'holder_changed', // somebody else sits there now
  'holder_left', // the file says the post is vacant
  // skip
  'unchanged',
  'nothing', // neither a name nor a title
  'repeats_row', // says the same as an earlier row
  'counted_in_row', // one more unnamed holder of an earlier row's post: its headcount grew
  'post_eliminated',
  'person_left',
  'no_account', // no row tells which account it belongs to
] as const
export type PlanReason = (typeof planReasons)[number]

/** What was noticed about a row and what was done about it. `text` is the cell in question. */
export interface ImportNote {
  readonly code: ImportNoteCode
  readonly text: string
  /** The row of the same import that it is about; 0 = none. */
  readonly otherRow: number
}

export const importNoteCodes = [
  'unknown_manager', // placed at the top
  'manager_ambiguous', // several fit; the first was taken
  'manager_eliminated', // the boss's post is gone: placed under the boss above
  'manager_left', // the boss has left: placed under the boss above
  'self_report', // placed at the top
  'cycle', // the link was left out, placed at the top
  'no_manager', // names no boss although others do: placed at the top
  'duplicate_id', // another row has the key; it was not kept for this one
  'shared_post', // several people hold one post
  'vacant',
  'match_ambiguous', // several existing ones fit; the first was taken
  'same_name', // another row has this name but another key
  'new_account', // the account was not known; it is made
  'unknown_parent', // left without a parent
  'unknown_owner', // left to the user
  'bad_email',
  'bad_number',
  'bad_date',
  'unknown_value', // a word outside the list of values; left out
  'text_cut', // longer than a field holds
  'top_five_full', // five are marked already; the mark was left out
] as const
export type ImportNoteCode = (typeof importNoteCodes)[number]

export interface AccountValues {
  readonly name: string
  readonly status: (typeof accountStatuses)[number]
  readonly segment: (typeof segments)[number]
  readonly industry: string
  readonly region: string
  readonly country: string
  readonly city: string
  readonly website: string
  readonly phone: string
  readonly ownerMemberId: string | null
  /** A reference, as the parent may be new. */
  readonly parentAccountId: PlanRef | null
  readonly valueNowMinor: number | null
  readonly potentialValueMinor: number | null
  readonly currency: string
  readonly employees: number | null
  readonly customerSince: string | null
  readonly renewalDate: string | null
  readonly about: string
  readonly externalId: string
}

export interface AccountStep {
  readonly ref: PlanRef
  readonly action: 'create' | 'update'
  readonly values: Partial<AccountValues>
}

export interface SiteStep {
  readonly ref: PlanRef
  readonly accountRef: PlanRef
  readonly values: { readonly name: string; readonly city: string; readonly country: string }
}

export interface SeatValues {
  readonly bossId: PlanRef | null
  readonly title: string
  readonly department: string
  readonly level: SeatLevel
  readonly siteId: PlanRef | null
  readonly headcount: number
  readonly remark: string
  readonly externalId: string
}

export interface SeatStep {
  readonly ref: PlanRef
  readonly action: 'create' | 'update'
  readonly accountRef: PlanRef
  readonly values: Partial<SeatValues>
}

export interface PersonValues {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly mobile: string
  readonly language: string
  readonly siteId: PlanRef | null
  readonly about: string
  readonly externalId: string
  readonly isTopFive: 0 | 1
}

export interface PersonStep {
  readonly ref: PlanRef
  readonly action: 'create' | 'update'
  readonly accountRef: PlanRef
  readonly values: Partial<PersonValues>
  /** Opinions go through their own step, so that they get a date and an author. */
  readonly stance: Stance | null
  readonly influence: Influence | null
  /** To be added; none is taken away. */
  readonly roles: readonly BuyingRole[]
}

/** `begin`: the person takes the seat. `end`: the existing occupancy gets an end date. */
export type OccupancyStep =
  | {
      readonly action: 'begin'
      readonly accountRef: PlanRef
      readonly seatRef: PlanRef
      readonly personRef: PlanRef
    }
  | { readonly action: 'end'; readonly id: string }

export interface LineStep {
  readonly accountRef: PlanRef
  readonly kind: LineKind
  readonly fromSeatRef: PlanRef
  readonly toSeatRef: PlanRef
}

export interface OpportunityValues {
  readonly name: string
  readonly kind: (typeof opportunityKinds)[number]
  readonly stage: (typeof opportunityStages)[number]
  readonly valueMinor: number | null
  readonly currency: string
  readonly closeDate: string | null
  readonly nextStep: string
  readonly outcomeReason: string
  readonly ownerMemberId: string | null
  readonly externalId: string
}

export interface OpportunityStep {
  readonly ref: PlanRef
  readonly action: 'create' | 'update'
  readonly accountRef: PlanRef
  readonly values: Partial<OpportunityValues>
}

export interface PlanCounts {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly skipped: number
}

/** Everything an import would do, as values: it can cross a port and be shown before it is done. */
export interface ImportPlan {
  /** In the order of the files and their rows. */
  readonly rows: readonly PlanRow[]
  readonly counts: PlanCounts
  readonly countsByFile: readonly PlanCounts[]
  /** How often each note was made, the commonest first. */
  readonly noteCounts: readonly { readonly code: ImportNoteCode; readonly count: number }[]
  /** Steps in the order in which they can be done: bosses before reports, parents before children. */
  readonly accounts: readonly AccountStep[]
  readonly sites: readonly SiteStep[]
  readonly people: readonly PersonStep[]
  readonly seats: readonly SeatStep[]
  readonly occupancies: readonly OccupancyStep[]
  readonly lines: readonly LineStep[]
  readonly opportunities: readonly OpportunityStep[]
}
