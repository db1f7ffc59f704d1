import type { VcardLine } from './vcard-lines'
import { readVcardParts, readVcardText, splitUnescaped } from './vcard-values'

/** One person's card, in our words. Empty text = not on the card. */
export interface Vcard {
  /** The line of the file where it begins. */
  readonly line: number
  readonly version: '2.1' | '3.0' | '4.0'
  readonly kind: 'individual' | 'organisation' | 'group'
  readonly uid: string
  /** FN, or the parts of N in the order people say them. */
  readonly name: string
  readonly familyName: string
  readonly givenName: string
  /** ORG: the company, and its units from large to small. */
  readonly company: string
  readonly units: readonly string[]
  readonly title: string
  readonly emails: readonly VcardContact[]
  readonly phones: readonly VcardContact[]
  readonly address: VcardAddress | null
  readonly website: string
  readonly note: string
  /** BCP 47, for example `pl`. */
  readonly language: string
  /** X-MANAGER and its cousins: the name of the boss. */
  readonly manager: string
  readonly assistant: string
  /** REV as it stands. */
  readonly revised: string
}

export interface VcardContact {
  readonly value: string
  /** In small letters: work, home, cell, fax ... */
  readonly types: readonly string[]
  readonly isPreferred: boolean
}

export interface VcardAddress {
  readonly street: string
  readonly city: string
  readonly region: string
  readonly postalCode: string
  readonly country: string
}

/** A card from its lines; what is missing stays empty. */
export function makeVcard(line: number, lines: readonly VcardLine[]): Vcard {
  const version = versionOf(lines)
  const isOld = version === '2.1'
  const words = (...names: string[]) => oneLine(firstText(lines, names, isOld))
  const nameLine = lines.find((each) => each.name === 'N')
  const parts = nameLine ? readVcardParts(nameLine, isOld) : []
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = parts.map((part) =>
    oneLine(isOld ? part : splitUnescaped(part, ',').join(' ')),
  )
  const organisation = organisationOf(lines, isOld)
  return {
    line,
    version,
    kind: kindOf(words('KIND', 'X-ADDRESSBOOKSERVER-KIND')),
    uid: words('UID'),
    name: words('FN') || oneLine([prefix, given, middle, family, suffix].join(' ')),
    familyName: family,
    givenName: given,
    ...organisation,
    title: words('TITLE') || words('ROLE'),
    emails: contactsOf(lines, 'EMAIL', isOld, readEmail),
    phones: contactsOf(lines, 'TEL', isOld, readPhone),
    address: addressOf(lines, isOld),
    website: words('URL'),
    note: textsOf(lines, 'NOTE', isOld).join('\n\n').replace(/\r\n?/g, '\n'),
    language: words('LANG', 'LANGUAGE'),
    manager: words(...managerNames),
    assistant: words('X-ASSISTANT', 'X-EVOLUTION-ASSISTANT', 'X-KADDRESSBOOK-X-ASSISTANTSNAME'),
    revised: words('REV'),
  }
}

const managerNames = [
  'X-MANAGER',
  'X-MS-MANAGER',
  'X-EVOLUTION-MANAGER',
  'X-KADDRESSBOOK-X-MANAGERSNAME',
]

function versionOf(lines: readonly VcardLine[]): Vcard['version'] {
  const version = lines.find((line) => line.name === 'VERSION')?.value.trim()
  return version === '3.0' || version === '4.0' ? version : '2.1'
}

function kindOf(text: string): Vcard['kind'] {
  const kind = text.toLowerCase()
  if (kind === 'group') return 'group'
  return kind === 'org' || kind === 'location' ? 'organisation' : 'individual'
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function textsOf(lines: readonly VcardLine[], name: string, isOld: boolean): string[] {
  return lines
    .filter((line) => line.name === name)
    .map((line) => readVcardText(line, isOld))
    .filter((text) => text !== '')
}

/** The text of the first of these properties that has one; a preferred one goes first. */
function firstText(lines: readonly VcardLine[], names: readonly string[], isOld: boolean): string {
  for (const name of names) {
    const found = lines.filter((line) => line.name === name)
    const sorted = [...found.filter(isPreferred), ...found]
    const text = sorted.map((line) => readVcardText(line, isOld)).find((each) => each !== '')
    if (text !== undefined) return text
  }
  return ''
}

function organisationOf(
  lines: readonly VcardLine[],
  isOld: boolean,
): Pick<Vcard, 'company' | 'units'> {
  const line = lines.find((each) => each.name === 'ORG')
  const [company = '', ...units] = line ? readVcardParts(line, isOld).map(oneLine) : []
  return { company, units: units.filter((unit) => unit !== '') }
}

function contactsOf(
  lines: readonly VcardLine[],
  name: string,
  isOld: boolean,
  read: (text: string) => string | null,
): VcardContact[] {
  const contacts: VcardContact[] = []
  for (const line of lines) {
    if (line.name !== name) continue
    const value = read(readVcardText(line, isOld))
    if (value === null || contacts.some((contact) => contact.value === value)) continue
    contacts.push({ value, types: typesOf(line), isPreferred: isPreferred(line) })
  }
  return [...contacts.filter((each) => each.isPreferred), ...contacts.filter(isOrdinary)]
}

function isOrdinary(contact: VcardContact): boolean {
  return !contact.isPreferred
}

/** The address in `Anna <anna@acme.example>`, `mailto:anna@acme.example` or plain. */
function readEmail(text: string): string | null {
  const address = /<([^<>]*)>/.exec(text)?.[1] ?? text
  const bare = address.replace(/^mailto:/i, '').trim()
  return /^[^\s@]+@[^\s@]+$/.test(bare) ? bare : null
}

/** The number in `tel:+49-30-1234;ext=5` or plain; an Internet phone address is no number. */
function readPhone(text: string): string | null {
  if (/^(sips?|xmpp|skype):/i.test(text)) return null
  const number = oneLine(text.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '))
  return number === '' ? null : number
}

function typesOf(line: VcardLine): string[] {
  const types = (line.params.get('TYPE') ?? []).flatMap((type) => type.split(','))
  return types.map((type) => type.trim().toLowerCase()).filter((type) => type !== 'pref')
}

function isPreferred(line: VcardLine): boolean {
  const types = (line.params.get('TYPE') ?? []).flatMap((type) => type.toLowerCase().split(','))
  return types.includes('pref') || line.params.get('PREF')?.[0] === '1'
}

function addressOf(lines: readonly VcardLine[], isOld: boolean): VcardAddress | null {
  const all = lines.filter((line) => line.name === 'ADR')
  const line = all.find((each) => typesOf(each).includes('work')) ?? all[0]
  if (!line) return null
  const parts = readVcardParts(line, isOld).map((part) => oneLine(part.replaceAll('\n', ', ')))
  const [box = '', extended = '', street = '', city = '', region = '', code = '', country = ''] =
    parts
  const lined = [box, extended, street].filter((part) => part !== '').join(', ')
  return { street: lined, city, region, postalCode: code, country }
}
