import type { LineKind } from '../terms'
import type { Random } from './random'

/** What a person is like, as a rep writes it down. */
export function pickTrait(random: Random): string {
  return random.pick(traits)
}

export function pickNeed(random: Random): string {
  return random.pick(needs)
}

export function pickEvidence(random: Random): string {
  return random.pick(evidence)
}

export function pickLineRemark(random: Random, kind: LineKind): string {
  return random.pick(lineRemarks[kind])
}

const traits = [
  'Wants figures before the meeting, not in it.',
  'Short answers, long memory. No surprises in front of others.',
  'Asks what happens when it fails. Has been burnt by the last roll-out.',
  'Speaks for the shift leads, who listen to nobody at the head office.',
  'Was with the company that sold them the old system.',
  'Kommt aus der Instandhaltung, denkt in Störungen, nicht in Projekten.',
  'Entscheidet erst, wenn der Betriebsrat gehört wurde.',
  'Prefers the phone before eight in the morning.',
  'New in the role and looking for a first success by summer.',
  'Counts every licence. Bring the usage report.',
  'Reads contracts to the last page and finds the one open point.',
  'Warm, but promises nothing in writing.',
  'Sees us as the toy of the planning team.',
  'Told us the budget before we asked.',
  'Does not come to meetings without a paper two days before.',
  'Wants to be asked, not told.',
] as const

const needs = [
  'Fewer calls at night: wants to see a problem before the shift does.',
  'One plan for all sites instead of one spreadsheet each.',
  'An audit without two weeks of collecting paper.',
  'Cut the time from order to plan from two days to two hours.',
  'Weniger Handarbeit an den Monatszahlen.',
  'Proof that the data stays in the country.',
  'A reference from a company of the same size.',
  'Something the board understands on one page.',
  'No new interface to the old system; it is going to be replaced.',
  'Training that fits into a shift change.',
] as const

const evidence = [
  'Said so in front of the project team',
  'Mail of the sponsor, forwarded to us',
  'Signed the protocol of the review',
  'Mentioned in the steering committee',
  'Told our partner on the phone',
  'Zusage im Lenkungskreis',
] as const

const lineRemarks: Readonly<Record<LineKind, readonly string[]>> = {
  dotted: ['For the roll-out only', 'Budget line', 'Until the new head starts'],
  influences: ['Wrote the last strategy paper', 'Is asked before every purchase', 'Same training'],
  conflicts: [
    'Both want the planning team',
    'Old quarrel about the last tool',
    'Budget cut of spring',
  ],
  peer: ['Lunch every Tuesday', 'Started on the same day', 'Share an office'],
}

/** Notes of meetings by kind. */
export const meetingNotes = {
  note: [
    'Went through the plan for the next two sites. The open question is who trains the night shift.',
    'They showed us the wall with the paper cards. Nobody trusts the screen beside it.',
    'Long talk about interfaces. The old system stays two more years, not one.',
    'Alle drei Schichten waren vertreten. Die Nachtschicht fühlt sich nicht gefragt.',
    'Asked for a price per site instead of per seat. Promised nothing.',
    'The tour through the hall was worth more than the slides.',
  ],
  decision: [
    'Pilot goes on for another quarter with a second team.',
    'Security review starts before the contract, not after.',
    'Der Lenkungskreis tagt künftig monatlich.',
    'One owner per site; the list comes by Friday.',
  ],
  problem: [
    'The morning import is late twice a week.',
    'Two users were locked out for a day and told nobody.',
    'Die Etiketten passen nicht zum neuen Regal.',
  ],
  praise: [
    'The shift leads say they would not give it back.',
    'Support answered within ten minutes on a Sunday.',
  ],
  product_gap: ['No view over several sites at once.', 'Cannot lock a plan that was handed over.'],
  promise: ['We send the list of fields by Tuesday.', 'Angebot für Schulung bis Monatsende.'],
  upsell_heard: [
    'The other division asked who we are.',
    'They will need the same for maintenance next year, it was said on the way out.',
  ],
} as const

export const actionTitles = [
  'Send the usage report',
  'Book the room for the review',
  'Introduce the security team to ours',
  'Name the owner of the second site',
  'Angebot für den Rollout überarbeiten',
  'Ask for the date of the budget round',
  'Prepare two pages for the board',
  'Reference call with a similar customer',
  'Check the interface to the old system',
  'Terminliste der Schulungen abstimmen',
] as const

export const nextSteps = [
  'Review with all shift leads',
  'Meet the head of purchasing',
  'Second site visit',
  'Offer by the end of the month',
  '',
] as const

export const pitches = [
  'Cheaper by a third for two years, then list price.',
  'Showed a dashboard for the board; no word on the shifts.',
  'Offers to run it for them.',
  'Promised the interface that we do not have.',
] as const
