import { escapeAt, escapeLinkMarks, holdEscapes, releaseEscapes, tidyText } from './outline-escape'
import {
  influenceMarks,
  roleLetters,
  stanceMarks,
  topFiveMark,
  unknownPerson,
  type OutlinePerson,
} from './outline-model'

/**
 * The text of one node as a person, by the one grammar of the drawing (interaction.md 2):
 * `Anna Berg, CIO /IT ++ !H #E <anna@acme.example> *`.
 */
export function parsePersonText(text: string): OutlinePerson {
  const found = readSuffixes(holdEscapes(text).trim())
  const { name, title } = splitNameTitle(found.rest)
  const isUnknown = name === '' || /^\?+$/.test(name)
  const shownName = isUnknown ? '' : releaseEscapes(name)
  const isOnlyAddress = title === '' && found.email === '' && isAddress(name)
  return {
    name: isOnlyAddress ? nameFromAddress(shownName) : shownName,
    title: releaseEscapes(title),
    department: releaseEscapes(found.department),
    email: isOnlyAddress ? shownName : found.email,
    stance: found.stance,
    influence: found.influence,
    roles: [...roleLetters.values()].filter((role) => found.roles.includes(role)),
    isTopFive: found.isTopFive,
    isUnknown: shownName === '',
  }
}

/** The person as the text that `parsePersonText` reads back to the same. */
export function printPersonText(person: OutlinePerson): string {
  const tidy = tidyPerson(person)
  const stance = keyOf(stanceMarks, tidy.stance)
  const influence = keyOf(influenceMarks, tidy.influence)
  const parts = [
    printNameTitle(tidy),
    tidy.department === '' ? '' : `/${escapeWords(tidy.department, '@')}`,
    stance ?? '',
    influence ?? '',
    ...[...roleLetters].filter(([, role]) => tidy.roles.includes(role)).map(([key]) => `#${key}`),
    tidy.email === '' ? '' : `<${tidy.email}>`,
    tidy.isTopFive ? topFiveMark : '',
  ]
  return escapeLinkMarks(parts.filter((part) => part !== '').join(' '))
}

/** Name and title alone, escaped: `Anna Berg, CIO`. */
export function printNameTitle({ name, title }: Pick<OutlinePerson, 'name' | 'title'>): string {
  const shown = name === '' ? '?' : escapeWords(name, ',|(@')
  return title === '' ? shown : `${shown}, ${escapeWords(title, '@')}`
}

/** The person with every text as the outline can hold it: one line, a real address, roles in order. */
export function tidyPerson(person: OutlinePerson): OutlinePerson {
  const name = tidyText(person.name)
  const email = tidyText(person.email)
  return {
    name,
    title: tidyText(person.title),
    department: tidyText(person.department),
    email: isAddress(email) ? email : '',
    stance: person.stance,
    influence: person.influence,
    roles: [...roleLetters.values()].filter((role) => person.roles.includes(role)),
    isTopFive: person.isTopFive,
    isUnknown: name === '',
  }
}

/** Whether the word is one plain mail address. */
export function isAddress(word: string): boolean {
  return word.length <= 254 && addressPattern.test(word)
}

