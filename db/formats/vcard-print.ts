import { foldCalendar } from './itip/fold'

/**
 * What of a person may leave as a card. Opinions, needs and private notes have no place here, so they
 * cannot leave (standards.md 2).
 */
export interface VcardPerson {
  /** A UUID. */
  readonly id: string
  readonly name: string
  readonly company?: string
  /** From large to small. */
  readonly units?: readonly string[]
  readonly title?: string
  readonly email?: string
  readonly phone?: string
  readonly mobile?: string
  readonly website?: string
  readonly city?: string
  readonly country?: string
  /** BCP 47. */
  readonly language?: string
  /** Outside the standard (X-MANAGER); only when the user asks for it. */
  readonly manager?: string
  /** UTC milliseconds of the last change. */
  readonly revisedAtMs?: number
}

export type VcardVersion = '3.0' | '4.0'

/** People as vCards (RFC 2426 or RFC 6350), one after the other. */
export function printVcards(people: readonly VcardPerson[], version: VcardVersion): string {
  const lines = people.flatMap((person) => cardLines(person, version))
  return foldCalendar(lines.map((line) => `${line}\r\n`).join(''))
}

/**
 * A name as people say it, cut for N. The family name is the last word with the small words before it
 * (`de Vries`, `von der Leyen`); a name in one word is a family name.
 */
export function splitName(name: string): { readonly family: string; readonly given: string } {
  const words = name.trim().split(/\s+/)
  let start = words.length - 1
  while (start > 1 && isParticle(words[start - 1]!)) start -= 1
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') }
}

function isParticle(word: string): boolean {
  return word !== word.toUpperCase() && word === word.toLowerCase() && word.length <= 4
}

function cardLines(person: VcardPerson, version: VcardVersion): string[] {
  const { family, given } = splitName(person.name)
  const isNew = version === '4.0'
  const hasOrganisation = Boolean(person.company) || (person.units?.length ?? 0) > 0
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    ...(isNew ? ['KIND:individual'] : []),
    `UID:urn:uuid:${person.id}`,
    `FN:${escapeText(person.name)}`,
    `N:${[family, given, '', '', ''].map(escapeText).join(';')}`,
    ...(hasOrganisation
      ? [`ORG:${[person.company ?? '', ...(person.units ?? [])].map(escapeText).join(';')}`]
      : []),
    ...property('TITLE', person.title),
    ...property(isNew ? 'EMAIL;TYPE=work' : 'EMAIL;TYPE=INTERNET,WORK', person.email),
    ...property(isNew ? 'TEL;TYPE="work,voice"' : 'TEL;TYPE=WORK,VOICE', person.phone),
    ...property(isNew ? 'TEL;TYPE=cell' : 'TEL;TYPE=CELL', person.mobile),
    ...addressLine(person),
    ...property('URL', person.website),
    ...(isNew ? property('LANG', person.language) : []),
    ...property('X-MANAGER', person.manager),
    ...(person.revisedAtMs === undefined ? [] : [`REV:${printTime(person.revisedAtMs)}`]),
    'END:VCARD',
  ]
}

function property(name: string, value: string | undefined): string[] {
  return value ? [`${name}:${escapeText(value)}`] : []
}

function addressLine({ city, country }: VcardPerson): string[] {
  if (!city && !country) return []
  const parts = ['', '', '', city ?? '', '', '', country ?? '']
  return [`ADR;TYPE=work:${parts.map(escapeText).join(';')}`]
}

/** RFC 6350 3.4; characters that no card may hold go. */
function escapeText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\\;,]/g, (character) => `\\${character}`)
      .replaceAll('\n', '\\n')
  )
}

function printTime(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '')
}
