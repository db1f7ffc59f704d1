import { printCsv, type CsvPrintOptions } from './csv-print'
import type { Outline } from './outline-model'
import { arrange, shownPerson, type OutlinePrintOptions } from './outline-print'

const openColumns = [
  'ID',
  'Name',
  'Title',
  'Department',
  'E-mail',
  'Manager ID',
  'Manager',
] as const
const privateColumns = ['Stance', 'Influence', 'Buying roles', 'Top five'] as const

/**
 * The chart as a table that the import reads back: bosses by number, as names may repeat. The safe
 * one has names, titles and bosses only.
 */
export function printOutlineCsv(
  outline: Outline,
  options: OutlinePrintOptions & CsvPrintOptions = {},
): string {
  const { nodes } = arrange(outline)
  const idOf = new Map(nodes.map(({ node }, at) => [node, String(at + 1)]))
  const rows = nodes.map(({ node }) => {
    const person = shownPerson(node, options)
    const boss = node.parentIndex === null ? undefined : outline.nodes[node.parentIndex]!
    const open = [
      idOf.get(node)!,
      person.name,
      person.title,
      person.department,
      person.email,
      boss ? idOf.get(boss)! : '',
      boss ? shownPerson(boss, options).name : '',
    ]
    if (options.isSafe) return open.filter((_, at) => at !== 3 && at !== 4)
    const { stance, influence, roles, isTopFive } = person
    return [...open, stance, influence, roles.join(', '), isTopFive ? 'yes' : '']
  })
  const header = options.isSafe
    ? openColumns.filter((_, at) => at !== 3 && at !== 4)
    : [...openColumns, ...privateColumns]
  return printCsv([header, ...rows], options)
}
