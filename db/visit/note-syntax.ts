import { findDueDate, foldSameLength } from './due-date'

/** What a line of the log becomes when it is finished with Enter. */
export type LineKind =
  | 'note'
  | 'todo'
  | 'decision'
  | 'problem'
  | 'praise'
  | 'product_gap'
  | 'promise'
  | 'upsell_heard'
  | 'sighting'
  | 'next_step'

export interface NotePerson {
  readonly id: string
  readonly name: string
  /** True for one of ours. */
  readonly isMember: boolean
}

export interface NoteContext {
  readonly people: readonly NotePerson[]
  /** Who writes; 'me', 'ich', 'ik', 'ja' and 'I' mean this one. */
  readonly self: NotePerson
  /** 'YYYY-MM-DD' where the writer is. */
  readonly today: string
}

export interface NoteLine {
  readonly kind: LineKind
  /** The words without keyword, owner and date; `@` and `#` words stay. */
  readonly text: string
  /** Who does it: known, or a name nobody here has; null = nobody named. */
  readonly owner: { readonly name: string; readonly person: NotePerson | null } | null
  /** 'YYYY-MM-DD' or null. */
  readonly dueDate: string | null
  /** People named with `@`, known or not. */
  readonly mentions: readonly { readonly name: string; readonly person: NotePerson | null }[]
  readonly topics: readonly string[]
  /** True where the line must never reach the customer or others outside the team. */
  readonly isPrivate: boolean
}

/**
 * Reads one line: `todo Jan 12 Dec send the offer`, `decision: pilot until March @Anna #pricing`. A line
 * without a keyword is a note. Keywords count at the start only, in four languages.
 */
