import { childrenOf, type Forest } from './forest'
import { roleLetters, type MapSeat } from './model'

const stanceSign = {
  champion: ' ++',
  supporter: ' +',
  neutral: ' ~',
  non_supporter: ' -',
  opponent: ' --',
  unknown: '',
} as const
const influenceSign = { high: ' !H', medium: ' !M', low: ' !L', unknown: '' } as const

/**
 * A branch as outline text (interaction.md section 2), one seat a line, two spaces a level. In safe
 * mode only names and titles.
 */
export function printBranch(forest: Forest, id: string, isSafe: boolean): string {
  const lines: string[] = []
  const open: { readonly id: string; readonly depth: number }[] = [{ id, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const seat = forest.seatsById.get(next.id)
    if (seat) lines.push('  '.repeat(next.depth) + printSeat(seat, isSafe))
    const depth = next.depth + 1
    for (const child of [...childrenOf(forest, next.id)].reverse()) open.push({ id: child, depth })
  }
  return lines.map((line) => `${line}\n`).join('')
}

function printSeat({ person, title, department }: MapSeat, isSafe: boolean): string {
  const name = person?.name ?? '?'
  const plain = title ? `${name}, ${title}` : name
  if (isSafe) return plain
  const parts = [plain]
  if (person) {
    parts.push(stanceSign[person.stance], influenceSign[person.influence])
    for (const role of person.roles) parts.push(` #${roleLetters[role]}`)
    if (person.isTopFive) parts.push(' *')
  }
  if (/^\S+$/u.test(department)) parts.push(` /${department}`)
  return parts.join('')
}
