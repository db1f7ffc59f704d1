/** A single card, or a stack of leaves, that moves as one. Parents come before their children. */
export interface Block {
  readonly ids: readonly string[]
  /** Index of the block of the boss, -1 for a top block. */
  readonly parent: number
  readonly y: number
  readonly rows: number
  readonly width: number
  readonly height: number
  /** Room at the left for the line that joins a stack; bosses are centred above the cards only. */
  readonly inset: number
}

export interface Gaps {
  readonly siblingGap: number
  readonly branchGap: number
  readonly stackGap: number
}

/**
 * The centre x of every block: subtrees are packed left to right along their outlines (after
 * Reingold and Tilford, with outlines measured in pixels instead of levels), small ones between
 * large ones are spread evenly, bosses are centred above their reports.
 */
export function arrange(blocks: readonly Block[], gaps: Gaps): number[] {
  const children: number[][] = blocks.map(() => [])
  const tops: number[] = []
  blocks.forEach((block, i) => (block.parent < 0 ? tops : children[block.parent])?.push(i))
  const offsets = new Array<number>(blocks.length).fill(0)
  const outlines: (Outline | undefined)[] = []
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i] as Block
    const kids = children[i] as number[]
    const below = kids.length > 0 ? packRow(kids, blocks, outlines, offsets, gaps) : undefined
    outlines[i] = crown(block, below, gaps)
  }
  packRow(tops, blocks, outlines, offsets, gaps)
  blocks.forEach((block, i) => {
    if (block.parent >= 0) offsets[i] = (offsets[i] as number) + (offsets[block.parent] as number)
  })
  return offsets
}

/**
 * The left and right silhouette of a subtree relative to its top block's centre. Segments are
 * stored bottom first, so that putting a boss on top and joining two outlines touch only the
 * shorter one; `shift` moves a side without touching its segments.
 */
interface Outline {
  readonly left: Side
  readonly right: Side
  bottom: number
}

interface Side {
  /** Lower end of each segment, lowest first. A segment reaches up to the next one's end. */
  readonly ends: number[]
  readonly xs: number[]
  shift: number
}

function crown(block: Block, below: Outline | undefined, gaps: Gaps): Outline {
  const end = block.y + block.height + gaps.stackGap
  const half = block.width / 2
  const outline = below ?? { left: makeSide(), right: makeSide(), bottom: end }
  pushSegment(outline.left, end, -half)
  pushSegment(outline.right, end, half)
  return outline
}

/** Places a row of siblings, writes their offsets from the row's middle, joins their outlines. */
function packRow(
  row: readonly number[],
  blocks: readonly Block[],
  outlines: (Outline | undefined)[],
  offsets: number[],
  gaps: Gaps,
): Outline | undefined {
  const first = row[0]
  if (first === undefined) return undefined
  const xs = [0]
  let joined = outlines[first] as Outline
  const reaches: Reach[] = [{ bottom: joined.bottom, index: 0 }]
  for (let k = 1; k < row.length; k++) {
    const next = outlines[row[k] as number] as Outline
    const x = findPlace(joined, next, k, xs, reaches, gaps)
    xs.push(x)
    while (reaches.length > 0 && (reaches.at(-1) as Reach).bottom <= next.bottom) reaches.pop()
    reaches.push({ bottom: next.bottom, index: k })
    joined = join(joined, next, x)
    outlines[row[k] as number] = undefined
  }
  const last = row.length - 1
  const lastBlock = blocks[row[last] as number] as Block
  const { width, inset } = blocks[first] as Block
  const middle = (inset - width / 2 + (xs[last] as number) + lastBlock.width / 2) / 2
  row.forEach((i, k) => (offsets[i] = (xs[k] as number) - middle))
  joined.left.shift -= middle
  joined.right.shift -= middle
  return joined
}

/** How far down the siblings up to `index` reach; deepest first, so indexes grow along the list. */
interface Reach {
  readonly bottom: number
  readonly index: number
}

/** The smallest x at which `next` clears everything placed so far; spreads the siblings between. */
function findPlace(
  placed: Outline,
  next: Outline,
  k: number,
  xs: number[],
  reaches: readonly Reach[],
  gaps: Gaps,
): number {
  const { right } = placed
  const { left } = next
  let i = right.ends.length - 1
  let j = left.ends.length - 1
  let reach = reaches.length - 1
  let x = -Infinity
  let top = -Infinity
  let gap = gaps.siblingGap
  while (i >= 0 && j >= 0) {
    const needed =
      (right.xs[i] as number) + right.shift + gap - ((left.xs[j] as number) + left.shift)
    if (needed > x) {
      while (reach > 0 && (reaches[reach] as Reach).bottom <= top) reach--
      const from = (reaches[reach] as Reach).index
      if (x !== -Infinity && from < k - 1) spread(xs, from, k, needed - x)
      x = needed
    }
    const rightEnd = right.ends[i] as number
    const leftEnd = left.ends[j] as number
    top = Math.min(rightEnd, leftEnd)
    if (rightEnd <= top) i--
    if (leftEnd <= top) j--
    gap = gaps.branchGap
  }
  return x
}

function spread(xs: number[], from: number, to: number, extra: number): void {
  for (let m = from + 1; m < to; m++) {
    xs[m] = (xs[m] as number) + (extra * (m - from)) / (to - from)
  }
}

/** The outline of `a` with `b` standing `x` to its right; reuses the taller one's segments. */
function join(a: Outline, b: Outline, x: number): Outline {
  b.left.shift += x
  b.right.shift += x
  if (b.bottom > a.bottom) {
    cover(b.left, a.left, a.bottom)
    return { left: b.left, right: b.right, bottom: b.bottom }
  }
  cover(a.right, b.right, b.bottom)
  return { left: a.left, right: a.right, bottom: a.bottom }
}

/** Replaces the part of `tall` above `bottom` by `short`. */
function cover(tall: Side, short: Side, bottom: number): void {
  while (tall.ends.length > 0 && (tall.ends.at(-1) as number) <= bottom) {
    tall.ends.pop()
    tall.xs.pop()
  }
  for (let i = 0; i < short.ends.length; i++) {
    tall.ends.push(short.ends[i] as number)
    tall.xs.push((short.xs[i] as number) + short.shift - tall.shift)
  }
}

function makeSide(): Side {
  return { ends: [], xs: [], shift: 0 }
}

function pushSegment(side: Side, end: number, x: number): void {
  side.ends.push(end)
  side.xs.push(x - side.shift)
}