export function readNoteLine(line: string, context: NoteContext): NoteLine {
  const typed = line.normalize('NFC').trim()
  const { kind, rest } = cutKeyword(typed)
  const mentions = findMentions(rest, context.people)
  const topics = [...rest.matchAll(/(?:^|\s)#([\p{L}\p{N}][\p{L}\p{N}_-]*)/gu)].map(
    ([, topic]) => topic!,
  )
  const base = { kind, mentions, topics, isPrivate: kind === 'upsell_heard' }
  if (kind !== 'todo' && kind !== 'promise')
    return { ...base, text: rest, owner: null, dueDate: null }
  const due = findDueDate(rest, context.today)
  const undated = due ? `${rest.slice(0, due.start)} ${rest.slice(due.end)}` : rest
  const { owner, text } = cutOwner(tidy(undated), context)
  return { ...base, text: tidy(text), owner, dueDate: due?.date ?? null }
}

/** Keywords by kind; a colon after one is optional, for words of everyday speech it is needed. */
const keywords: readonly { kind: LineKind; plain: readonly string[]; colon: readonly string[] }[] =
  [
    {
      kind: 'todo',
      plain: [
        'todo',
        'to-do',
        'to do',
        'action',
        'aufgabe',
        'actie',
        'taak',
        'zadanie',
        '[ ]',
        '- [ ]',
      ],
      colon: [],
    },
    {
      kind: 'decision',
      plain: ['decision', 'decided', 'entscheidung', 'beschluss', 'besluit', 'decyzja'],
      colon: [],
    },
    {
      kind: 'problem',
      plain: ['problem', 'risk', 'risiko', 'risico', 'ryzyko', 'probleem'],
      colon: ['issue', 'bug'],
    },
    { kind: 'praise', plain: ['praise', 'lob', 'pochwala', 'compliment'], colon: [] },
    {
      kind: 'product_gap',
      plain: ['product gap', 'feature request', 'funktionswunsch', 'functiewens'],
      colon: ['gap', 'wish', 'wunsch', 'wens', 'brak', 'missing'],
    },
    {
      kind: 'promise',
      plain: ['promise', 'promised', 'zusage', 'toezegging', 'obietnica'],
      colon: [],
    },
    { kind: 'upsell_heard', plain: ['upsell'], colon: [] },
    {
      kind: 'sighting',
      plain: ['competitor', 'wettbewerber', 'wettbewerb', 'concurrent', 'konkurencja'],
      colon: [],
    },
    {
      kind: 'next_step',
      plain: ['next step', 'nachster schritt', 'volgende stap', 'nastepny krok'],
      colon: ['next'],
    },
  ]

function cutKeyword(line: string): { kind: LineKind; rest: string } {
  const folded = foldSameLength(line)
  for (const { kind, plain, colon } of keywords) {
    const word = plain.find((candidate) => startsWithWord(folded, candidate))
    if (word) return { kind, rest: line.slice(word.length).replace(/^[\s:–-]+/, '') }
    const withColon = colon.find((candidate) => folded.startsWith(`${candidate}:`))
    if (withColon) return { kind, rest: line.slice(withColon.length + 1).trim() }
  }
  return { kind: 'note', rest: line }
}

function startsWithWord(folded: string, word: string): boolean {
  return folded.startsWith(word) && /^($|[\s:–-])/.test(folded.slice(word.length))
}

function findMentions(text: string, people: readonly NotePerson[]): NoteLine['mentions'] {
  return [...text.matchAll(/(?:^|[\s(])@(?=\p{L})/gu)].map((match) => {
    const after = text.slice(match.index + match[0].length)
    const known = matchPerson(after, people)
    if (known) return { name: known.person.name, person: known.person }
    return { name: /^[\p{L}\p{M}'’.-]+/u.exec(after)![0].replace(/[.’']+$/, ''), person: null }
  })
}

/**
 * The owner stands first (`todo Jan ...`, `todo @Jan Kowalski: ...`). Without `@` only a known name or
 * 'me' counts, so that 'todo send the offer' has no owner called Send.
 */
function cutOwner(text: string, { people, self }: NoteContext): Pick<NoteLine, 'owner' | 'text'> {
  const isMarked = text.startsWith('@')
  const plain = isMarked ? text.slice(1) : text
  const me = /^(me|ich|ik|ja|i)(?=[\s:,]|$)/i.exec(foldSameLength(plain))
  const known = me ? { person: self, length: me[0].length } : matchPerson(plain, [...people, self])
  if (known) {
    const rest = plain.slice(known.length).replace(/^[\s:,–-]+/, '')
    return { owner: { name: known.person.name, person: known.person }, text: rest }
  }
  const name = isMarked ? /^[\p{L}\p{M}'’.-]+/u.exec(plain)?.[0] : undefined
  if (name) {
    return {
      owner: { name, person: null },
      text: plain.slice(name.length).replace(/^[\s:,–-]+/, ''),
    }
  }
  return { owner: null, text }
}

/**
 * The person whose name the text starts with: the whole name, else the first or the last name when only
 * one person has it.
 */
function matchPerson(
  text: string,
  people: readonly NotePerson[],
): { person: NotePerson; length: number } | null {
  const folded = foldSameLength(text)
  const starts = (name: string) => {
    const wanted = foldSameLength(name)
    const next = folded.slice(wanted.length, wanted.length + 1)
    return wanted !== '' && folded.startsWith(wanted) && !/[\p{L}\p{N}]/u.test(next)
  }
  const whole = people
    .filter(({ name }) => starts(name))
    .sort((a, b) => b.name.length - a.name.length)[0]
  if (whole) return { person: whole, length: whole.name.length }
  for (const part of ['first', 'last'] as const) {
    const hits = people.filter(({ name }) => starts(namePart(name, part)))
    const [hit] = hits
    if (hit && new Set(hits.map(({ id }) => id)).size === 1) {
      return { person: hit, length: namePart(hit.name, part).length }
    }
  }
  return null
}

function namePart(name: string, part: 'first' | 'last'): string {
  const words = name.trim().split(/\s+/)
  return (part === 'first' ? words[0] : words.at(-1)) ?? ''
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:])/g, '$1')
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
}
