import { arrange, shownPerson, type OutlinePrintOptions } from './outline-print'
import type { Outline } from './outline-model'
import { splitLines, type OutlineItem } from './outline-structure'
import { printPersonText } from './outline-words'

/** Whether the text is a Mermaid mind map or flow chart, with or without its code fence. */
export function isMermaid(text: string): boolean {
  return /^(mindmap\s*$|(graph|flowchart)\s+(TB|TD|BT|RL|LR)\s*;?\s*$)/.test(firstLine(text) ?? '')
}

export interface MermaidItems {
  readonly items: readonly OutlineItem[]
  /** Dotted arrows of a flow chart, as lines between two people in the words of the outline. */
  readonly links: readonly OutlineItem[]
}

/** The nodes of a Mermaid mind map (by indent) or flow chart (by arrows from boss to report). */
export function parseMermaid(text: string): MermaidItems {
  const lines = bodyLines(text)
  return lines[0]?.text === 'mindmap'
    ? { items: readMindMap(lines.slice(1)), links: [] }
    : readFlowChart(lines.slice(1))
}

/** The chart as a Mermaid mind map. It has one root, so several tops stand under `rootText`. */
export function printMermaid(
  outline: Outline,
  options: OutlinePrintOptions & { readonly rootText: string },
): string {
  const { nodes } = arrange(outline)
  const needsRoot = nodes.filter(({ level }) => level === 0).length !== 1
  const lines = needsRoot ? [`  root["${escapeLabel(options.rootText)}"]`] : []
  for (const [at, { node, level }] of nodes.entries()) {
    const indent = '  '.repeat(level + (needsRoot ? 2 : 1))
    const label = escapeLabel(printPersonText(shownPerson(node, options)))
    lines.push(`${indent}n${at + 1}["${label}"]`)
  }
  return ['mindmap', ...lines].map((line) => `${line}\n`).join('')
}

interface BodyLine {
  readonly line: number
  readonly indent: number
  readonly text: string
}

/** Lines without code fences, front matter, comments and styling. */
function bodyLines(text: string): BodyLine[] {
  const body: BodyLine[] = []
  let isFrontMatter = false
  for (const [at, raw] of splitLines(text).entries()) {
    const trimmed = raw.trim()
    if (trimmed === '---' && (isFrontMatter || body.length === 0)) isFrontMatter = !isFrontMatter
    else if (
      !isFrontMatter &&
      trimmed !== '' &&
      !/^(```|%%|:::|::icon|classDef\b|style\b|class\b|linkStyle\b|click\b|subgraph\b|end$|direction\b)/.test(
        trimmed,
      )
    )
      body.push({
        line: at + 1,
        indent:
          raw.replaceAll('\t', '    ').length - raw.replaceAll('\t', '    ').trimStart().length,
        text: trimmed.replace(/\s*:::\S+$/, ''),
      })
  }
  return body
}

function firstLine(text: string): string | undefined {
  return bodyLines(text.slice(0, 2_000))[0]?.text
}

function readMindMap(lines: readonly BodyLine[]): OutlineItem[] {
  return lines
    .map(({ line, indent, text }) => ({ line, depth: indent, text: readNode(text).label }))
    .filter((item) => item.text !== '')
}

interface FlowNode {
  readonly line: number
  label: string
  boss: string | null
}

/** Depth first from those nobody points at; an arrow that would close a loop is left out. */
function readFlowChart(lines: readonly BodyLine[]): MermaidItems {
  const nodes = new Map<string, FlowNode>()
  const dotted: (readonly [string, string, number])[] = []
  for (const { line, text } of lines) {
    const parts = text.replace(/;$/, '').split(/\s*(-->|---|==>|-\.->|-\.-)(?:\|[^|]*\|)?\s*/)
    const groups = parts
      .filter((_, at) => at % 2 === 0)
      .map((part) => part.split(/\s+&\s+/).map(readNode))
    for (const { id, label, hasLabel } of groups.flat()) {
      const node = nodes.get(id)
      if (!node) nodes.set(id, { line, label, boss: null })
      else if (hasLabel) node.label = label
    }
    for (let at = 1; at < groups.length; at += 1)
      for (const boss of groups[at - 1]!)
        for (const report of groups[at]!) {
          const node = nodes.get(report.id)!
          const isDotted = parts[at * 2 - 1]!.includes('.')
          if (isDotted) dotted.push([boss.id, report.id, line])
          else if (node.boss === null && !isAbove(nodes, report.id, boss.id)) node.boss = boss.id
        }
  }
  const links = dotted.map(([from, to, line]) => ({
    line,
    depth: 0,
    text: `${nodes.get(from)!.label} .. ${nodes.get(to)!.label}`,
  }))
  return { items: flatten(nodes), links }
}

/** Whether `id` stands above `other` or is it. */
function isAbove(nodes: ReadonlyMap<string, FlowNode>, id: string, other: string): boolean {
  for (let at: string | null = other; at !== null; at = nodes.get(at)?.boss ?? null)
    if (at === id) return true
  return false
}

function flatten(nodes: ReadonlyMap<string, FlowNode>): OutlineItem[] {
  const reports = new Map<string | null, string[]>()
  for (const [id, { boss }] of nodes) reports.set(boss, [...(reports.get(boss) ?? []), id])
  const items: OutlineItem[] = []
  const waiting = (reports.get(null) ?? []).map((id) => ({ id, depth: 0 })).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { line, label } = nodes.get(next.id)!
    items.push({ line, depth: next.depth, text: label })
    for (const id of (reports.get(next.id) ?? []).toReversed())
      waiting.push({ id, depth: next.depth + 1 })
  }
  return items.filter((item) => item.text !== '')
}

/** `id["label"]`, `id(label)`, `id{{label}}` and the other shapes; text without a shape is its own label. */
function readNode(text: string): {
  readonly id: string
  readonly label: string
  readonly hasLabel: boolean
} {
  const shaped =
    /^([\p{L}\p{N}_-]*)(\(\(|\)\)|\{\{|\[\[|\(\[|\[\(|[[({)>])(.+?)(\)\)|\(\(|\}\}|\]\]|\]\)|\)\]|[\])}(])$/su.exec(
      text.trim(),
    )
  if (!shaped) return { id: text.trim(), label: readLabel(text), hasLabel: false }
  const label = readLabel(shaped[3]!)
  return { id: shaped[1] || label, label, hasLabel: true }
}

/** A label without quotes, Markdown marks, line breaks and entities. */
function readLabel(text: string): string {
  return text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/^`(.*)`$/s, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(
      /#(quot|amp|lt|gt|num|\d+);/g,
      (whole, code: string) => entities[code] ?? fromCode(code) ?? whole,
    )
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  num: '#',
}

function fromCode(code: string): string | undefined {
  const point = Number(code)
  return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : undefined
}

function escapeLabel(text: string): string {
  return text.replace(/["#;`]/g, (sign) => `#${sign === '"' ? 'quot' : sign.charCodeAt(0)};`)
}
