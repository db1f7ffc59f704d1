import { parseMermaid, isMermaid } from './mermaid'
import { isOpml, parseOpmlItems } from './opml'
import { makePeopleIndex, readLinkTexts, type LinkEnd, type LinkReading } from './outline-links'
import {
  maxOutlineLevels,
  maxOutlineNodes,
  unknownPerson,
  type OutlineLink,
  type OutlineNode,
  type OutlinePerson,
  type OutlineRemark,
  type ParsedOutline,
} from './outline-model'
import { readStructure, type OutlineItem } from './outline-structure'
import { parsePersonText } from './outline-words'
import { parseRecipients, isRecipientList } from './recipients'
import { parseSignature, isSignature } from './signature'

export interface OutlineOptions {
  /** People of the account that are not in the text; lines may name them. */
  readonly knownPeople?: readonly Pick<OutlinePerson, 'name' | 'title'>[]
}

/**
 * A chart from typed or pasted text: indented lines, bullets, numbers, Markdown, PlantUML stars,
 * Mermaid, OPML, the address line of a mail or a signature. Every text is some outline; nothing throws.
 */
export function parseOutline(text: string, options: OutlineOptions = {}): ParsedOutline {
  if (isOpml(text)) return buildOutline(parseOpmlItems(text), options)
  if (isMermaid(text)) {
    const { items, links } = parseMermaid(text)
    return buildOutline([...items, ...links], options)
  }
  if (isRecipientList(text) || isSignature(text)) {
    const people = [...parseRecipients(text), ...parseSignature(text)]
    return listOf(people)
  }
  return buildOutline(readStructure(text), options)
}

/** The chart of lines whose depth is known. */
export function buildOutline(
  allItems: readonly OutlineItem[],
  { knownPeople = [] }: OutlineOptions = {},
): ParsedOutline {
  const items = allItems.slice(0, maxOutlineNodes)
  const remarks: OutlineRemark[] = []
  if (items.length < allItems.length)
    remarks.push({ line: allItems[items.length]!.line, code: 'left_out', text: '' })
  const readings = items.map((item) => readLinkTexts(item.text))
  const people = items.map((item) => parsePersonText(item.text))
  const isLink = findLinkItems(readings, people, knownPeople)

  const nodes: OutlineNode[] = []
  const index = makePeopleIndex()
  const above: { readonly depth: number; readonly at: number }[] = []
  for (const [at, item] of items.entries()) {
    if (isLink[at]) continue
    while (above.length > 0 && above.at(-1)!.depth >= item.depth) above.pop()
    if (above.length >= maxOutlineLevels) {
      remarks.push({ line: item.line, code: 'too_deep', text: item.text.slice(0, 100) })
      above.length = maxOutlineLevels - 1
    }
    const parentIndex = above.at(-1)?.at ?? null
    index.add(people[at]!, nodes.length)
    above.push({ depth: item.depth, at: nodes.length })
    nodes.push({ ...people[at]!, parentIndex, isPlaceholder: false, line: item.line })
  }

  const links = new Map<string, OutlineLink>()
  function nodeFor(end: LinkEnd, line: number): number {
    const found = index.find(end)
    if (found.length > 1) remarks.push({ line, code: 'name_ambiguous', text: end.name })
    if (found.length > 0) return found[0]!
    const person = {
      ...unknownPerson,
      name: end.name,
      title: end.title,
      isUnknown: end.name === '',
    }
    if (!knownPeople.some((known) => isSamePerson(known, end)))
      remarks.push({ line, code: 'placeholder_made', text: end.name })
    index.add(person, nodes.length)
    nodes.push({ ...person, parentIndex: null, isPlaceholder: true, line })
    return nodes.length - 1
  }
  for (const [at, item] of items.entries()) {
    const reading = isLink[at]
    if (!reading) continue
    const fromIndex = nodeFor(reading.from, item.line)
    const toIndex = nodeFor(reading.to, item.line)
    const { kind } = reading
    if (fromIndex !== toIndex)
      links.set(`${kind} ${fromIndex} ${toIndex}`, { kind, fromIndex, toIndex })
  }
  return { nodes, links: [...links.values()], remarks }
}

/**
 * Which items are lines between two people, and how they read. Both ends must be known; for `~>`,
 * `..` and `==`, which stand in no name, one known end is enough and the other becomes a placeholder.
 */
function findLinkItems(
  readings: readonly (readonly LinkReading[])[],
  people: readonly OutlinePerson[],
  knownPeople: readonly Pick<OutlinePerson, 'name' | 'title'>[],
): (LinkReading | null)[] {
  const known = makePeopleIndex()
  for (const [at, person] of people.entries()) if (readings[at]!.length === 0) known.add(person, at)
  for (const [at, person] of knownPeople.entries()) known.add(person, people.length + at)
  return readings.map((each) => {
    const rated = each.map((reading) => ({ reading, ends: knownEnds(reading, known) }))
    const whole = rated.find(({ ends }) => ends === 2)
    const half = rated.find(({ reading, ends }) => ends === 1 && reading.kind !== 'conflicts')
    return (whole ?? half)?.reading ?? null
  })
}

function knownEnds(reading: LinkReading, known: ReturnType<typeof makePeopleIndex>): number {
  return [reading.from, reading.to].filter((end) => known.find(end).length > 0).length
}

function isSamePerson(known: Pick<OutlinePerson, 'name' | 'title'>, end: LinkEnd): boolean {
  const index = makePeopleIndex()
  index.add(known, 0)
  return index.find(end).length > 0
}

/** People without an order among them; one address comes once. */
function listOf(people: readonly OutlinePerson[]): ParsedOutline {
  const nodes: OutlineNode[] = []
  for (const person of people.slice(0, maxOutlineNodes)) {
    const at = nodes.findIndex((node) => node.email !== '' && node.email === person.email)
    const merged = at < 0 ? person : { ...nodes[at]!, title: nodes[at]!.title || person.title }
    const node = { ...merged, parentIndex: null, isPlaceholder: false, line: 0 }
    if (at < 0) nodes.push(node)
    else nodes[at] = node
  }
  return { nodes, links: [], remarks: [] }
}
