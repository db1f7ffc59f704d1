/**
 * A place in a tree as the numbers from the top, `[1, 4, 2]`, read from `/1/4/2/` or from the hex of a
 * SQL Server hierarchyid (`5AE158`). The top itself is empty. `null` = neither.
 */
export function readHierarchyPath(text: string): readonly string[] | null {
  const path = text.trim()
  if (path === '' || path === '/') return []
  if (/^\/([-\d.]+\/)+$/.test(path)) return path.slice(1, -1).split('/')
  const hex = /^(?:0x)?([0-9a-f]+)$/i.exec(path)?.[1]
  return hex && hex.length % 2 === 0 && hex.length <= 1_784 ? decodeHierarchyId(hex) : null
}

/**
 * The levels of a hierarchyid ([MS-SSCLRT] 3.1): each is a prefix, some bits of a number and a bit that
 * tells whether the level ends there or goes on (1.5 = between 1 and 2).
 */
function decodeHierarchyId(hex: string): readonly string[] | null {
  let bits = ''
  for (const digit of hex) bits += Number.parseInt(digit, 16).toString(2).padStart(4, '0')
  const levels: string[] = []
  let level = ''
  while (/1/.test(bits)) {
    const label = readLabel(bits)
    if (label === null) return null
    bits = bits.slice(label.size)
    level += label.number
    if (label.isLast) {
      levels.push(level)
      level = ''
    } else level += '.'
  }
  return level === '' ? levels : null
}

/** Prefix, first number, and the pattern of the rest: x = a bit of the number, T = the end bit. */
const labels: readonly (readonly [prefix: string, first: number, rest: string])[] = [
  ['01', 0, 'xxT'],
  ['100', 4, 'xxT'],
  ['101', 8, 'xxxT'],
  ['110', 16, 'xx0x1xxxT'],
  ['1110', 80, 'xxx0xxx0x1xxxT'],
  ['11110', 1_104, 'xxxxx0xxx0x1xxxT'],
  ['111110', 5_200, 'xxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxxT'],
  ['00111', -8, 'xxxT'],
  ['0010', -72, 'xx0x1xxxT'],
  ['000110', -4_168, 'xxxxx0xxx0x1xxxT'],
]

function readLabel(
  bits: string,
): { readonly number: string; readonly size: number; readonly isLast: boolean } | null {
  const label = labels.find(([prefix]) => bits.startsWith(prefix))
  if (!label) return null
  const [prefix, first, rest] = label
  const body = bits.slice(prefix.length, prefix.length + rest.length)
  if (body.length < rest.length) return null
  let digits = ''
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === 'x') digits += body[at]
    else if (rest[at] !== 'T' && rest[at] !== body[at]) return null
  }
  const isLast = body.endsWith('1')
  const number = String(first + Number.parseInt(digits, 2))
  return { number, size: prefix.length + rest.length, isLast }
}
