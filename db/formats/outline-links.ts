import { escapeLinkMarks, holdEscapes, releaseEscapes, tidyText } from './outline-escape'
import { linkMarks, type OutlinePerson, type OutlineLink } from './outline-model'
import { printNameTitle, splitNameTitle } from './outline-words'

/** The people the ends of lines can mean; `find` gives their places in the order they were added. */
export interface PeopleIndex {
  add(person: Pick<OutlinePerson, 'name' | 'title'>, index: number): void
  find(end: LinkEnd): readonly number[]
}

export interface LinkEnd {
  /** Empty = `?`. */
  readonly name: string
  readonly title: string
  /** The how manieth of those with this name: `Jan ^2`. 0 = not said. */
  readonly ordinal: number
}

/** One way to read a text as a line between two people. */
export interface LinkReading {
  readonly kind: OutlineLink['kind']
  readonly from: LinkEnd
  readonly to: LinkEnd
}

/** Every way to read the text as a line between two people; none for most texts. */
export function readLinkTexts(text: string): LinkReading[] {
  if (!/\s(?:~>|\.\.|x|==)\s/.test(text)) return []
  const held = holdEscapes(text)
  const readings: LinkReading[] = []
  for (const match of held.matchAll(/(?<=\s)(?:~>|\.\.|x|==)(?=\s)/g)) {
    const from = held.slice(0, match.index).trim()
    const to = held.slice(match.index + match[0].length).trim()
    if (from === '' || to === '') continue
    readings.push({ kind: linkMarks.get(match[0])!, from: readEnd(from), to: readEnd(to) })
  }
  return readings
}

export function makePeopleIndex(): PeopleIndex {
  const byName = new Map<string, number[]>()
  const byNameTitle = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  return {
    add: ({ name, title }, index) => {
      const key = keyOf(name)
      push(byName, key, index)
      push(byNameTitle, `${key}\n${keyOf(title)}`, index)
      for (const word of new Set(key.split(' '))) push(byWord, word, index)
    },
    find: ({ name, title, ordinal }) => {
      const key = keyOf(name)
      const exact =
        (title === '' ? byName.get(key) : byNameTitle.get(`${key}\n${keyOf(title)}`)) ?? []
      if (ordinal > 0) return exact.slice(ordinal - 1, ordinal)
      if (exact.length > 0 || title !== '' || key === '') return exact
      return byWord.get(key) ?? []
    },
  }
}

/** `Jan ~> Anna` for two nodes, each named as shortly as the index understands. */
export function printLink(
  link: OutlineLink,
  people: readonly OutlinePerson[],
  index: PeopleIndex,
): string {
  const mark = [...linkMarks].find(([, kind]) => kind === link.kind)![0]
  const from = printEnd(people[link.fromIndex]!, link.fromIndex, index)
  const to = printEnd(people[link.toIndex]!, link.toIndex, index)
  return `${from} ${mark} ${to}`
}

/** Names are the same whatever their case, white space and Unicode form. */
export function keyOf(text: string): string {
  return tidyText(text).normalize('NFC').toLowerCase()
}

function readEnd(text: string): LinkEnd {
  const ordinal = /\s\^(\d{1,5})$/.exec(text)
  const { name, title } = splitNameTitle(ordinal ? text.slice(0, ordinal.index) : text)
  return {
    name: /^\?+$/.test(name) ? '' : releaseEscapes(name),
    title: releaseEscapes(title),
    ordinal: ordinal ? Number(ordinal[1]) : 0,
  }
}

function printEnd(person: OutlinePerson, at: number, index: PeopleIndex): string {
  const { name, title } = person
  const isMe = (end: LinkEnd) => {
    const found = index.find(end)
    return found.length === 1 && found[0] === at
  }
  const short = { name, title: '', ordinal: 0 }
  if (isMe(short)) return escapeLinkMarks(printNameTitle(short))
  const long = { name, title, ordinal: 0 }
  if (title !== '' && isMe(long)) return escapeLinkMarks(printNameTitle(long))
  const ordinal = index.find({ ...short, ordinal: 0 }).indexOf(at) + 1
  return `${escapeLinkMarks(printNameTitle(short))} ^${ordinal}`
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key)
  if (list) list.push(index)
  else map.set(key, [index])
}
