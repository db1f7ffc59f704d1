import type { SeatLevel } from '../terms'

/**
 * The level that the words of a title say, in English, German, Dutch and Polish; null when they say
 * none. Deputies stand one level below the one they stand in for; assistants are staff.
 */
export function levelOfTitle(title: string): SeatLevel | null {
  const text = plainWords(title)
  if (text === '') return null
  if (isAssistant(text)) return 'staff'
  const level = wordRules.find(([, pattern]) => pattern.test(text))?.[0] ?? null
  if (level === null || !deputy.test(text)) return level
  return ladder[Math.min(ladder.indexOf(level) + 1, ladder.length - 1)]!
}

/** From the top down. */
export const ladder = [
  'executive',
  'vice_president',
  'director',
  'manager',
  'staff',
] as const satisfies readonly SeatLevel[]

/** Small letters without accents, words with one space around them. */
function plainWords(title: string): string {
  const letters = title
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return letters === '' ? '' : ` ${letters} `
}

const deputy =
  / (deputy|stellv|stellvertretende[rsn]?|stellvertreter(in)?|stv|vize|vice(?! pres)|adjunct|plaatsvervangend|zastepca|zastepczyni|assistant (director|manager|head))( |\p{L})/u

function isAssistant(text: string): boolean {
  if (/ assistant (vice|vp|director|manager|head|general)/.test(text)) return false
  return /assistant |assistent|assistenz|asystent|sekretar(in|ka|iat)?[ ]|secretar(y|esse) (?!general)|vorstandsreferent|management support/.test(
    text,
  )
}

/** The first rule that fits decides, so 'vice president' stands before 'president'. */
const wordRules: readonly (readonly [(typeof ladder)[number], RegExp])[] = [
  ['vice_president', / (vp|svp|evp|avp|rvp) |vice ?president|vizeprasident|wiceprezes/],
  ['director', / chief of staff | general counsel /],
  [
    'executive',
    / c(e|f|i|t|o|m|d|p|r|c|s|a|l)o | ciso | chro | chief executive| chief ([a-z]+ ){1,3}officer |president|prasident|chair(man|woman|person)? | managing director | executive director | (co ?)?founder | owner | board member | member of the board | secretary general |inhaber|eigenaar|wlasciciel|geschaftsfuhr|vorstand|generaldirektor|algemeen directeur|directeur genera|directievoorzitter|bestuur(der|svoorzitter| )| prezes|prezeska| czlon(ek|kini) zarzadu | dyrektor (generaln|zarzadzajac)|mitglied der geschaftsleitung| minister /,
  ],
  ['vice_president', / general manager /],
  [
    'staff',
    / (key )?account (manager|executive)|(product|project|produkt|projekt|office|community|case) ?manager| customer success manager |accountmanager|sachbearbeit|mitarbeit|medewerk|praktikant|stagiair|stazyst| intern | trainee /,
  ],
  [
    'manager',
    /abteilungsleit|gruppenleit|teamleit|projektleit|schichtleit|filialleit|projectleider|afdelingshoofd|teamhoofd|ploegleider|teamleider|leidinggevende| glown[ya] ksiegow/,
  ],
  [
    'director',
    /director|direktor|directeur|directrice|dyrektor| head (of|it|global) |( global)? head $| leiter(in)? | leitung |bereichsleit|hauptabteilungsleit|ressortleit|werkleit|[a-z]{2,}leiter(in)? | hoofd |^ szef(owa)? | szef(owa)? (dzialu|it|biura)/,
  ],
  [
    'manager',
    /manager|menedzer|menadzer|kierowni(k|czka)| team ?lead(er)? | (tech )?lead | supervisor |coordinator|koordinator| foreman |superintendent| meister(in)? |brygadzist/,
  ],
  [
    'staff',
    /analyst|analityk|engineer|ingenieur|inzynier|developer|entwickler|ontwikkelaar|programist|specialist|spezialist|specjalist|consultant|berater|adviseur|doradca|advisor|adviser| clerk | agent |administrator|architect|architekt|technician|techniker|referent|buyer|einkaufer|inkoper|kupiec|accountant|buchhalter|boekhouder|ksiegow|representative|pracownik| officer | nurse | teacher | scientist /,
  ],
]
