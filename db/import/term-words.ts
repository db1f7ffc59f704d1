import {
  accountStatuses,
  buyingRoles,
  influences,
  opportunityKinds,
  opportunityStages,
  segments,
  stances,
  type BuyingRole,
  type Influence,
  type SeatLevel,
  type Stance,
} from '../terms'
import { influenceMarks, roleLetters, stanceMarks } from '../formats/outline-model'

/** A stance by its name, its mark (`++`), its number (1 to 5) or a word for it; null = none of them. */
export function readStance(text: string): Stance | null {
  const number = ['opponent', 'non_supporter', 'neutral', 'supporter', 'champion'] as const
  return stanceMarks.get(text) ?? number[Number(text) - 1] ?? readTerm(text, stances, stanceWords)
}

export function readInfluence(text: string): Influence | null {
  return influenceMarks.get(text) ?? readTerm(text, influences, influenceWords)
}

/** Roles by name or by the letters of the R chord, set apart by commas or spaces. */
export function readRoles(text: string): {
  readonly roles: BuyingRole[]
  readonly unknown: string[]
} {
  const roles: BuyingRole[] = []
  const unknown: string[] = []
  for (const part of text
    .split(/[,;/|]+/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const letters = part.split(/\s+/).map((each) => roleLetters.get(each.replace(/^#/, '')))
    const role = readTerm(part, buyingRoles, {})
    if (role) roles.push(role)
    else if (letters.every((each) => each !== undefined)) roles.push(...letters)
    else unknown.push(part)
  }
  return { roles: [...new Set(roles)], unknown }
}

export function readStage(text: string): (typeof opportunityStages)[number] | null {
  return readTerm(text, opportunityStages, stageWords)
}

export function readOpportunityKind(text: string): (typeof opportunityKinds)[number] | null {
  return readTerm(text, opportunityKinds, kindWords)
}

export function readAccountStatus(text: string): (typeof accountStatuses)[number] | null {
  return readTerm(text, accountStatuses, statusWords)
}

export function readSegment(text: string): (typeof segments)[number] | null {
  return readTerm(text, segments, segmentWords)
}

export function readFlag(text: string): boolean {
  return /^(1|x|\*|y|yes|true|ja|j|tak|t)$/i.test(text)
}

/**
 * Where a seat stands, by its title or by what a column of levels says, in four languages; unknown
 * where nothing is said.
 */
export function guessLevel(text: string): SeatLevel {
  for (const [pattern, level] of levelPatterns) if (pattern.test(text)) return level
  return 'unknown'
}

const levelPatterns: readonly (readonly [RegExp, SeatLevel])[] = [
  [/^(unknown)?$/i, 'unknown'],
  [/^((co-)?owner|executives?)$/i, 'executive'],
  [
    /\b(assistant to|executive assistant|personal assistant|secretary to|private secretary|assistenz|assistent(in)?\b.{0,6}\b(der|des|von)|sekretär(in)?|sekretariat|secretaresse|asystent(ka)?|sekretar(z|ka))\b/i,
    'staff',
  ],
  [
    /\b(vice[- ]president|s?e?vp|avp|vizepräsident(in)?|vicepresident|wiceprezes|bereichsvorstand)\b/i,
    'vice_president',
  ],
  [
    /\b(chief\b.{0,40}\bofficer|chief executive|c[efiotmhrpsdcl]{1,2}o|chro|ciso|president|chair(man|woman|person)?|(co-)?founder|board member|managing director|director[- ]general|permanent secretary|executive (director|board|committee)|c[- ]level|c[- ]suite|vorstand|vorstandsvorsitzende[r]?|geschäftsführer(in)?|generaldirektor(in)?|inhaber(in)?|bestuurder|bestuurslid|algemeen directeur|prezes|członek zarządu|dyrektor generalny)\b/i,
    'executive',
  ],
  [
    /\b(director|direktor(in)?|directeur|dyrektor(ka)?|head of|bereichsleiter(in)?|bereichsleitung|hauptabteilungsleiter(in)?|hoofd)\b/i,
    'director',
  ],
  [
    /\b(manager(in)?|head|lead|team ?lead(er)?|supervisor|foreman|abteilungsleiter(in)?|teamleiter(in)?|gruppenleiter(in)?|leiter(in)?|leitung|meister|teamleider|leidinggevende|afdelingshoofd|kierownik|kierowniczka|menedżer|brygadzista)\b/i,
    'manager',
  ],
  [
    /\b(staff|employee|associate|assistant|analyst|engineer|developer|technician|clerk|officer|specialist|administrator|operator|representative|consultant|advis[eo]r|agent|buyer|designer|accountant|stocker|janitor|recruiter|coordinator|mitarbeiter(in)?|sachbearbeiter(in)?|referent(in)?|fachkraft|ingenieur(in)?|techniker(in)?|medewerker|monteur|specjalista|specjalistka|pracownik|inżynier|referent(ka)?)\b/i,
    'staff',
  ],
]

const stanceWords: Readonly<Record<string, Stance>> = {
  advocate: 'champion',
  sponsor: 'champion',
  mentor: 'champion',
  positive: 'supporter',
  negative: 'non_supporter',
  sceptic: 'non_supporter',
  skeptic: 'non_supporter',
  enemy: 'opponent',
  blocker: 'opponent',
  unterstützer: 'supporter',
  befürworter: 'supporter',
  gegner: 'opponent',
  voorstander: 'supporter',
  tegenstander: 'opponent',
  neutraal: 'neutral',
  neutralny: 'neutral',
  zwolennik: 'supporter',
  przeciwnik: 'opponent',
}
const influenceWords: Readonly<Record<string, Influence>> = {
  h: 'high',
  m: 'medium',
  l: 'low',
  hoch: 'high',
  mittel: 'medium',
  niedrig: 'low',
  hoog: 'high',
  gemiddeld: 'medium',
  laag: 'low',
  wysoki: 'high',
  średni: 'medium',
  niski: 'low',
}
const stageWords: Readonly<Record<string, (typeof opportunityStages)[number]>> = {
  new: 'open',
  prospecting: 'open',
  lead: 'open',
  discovery: 'open',
  offen: 'open',
  neu: 'open',
  qualification: 'qualified',
  engaging: 'qualified',
  needs_analysis: 'qualified',
  value_proposition: 'qualified',
  id_decision_makers: 'qualified',
  qualifiziert: 'qualified',
  perception_analysis: 'proposal',
  proposal_price_quote: 'proposal',
  negotiation: 'proposal',
  negotiation_review: 'proposal',
  quote: 'proposal',
  angebot: 'proposal',
  offerte: 'proposal',
  oferta: 'proposal',
  closed_won: 'won',
  gewonnen: 'won',
  wygrana: 'won',
  closed_lost: 'lost',
  verloren: 'lost',
  przegrana: 'lost',
}
const kindWords: Readonly<Record<string, (typeof opportunityKinds)[number]>> = {
  new_business: 'new',
  new_customer: 'new',
  existing_business: 'expansion',
  upsell: 'expansion',
  cross_sell: 'expansion',
  existing_customer_upgrade: 'expansion',
  poc: 'pilot',
}
const statusWords: Readonly<Record<string, (typeof accountStatuses)[number]>> = {
  lead: 'prospect',
  interessent: 'prospect',
  client: 'customer',
  kunde: 'customer',
  klant: 'customer',
  klient: 'customer',
  customer_direct: 'customer',
  customer_channel: 'customer',
  active: 'customer',
  churned: 'lost',
  former_customer: 'lost',
}
const segmentWords: Readonly<Record<string, (typeof segments)[number]>> = {
  small: 'vsb',
  very_small_business: 'vsb',
  medium: 'smb',
  mid_market: 'smb',
  mittelstand: 'smb',
  mkb: 'smb',
  large: 'enterprise',
  corporate: 'enterprise',
}

function readTerm<T extends string>(
  text: string,
  terms: readonly T[],
  words: Readonly<Record<string, T>>,
): T | null {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
  return terms.find((term) => term === key) ?? (Object.hasOwn(words, key) ? words[key]! : null)
}
