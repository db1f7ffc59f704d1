import { childrenOf, type Forest } from './forest'
import { card, type Point, type Rect } from './model'
import { arrange, type Block } from './layout-arrange'

/**
 * Tidy layout of equal cards.
 *
 * 1. Peers stand in order, left to right; a boss stands centred above its direct reports.
 * 2. A run of reports that have nobody (visible) below them is stacked in columns, read downwards,
 *    so that wide teams stay readable. Folded branches count as having nobody below.
 * 3. No two cards overlap; the same seats and folds always give the same picture.
 * Time and memory are linear in the number of visible seats.
 */
export interface MapLayout {
  /** Top-left corner of each visible card, world pixels. */
  readonly positions: ReadonlyMap<string, Point>
  readonly bounds: Rect
  readonly edges: readonly ReportingEdge[]
  /** Seats that stand in a stack: peers are above and below instead of left and right. */
  readonly stacked: ReadonlySet<string>
}

/** Corners of one reporting line from boss to report: x, y, x, y, ... in world pixels. */
export interface ReportingEdge {
  readonly bossId: string
  readonly childId: string
  readonly points: readonly number[]
}

export interface LayoutOptions {
  readonly levelGap: number
  readonly siblingGap: number
  readonly branchGap: number
  readonly stackGap: number
  /** Room left of a stacked column for the line that joins it. */
  readonly trunk: number
  /** Runs of at least this many leaves are stacked. */
  readonly stackFrom: number
  /** Unplaced top seats are stacked only from this many, because a stack looks like a team. */
  readonly stackRootsFrom: number
}

export const layoutOptions: LayoutOptions = {
  levelGap: 48,
  siblingGap: 20,
  branchGap: 32,
  stackGap: 12,
  trunk: 16,
  stackFrom: 3,
  stackRootsFrom: 5,
}

export function layoutMap(
  forest: Forest,
  folded: ReadonlySet<string> = new Set(),
  options: LayoutOptions = layoutOptions,
): MapLayout {
  const blocks = cutBlocks(forest, folded, options)
  const centres = arrange(blocks, options)
  const positions = new Map<string, Point>()
  const edges: ReportingEdge[] = []
  const stacked = new Set<string>()
  const bounds = { left: Infinity, top: 0, right: -Infinity, bottom: -Infinity }
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block
    placeCards(block, centres[b] as number, options, { positions, stacked, bounds })
    drawEdges(block, blocks, centres, b, options, positions, edges)
  }
  if (positions.size === 0) return { positions, bounds: emptyBounds, edges, stacked }
  return { positions, bounds, edges, stacked }
}

const emptyBounds: Rect = { left: 0, top: 0, right: 0, bottom: 0 }

/** Groups visible seats into single cards and stacks, bosses before their reports. */
function cutBlocks(forest: Forest, folded: ReadonlySet<string>, options: LayoutOptions): Block[] {
  const blocks: Block[] = []
  const hasReports = (id: string) => !folded.has(id) && childrenOf(forest, id).length > 0
  addBlocks(-1, forest.roots, 0)
  for (let b = 0; b < blocks.length; b++) {
    const { ids, y } = blocks[b] as Block
    if (ids.length > 1) continue
    const id = ids[0] as string
    if (hasReports(id)) addBlocks(b, childrenOf(forest, id), y + card.height + options.levelGap)
  }
  return blocks

  function addBlocks(parent: number, ids: readonly string[], y: number): void {
    const stackFrom = parent < 0 ? options.stackRootsFrom : options.stackFrom
    let at = 0
    while (at < ids.length) {
      let end = at
      while (end < ids.length && !hasReports(ids[end] as string)) end++
      if (end - at >= stackFrom) blocks.push(makeStack(ids.slice(at, end), parent, y))
      else {
        end = Math.max(end, at + 1)
        for (let i = at; i < end; i++) blocks.push(makeCard(ids[i] as string, parent, y))
      }
      at = end
    }
  }

  function makeCard(id: string, parent: number, y: number): Block {
    return { ids: [id], parent, y, rows: 1, ...card, inset: 0 }
  }

  function makeStack(ids: readonly string[], parent: number, y: number): Block {
    const rows = countRows(ids.length)
    const columns = Math.ceil(ids.length / rows)
    const width = columns * (card.width + options.trunk) + (columns - 1) * options.stackGap
    const height = rows * card.height + (rows - 1) * options.stackGap
    return { ids, parent, y, rows, width, height, inset: options.trunk }
  }
}

/** Rows of a stack: maps are wider than tall, so columns are tall, and filled evenly. */
function countRows(count: number): number {
  const wanted = Math.min(count, Math.max(8, Math.ceil(2.2 * Math.sqrt(count))))
  return Math.ceil(count / Math.ceil(count / wanted))
}

function placeCards(
  block: Block,
  centre: number,
  options: LayoutOptions,
  out: {
    positions: Map<string, Point>
    stacked: Set<string>
    bounds: { left: number; top: number; right: number; bottom: number }
  },
): void {
  const isStack = block.ids.length > 1
  const left = centre - block.width / 2
  block.ids.forEach((id, i) => {
    const column = Math.floor(i / block.rows)
    const row = i % block.rows
    const shift = isStack ? options.trunk + column * columnPitch(options) : 0
    out.positions.set(id, {
      x: left + shift,
      y: block.y + row * (card.height + options.stackGap),
    })
    if (isStack) out.stacked.add(id)
  })
  out.bounds.left = Math.min(out.bounds.left, left)
  out.bounds.right = Math.max(out.bounds.right, left + block.width)
  out.bounds.bottom = Math.max(out.bounds.bottom, block.y + block.height)
}

function drawEdges(
  block: Block,
  blocks: readonly Block[],
  centres: readonly number[],
  index: number,
  options: LayoutOptions,
  positions: ReadonlyMap<string, Point>,
  edges: ReportingEdge[],
): void {
  if (block.parent < 0) return
  const bossId = (blocks[block.parent] as Block).ids[0] as string
  const fromX = centres[block.parent] as number
  const fromY = (blocks[block.parent] as Block).y + card.height
  const bend = fromY + options.levelGap / 2
  if (block.ids.length === 1) {
    const childId = block.ids[0] as string
    const x = centres[index] as number
    edges.push({ bossId, childId, points: [fromX, fromY, fromX, bend, x, bend, x, block.y] })
    return
  }
  for (const childId of block.ids) {
    const at = positions.get(childId) as Point
    const trunk = at.x - options.trunk / 2
    const middle = at.y + card.height / 2
    const points = [fromX, fromY, fromX, bend, trunk, bend, trunk, middle, at.x, middle]
    edges.push({ bossId, childId, points })
  }
}

function columnPitch(options: LayoutOptions): number {
  return card.width + options.trunk + options.stackGap
}
