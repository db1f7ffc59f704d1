/** The field's standard terms and their allowed values; names in code, database and page are these. */
export const stances = [
  'champion',
  'supporter',
  'neutral',
  'non_supporter',
  'opponent',
  'unknown',
] as const
export type Stance = (typeof stances)[number]

export const influences = ['high', 'medium', 'low', 'unknown'] as const
export type Influence = (typeof influences)[number]

export const buyingRoles = [
  'economic_buyer',
  'user_buyer',
  'technical_buyer',
  'coach',
  'champion',
  'decision_maker',
  'approver',
  'evaluator',
  'influencer',
  'procurement',
  'legal',
  'security',
  'gatekeeper',
  'end_user',
] as const
export type BuyingRole = (typeof buyingRoles)[number]

export const responseModes = ['growth', 'trouble', 'even_keel', 'overconfident', 'unknown'] as const
export const coverages = ['unknown', 'no_contact', 'brief', 'multiple', 'in_depth'] as const
export const relationshipLevels = [
  'unknown',
  'vendor',
  'credible_source',
  'problem_solver',
  'trusted_advisor',
] as const
/** Methods 0.12: whether a stakeholder agreed to what we do. */
export const buyIns = ['unknown', 'asked', 'given', 'refused'] as const
/** Reports-to is a seat's placement, so it is no line row. */
export const lineKinds = ['dotted', 'influences', 'conflicts', 'peer'] as const
export type LineKind = (typeof lineKinds)[number]

export const gateKinds = [
  'cio',
  'procurement',
  'security',
  'legal',
  'data_protection',
  'finance',
  'business_owner',
] as const
export const gateStatuses = ['unknown', 'not_started', 'in_progress', 'passed', 'blocked'] as const

export const teamRoles = [
  'ae',
  'fae',
  'se',
  'csm',
  'am',
  'sdr',
  'mdr',
  'adr',
  'bdr',
  'ws',
  'exec_sponsor',
  'ceo',
  'manager',
] as const

export const modalities = ['on_site', 'video', 'phone', 'email', 'chat', 'other'] as const
export type Modality = (typeof modalities)[number]

export const visitTypes = [
  'discovery',
  'pilot_review',
  'qbr',
  'ebr',
  'executive_visit',
  'renewal',
  'win_back',
  'training',
] as const
export type VisitType = (typeof visitTypes)[number]
export const visitStatuses = ['draft', 'invited', 'done', 'cancelled'] as const

/** iCalendar PARTSTAT names, exactly (RFC 5545 3.2.12). */
export const partstats = ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'] as const
export type Partstat = (typeof partstats)[number]
/** iCalendar ROLE names, exactly (RFC 5545 3.2.16). */
export const attendeeRoles = [
  'CHAIR',
  'REQ-PARTICIPANT',
  'OPT-PARTICIPANT',
  'NON-PARTICIPANT',
] as const

/** What a mail of a visit is for. `removal` takes one person out, `cancellation` calls the visit off. */
export const mailKinds = ['invitation', 'update', 'cancellation', 'removal'] as const
export type MailKind = (typeof mailKinds)[number]
/** `handed_over` = saved as a draft for the user's own mail program. */
export const mailStatuses = ['queued', 'held', 'sent', 'failed', 'handed_over'] as const
export type MailStatus = (typeof mailStatuses)[number]

export const attendances = ['unknown', 'attended', 'absent', 'walk_in', 'remote'] as const
export const agendaItemKinds = ['item', 'break', 'travel'] as const
export const meetingStatuses = ['planned', 'running', 'done'] as const
export const noteKinds = [
  'note',
  'decision',
  'problem',
  'praise',
  'product_gap',
  'promise',
  'upsell_heard',
] as const
export const actionStatuses = ['open', 'done', 'dropped'] as const
export const accountStatuses = ['prospect', 'customer', 'lost', 'special_prospect'] as const
export const segments = ['unknown', 'vsb', 'smb', 'enterprise'] as const
export const origins = ['unknown', 'inbound', 'outbound', 'partner', 'back_door'] as const
export const contractTerms = ['unknown', 'monthly', 'annual', 'multi_year'] as const
export const opportunityKinds = ['new', 'expansion', 'renewal', 'pilot', 'win_back'] as const
export const opportunityStages = ['open', 'qualified', 'proposal', 'won', 'lost'] as const
/** Where a seat stands; the rows of the coverage grid. */
export const seatLevels = [
  'unknown',
  'executive',
  'vice_president',
  'director',
  'manager',
  'staff',
] as const
export type SeatLevel = (typeof seatLevels)[number]
export const opinionKinds = ['stance', 'influence', 'buy_in', 'relationship'] as const
/** Why a map was kept. */
export const snapshotKinds = ['by_hand', 'meeting_start', 'meeting_end'] as const
export const languages = ['en', 'de', 'nl', 'pl'] as const
export type Language = (typeof languages)[number]
export const personStatuses = ['active', 'left'] as const
