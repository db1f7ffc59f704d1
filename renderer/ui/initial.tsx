import './marks.css'

/** The first letters of a name on a quiet tint of its own, where there is no logo or photo. */
export function Initial({
  name,
  size = 28,
  isRound = false,
}: {
  readonly name: string
  readonly size?: number
  readonly isRound?: boolean
}) {
  return (
    <span
      className={`initial tint-${tintOf(name)}${isRound ? ' round' : ''}`}
      style={{ width: size, height: size, fontSize: Math.round(size * (isRound ? 0.4 : 0.46)) }}
      aria-hidden="true"
    >
      {isRound ? twoLetters(name) : firstLetter(name)}
    </span>
  )
}

const tints = 6

/** The same name has the same tint everywhere. */
function tintOf(name: string): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + character.codePointAt(0)!) % 9973
  return sum % tints
}

function firstLetter(text: string): string {
  return (/[\p{L}\p{N}]/u.exec(text)?.[0] ?? '?').toUpperCase()
}

function twoLetters(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return picked.map(firstLetter).join('') || '?'
}
