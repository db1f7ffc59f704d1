import { roleLetters, type BuyingRole, type Influence, type MapSeat, type Stance } from './model'

/** What one line typed on a card says. Left-out fields were not mentioned. */
export interface CardText {
  /** Empty when the person is not known ('?'). */
  readonly name?: string
  readonly title?: string
  readonly department?: string
  readonly email?: string
  readonly stance?: Stance
  readonly influence?: Influence
  readonly roles?: readonly BuyingRole[]
  readonly isTopFive?: true
}

const stanceSigns: Readonly<Record<string, Stance>> = {
  '++': 'champion',
  '+': 'supporter',
  '~': 'neutral',
  '-': 'non_supporter',
  '--': 'opponent',
}
const influenceSigns: Readonly<Record<string, Influence>> = {
  '!H': 'high',
  '!M': 'medium',
  '!L': 'low',
}
const rolesByLetter: Readonly<Record<string, BuyingRole>> = Object.fromEntries(
  Object.entries(roleLetters).map(([role, letter]) => [letter, role as BuyingRole]),
)

/**
 * Reads `Jan Kowalski, Head of IT + !M #T <jan@acme.example>` (interaction.md section 2). Signs
 * count only at the end, after a space. A second line is the title. Empty text gives null.
 */
export function readCardText(text: string): CardText | null {
  const [line = '', ...more] = text.split('\n').map((part) => part.trim())
  const found: Mutable<CardText> = {}
  const roles: BuyingRole[] = []
  let rest = line
  for (
    let next = takeSign(rest, found, roles);
    next !== null;
    next = takeSign(rest, found, roles)
  ) {
    rest = next
  }
  if (roles.length > 0) found.roles = roles.reverse()
  const below = more.filter((part) => part !== '').join(' ')
  if (rest === '' && below === '' && Object.keys(found).length === 0) return null
  const { name, title } = splitName(rest)
  const whole = [title, below].filter((part) => part !== '').join(' ')
  if (rest !== '') found.name = name === '?' ? '' : name
  if (whole !== '') found.title = whole
  return found
}

/** The text that `readCardText` reads back: what F2 puts into the field. */
export function writeCardText(seat: MapSeat): string {
  const name = seat.person?.name ?? (seat.title ? '?' : '')
  const quoted = name.includes(',') ? name.replaceAll(',', ' ') : name
  return [quoted, seat.title].filter((part) => part !== '').join(', ')
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Takes one sign off the end of the line; null when there is none. */
function takeSign(line: string, found: Mutable<CardText>, roles: BuyingRole[]): string | null {
  const match = /(?:^|\s)(\S+)$/u.exec(line)
  const sign = match?.[1]
  if (!match || sign === undefined) return null
  const rest = line.slice(0, match.index).trimEnd()
  const stance = stanceSigns[sign]
  const influence = influenceSigns[sign.toUpperCase()]
  const role = /^#[a-z]$/iu.test(sign) ? rolesByLetter[sign.slice(1).toUpperCase()] : undefined
  const email = /^<([^<>\s]+@[^<>\s]+)>$/u.exec(sign)?.[1]
  const department = /^\/(\S.*)$/u.exec(sign)?.[1]
  if (stance !== undefined) found.stance ??= stance
  else if (influence !== undefined) found.influence ??= influence
  else if (role !== undefined) roles.push(role)
  else if (email !== undefined) found.email ??= email
  else if (department !== undefined) found.department ??= department
  else if (sign === '*') found.isTopFive = true
  else return null
  return rest
}

/** Name and title apart at the first comma, bar or spaced dash, or at brackets. */
function splitName(line: string): { readonly name: string; readonly title: string } {
  const bracket = /^(.+?)\s*\(([^()]+)\)$/u.exec(line)
  if (bracket) return { name: trim(bracket[1]), title: trim(bracket[2]) }
  const mark = /,|\||\s[-–—]\s/u.exec(line)
  if (!mark) return { name: line, title: '' }
  return {
    name: trim(line.slice(0, mark.index)),
    title: trim(line.slice(mark.index + mark[0].length)),
  }
}

function trim(text: string | undefined): string {
  return (text ?? '').trim()
}
