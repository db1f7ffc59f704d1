import type { BuyingRole, Influence, LineKind, Stance } from '../terms'

/** One node of an outline: a seat with the person in it, as far as both are known. */
export interface OutlinePerson {
  /** Empty = the seat is known, the person is not (`?`). */
  readonly name: string
  readonly title: string
  readonly department: string
  readonly email: string
  readonly stance: Stance
  readonly influence: Influence
  /** In the order of `roleLetters`. */
  readonly roles: readonly BuyingRole[]
  readonly isTopFive: boolean
  readonly isUnknown: boolean
}

export interface OutlineNode extends OutlinePerson {
  /** Index of the boss among the nodes, always smaller than the own one; null = a top. */
  readonly parentIndex: number | null
  /**
   * Named only as the end of a line, so that it says nothing about a place in the chart. A merge finds
   * the person by name and leaves them where they are.
   */
  readonly isPlaceholder: boolean
  /** The line of the text, 1 = first; 0 = not from a text. */
  readonly line: number
}

/** A line between two people: indexes among the nodes. */
export interface OutlineLink {
  readonly kind: LineKind
  readonly fromIndex: number
  readonly toIndex: number
}

/** A chart as text: nodes from top to bottom, every boss before the reports. */
export interface Outline {
  readonly nodes: readonly OutlineNode[]
  readonly links: readonly OutlineLink[]
}

/** What a reader noticed; nothing of it stops the reading. */
export interface OutlineRemark {
  readonly line: number
  readonly code: OutlineRemarkCode
  readonly text: string
}

export const outlineRemarkCodes = [
  'name_ambiguous', // the end of a line fits several people; the first was taken
  'placeholder_made', // the end of a line fits nobody; a person was added for it
  'too_deep', // more than 60 levels; the line went to the last one
  'left_out', // more lines than one outline may have
] as const
export type OutlineRemarkCode = (typeof outlineRemarkCodes)[number]

export interface ParsedOutline extends Outline {
  readonly remarks: readonly OutlineRemark[]
}

/** The most nodes one outline may have, and the most levels. */
export const maxOutlineNodes = 20_000
export const maxOutlineLevels = 60

export const unknownPerson: OutlinePerson = {
  name: '',
  title: '',
  department: '',
  email: '',
  stance: 'unknown',
  influence: 'unknown',
  roles: [],
  isTopFive: false,
  isUnknown: true,
}

/** Suffixes and their meaning (interaction.md 2). */
export const stanceMarks: ReadonlyMap<string, Stance> = new Map([
  ['++', 'champion'],
  ['+', 'supporter'],
  ['~', 'neutral'],
  ['-', 'non_supporter'],
  ['--', 'opponent'],
])
export const influenceMarks: ReadonlyMap<string, Influence> = new Map([
  ['!H', 'high'],
  ['!M', 'medium'],
  ['!L', 'low'],
])
/** The letters of the R chord (interaction.md 1). */
export const roleLetters: ReadonlyMap<string, BuyingRole> = new Map([
  ['E', 'economic_buyer'],
  ['U', 'user_buyer'],
  ['T', 'technical_buyer'],
  ['C', 'coach'],
  ['H', 'champion'],
  ['D', 'decision_maker'],
  ['A', 'approver'],
  ['V', 'evaluator'],
  ['I', 'influencer'],
  ['P', 'procurement'],
  ['L', 'legal'],
  ['S', 'security'],
  ['G', 'gatekeeper'],
  ['N', 'end_user'],
])
/** `==` is ours: the grammar of the drawing has a peer line but no sign for it. */
export const linkMarks: ReadonlyMap<string, LineKind> = new Map([
  ['~>', 'influences'],
  ['..', 'dotted'],
  ['x', 'conflicts'],
  ['==', 'peer'],
])
export const topFiveMark = '*'
