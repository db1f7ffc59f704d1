/** Replace `removeLength` UTF-16 units at `at` (in the old text) by `insert`. */
export interface TextEdit {
  readonly at: number
  readonly removeLength: number
  readonly insert: string
}

/** Word tables above this size are not compared; the changed middle is replaced as one. */
const maxComparedCells = 250_000

/**
 * Gives small edits that turn `before` into `after`, last first, so that they can be applied one by
 * one without shifting. Never cuts a surrogate pair in two (SPEC T6).
 */
export function diffText(before: string, after: string): readonly TextEdit[] {
  if (before === after) return []
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const oldWords = splitWords(before.slice(start, before.length - end))
  const newWords = splitWords(after.slice(start, after.length - end))
  return compareWords(oldWords, newWords, start).reverse()
}

function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let length = 0
  while (length < limit && a[length] === b[length]) length++
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

function commonEnd(a: string, b: string, start: number): number {
  const limit = Math.min(a.length, b.length) - start
  let length = 0
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function splitWords(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/gu) ?? []
}

/** Longest common subsequence of words; edits come out in the order of the text. */
function compareWords(
  oldWords: readonly string[],
  newWords: readonly string[],
  offset: number,
): TextEdit[] {
  const width = newWords.length + 1
  if ((oldWords.length + 1) * width > maxComparedCells)
    return [{ at: offset, removeLength: oldWords.join('').length, insert: newWords.join('') }]
  const lengths = measureCommon(oldWords, newWords, width)
  const edits: TextEdit[] = []
  let at = offset
  let open: { at: number; removeLength: number; insert: string } | null = null
  let i = 0
  let j = 0
  while (i < oldWords.length || j < newWords.length) {
    if (i < oldWords.length && j < newWords.length && oldWords[i] === newWords[j]) {
      if (open) edits.push(open)
      open = null
      at += oldWords[i]!.length
      i++
      j++
      continue
    }
    open ??= { at, removeLength: 0, insert: '' }
    const skipOld = i < oldWords.length ? lengths[(i + 1) * width + j]! : -1
    const skipNew = j < newWords.length ? lengths[i * width + j + 1]! : -1
    if (skipOld >= skipNew) {
      open.removeLength += oldWords[i]!.length
      at += oldWords[i]!.length
      i++
    } else {
      open.insert += newWords[j]!
      j++
    }
  }
  if (open) edits.push(open)
  return edits
}

function measureCommon(
  oldWords: readonly string[],
  newWords: readonly string[],
  width: number,
): Uint32Array {
  const lengths = new Uint32Array((oldWords.length + 1) * width)
  for (let i = oldWords.length - 1; i >= 0; i--)
    for (let j = newWords.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        oldWords[i] === newWords[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  return lengths
}
