import type { OutlineNode, Outline } from '../../../../db/formats/outline-model'
import type { Picture } from './picture'

/** A picture's seats as an outline, bosses before their reports; folded branches are whole. */
export function outlineOf(picture: Picture, emails: ReadonlyMap<string, string>): Outline {
  const { forest, lines, isSafe } = picture
  const indexes = new Map(forest.order.map((id, at) => [id, at]))
  const nodes = forest.order.map((id): OutlineNode => {
    const { person, title, department } = forest.seatsById.get(id)!
    const bossId = forest.bossById.get(id) ?? null
    return {
      name: person?.name ?? '',
      title,
      department,
      email: isSafe || !person ? '' : (emails.get(person.id) ?? ''),
      stance: person?.stance ?? 'unknown',
      influence: person?.influence ?? 'unknown',
      roles: person?.roles ?? [],
      isTopFive: person?.isTopFive ?? false,
      isUnknown: person === null,
      parentIndex: bossId === null ? null : (indexes.get(bossId) ?? null),
      isPlaceholder: false,
      line: 0,
    }
  })
  const links = lines.flatMap(({ line }) => {
    const fromIndex = indexes.get(line.fromSeatId)
    const toIndex = indexes.get(line.toSeatId)
    return fromIndex === undefined || toIndex === undefined
      ? []
      : [{ kind: line.kind, fromIndex, toIndex }]
  })
  return { nodes, links }
}