/** The mail addresses among the words of a line; an escaped `@` makes none. */
export function findAddresses(line: string): string[] {
  if (!line.includes('@')) return []
  return line
    .split(/[\s<>,;"'()[\]|]+/)
    .map((word) => word.replace(/^[a-z-]+:/i, ''))
    .filter(isAddress)
}

const addressPattern = /^(?!\/)[^\s<>@\\,;"()[\]]+@[^\s<>@\\,;"()[\]]+\.[^\s<>@\\,;"()[\]]+$/

/** `jan.kowalski@acme.example` is Jan Kowalski, `anna@acme.example` is anna. */
export function nameFromAddress(address: string): string {
  const local = address.slice(0, address.indexOf('@'))
  const words = local.split(/[._]/).filter((word) => word !== '')
  if (words.length < 2 || words.some((word) => !/^\p{L}[\p{L}'-]*$/u.test(word))) return local
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ')
}

interface Suffixes {
  rest: string
  department: string
  email: string
  stance: OutlinePerson['stance']
  influence: OutlinePerson['influence']
  roles: OutlinePerson['roles'][number][]
  isTopFive: boolean
}

/** Takes suffixes from the end as long as the last word is one; the first word never is. */
function readSuffixes(text: string): Suffixes {
  const found: Suffixes = { ...unknownPerson, rest: text, roles: [] }
  for (;;) {
    const last = /\s(\S+)$/.exec(found.rest)
    if (last && takeSuffix(found, last[1]!)) {
      found.rest = found.rest.slice(0, last.index).trimEnd()
      continue
    }
    const department = found.department === '' ? findDepartment(found.rest) : -1
    if (department < 0) return found
    found.department = found.rest.slice(department).trimStart().slice(1)
    found.rest = found.rest.slice(0, department).trimEnd()
  }
}

/** Where ` /Department` starts: the last slash with a space before and none behind it. */
function findDepartment(text: string): number {
  return text.search(/\s\/(?=\S)(?!.*\s\/\S)/s)
}

function takeSuffix(found: Suffixes, word: string): boolean {
  const stance = stanceMarks.get(word)
  if (stance && found.stance === 'unknown') found.stance = stance
  else if (influenceMarks.has(word) && found.influence === 'unknown')
    found.influence = influenceMarks.get(word)!
  else if (isNewRole(found, word)) found.roles.push(roleLetters.get(word[1]!.toUpperCase())!)
  else if (word === topFiveMark && !found.isTopFive) found.isTopFive = true
  else if (found.email === '' && readAddress(word) !== '') found.email = readAddress(word)
  else return false
  return true
}

function isNewRole(found: Suffixes, word: string): boolean {
  const role = /^#[a-z]$/i.test(word) ? roleLetters.get(word[1]!.toUpperCase()) : undefined
  return role !== undefined && !found.roles.includes(role)
}

function readAddress(word: string): string {
  const inner = /^<(?:mailto:)?([^<>]+)>$/i.exec(word)?.[1] ?? word
  return isAddress(inner) ? inner : ''
}

/** Name and title at the first of `,` ` - ` `|` tab and `(...)` that closes the text. */
export function splitNameTitle(text: string): { readonly name: string; readonly title: string } {
  const closes = text.endsWith(')')
  const pattern = /,|\||\t|\s[-–—](?=\s|$)|\(/g
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const isBracket = match[0] === '('
    if (isBracket && (!closes || match.index === 0)) continue
    const end = isBracket ? text.length - 1 : text.length
    return {
      name: text.slice(0, match.index).trim(),
      title: text.slice(match.index + match[0].length, end).trim(),
    }
  }
  return { name: text.trim(), title: '' }
}

/**
 * Text escaped so that none of it is a sign: the given characters everywhere, and whatever would be a
 * suffix, a department, a spaced dash, an address or an unknown name where it stands.
 */
function escapeWords(text: string, everywhere: string): string {
  const places = new Set<number>()
  for (let at = 0; at < text.length; at += 1) {
    const before = at === 0 ? ' ' : text[at - 1]
    const after = text[at + 1] ?? ' '
    const isSpaced = before === ' '
    const isDash = isSpaced && after === ' ' && '-–—'.includes(text[at]!) && at > 0
    const isDepartment = text[at] === '/' && isSpaced && text[at + 1] !== ' '
    const isBold = text.startsWith('**', at)
    const isSign = everywhere.includes(text[at]!) || text[at] === '<'
    if (isSign || isDash || isDepartment || isBold) places.add(at)
  }
  const lastWord = text.lastIndexOf(' ') + 1
  if (isSuffix(text.slice(lastWord))) places.add(lastWord)
  if (/^\?+$/.test(text)) places.add(0)
  return escapeAt(text, places)
}

function isSuffix(word: string): boolean {
  return (
    stanceMarks.has(word) ||
    influenceMarks.has(word) ||
    word === topFiveMark ||
    /^#[a-z]$/i.test(word)
  )
}

function keyOf<V>(map: ReadonlyMap<string, V>, value: V): string | undefined {
  for (const [key, each] of map) if (each === value) return key
  return undefined
}
