import { makePeopleIndex, printLink } from './outline-links'
import { unknownPerson, type Outline, type OutlineNode, type OutlinePerson } from './outline-model'
import { isHazardousStart } from './outline-structure'
import { printPersonText, tidyPerson } from './outline-words'

export interface OutlinePrintOptions {
  /**
   * Names, titles and reporting lines only, as the customer may see them: no stance, influence, role,
   * mark, address or line.
   */
  readonly isSafe?: boolean
}

/** The normal form: two spaces per level, then the lines between people. Reads back to the same. */
export function printOutline(outline: Outline, options: OutlinePrintOptions = {}): string {
  const { nodes, links } = arrange(outline)
  const shown = nodes.map(({ node }) => shownPerson(node, options))
  const lines = nodes.map(
    ({ level }, at) => '  '.repeat(level) + printStart(printPersonText(shown[at]!)),
  )
  if (options.isSafe) return joinLines(lines)
  const index = makePeopleIndex()
  for (const [at, person] of shown.entries()) index.add(person, at)
  return joinLines([...lines, ...links.map((link) => printStart(printLink(link, shown, index)))])
}

/** The person as it may be shown: whole, or what a customer may see. */
export function shownPerson(
  person: OutlinePerson,
  { isSafe = false }: OutlinePrintOptions,
): OutlinePerson {
  const tidy = tidyPerson(person)
  if (!isSafe) return tidy
  return { ...unknownPerson, name: tidy.name, title: tidy.title, isUnknown: tidy.isUnknown }
}

export interface ArrangedNode {
  readonly node: OutlineNode
  /** 0 = a top. */
  readonly level: number
}

/** The nodes in the order of reading: each boss before the reports, branches whole. */
export function arrange(outline: Outline): {
  readonly nodes: readonly ArrangedNode[]
  readonly links: Outline['links']
} {
  const reports = new Map<number | null, number[]>()
  for (const [at, node] of outline.nodes.entries()) {
    const peers = reports.get(node.parentIndex)
    if (peers) peers.push(at)
    else reports.set(node.parentIndex, [at])
  }
  const nodes: ArrangedNode[] = []
  const placeOf = new Map<number, number>()
  const waiting = (reports.get(null) ?? []).map((at) => ({ at, level: 0 })).reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { at, level } = next
    placeOf.set(at, nodes.length)
    nodes.push({ node: outline.nodes[at]!, level })
    for (const report of (reports.get(at) ?? []).toReversed())
      waiting.push({ at: report, level: level + 1 })
  }
  const links = outline.links.map(({ kind, fromIndex, toIndex }) => ({
    kind,
    fromIndex: placeOf.get(fromIndex)!,
    toIndex: placeOf.get(toIndex)!,
  }))
  return { nodes, links }
}

/** A backslash before what would be taken for a bullet, a heading or another format. */
function printStart(text: string): string {
  return isHazardousStart(text) ? `\\${text}` : text
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
