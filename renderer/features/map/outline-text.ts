import type { OutlineNode } from '../../../db/formats/outline-model'
import { printOutline } from '../../../db/formats/outline-print'
import { branchOf, type Forest } from './forest'

/** A branch as outline text (interaction.md section 2); in safe mode only names and titles. */
export function printBranch(forest: Forest, id: string, isSafe: boolean): string {
  const ids = branchOf(forest, id)
  const indexes = new Map(ids.map((each, i) => [each, i]))
  const nodes = ids.map((each): OutlineNode => {
    const { person, title, department, bossId } = forest.seatsById.get(each)!
    return {
      name: person?.name ?? '',
      title,
      department,
      email: '',
      stance: person?.stance ?? 'unknown',
      influence: person?.influence ?? 'unknown',
      roles: person?.roles ?? [],
      isTopFive: person?.isTopFive ?? false,
      isUnknown: person === null,
      parentIndex: each === id || bossId === null ? null : (indexes.get(bossId) ?? null),
      isPlaceholder: false,
      line: 0,
    }
  })
  return printOutline({ nodes, links: [] }, { isSafe })
}
