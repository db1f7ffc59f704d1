import type { Language } from '../terms'
import { countChanges } from './diff-maps'
import type { MapDiff, Who } from './diff-maps'
import { summaryWords } from './summary-words'
import type { Forms, SummaryWords } from './summary-words'

/** Parts of one sentence before the rest is counted. */
const partsMax = 5
/** Opinions that are named one by one. */
const namedMax = 2

/**
 * A diff in one sentence without a full stop: '2 new people, Anna: neutral → supporter, CIO gate
 * opened'. `names` gives the names of people by id; who is not in it (erased since) is 'somebody'.
 */
export function summarizeDiff(
  diff: MapDiff,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const words = summaryWords[language]
  const say = makeSpeaker(words, names, language)
  const parts = [
    ...presenceParts(diff, say),
    ...opinionParts(diff, say),
    ...gateParts(diff, words),
    ...placeParts(diff, say),
    ...restParts(diff, say),
  ]
  if (parts.length === 0) {
    const count = countChanges(diff)
    return count === 0 ? words.nothing : startWell(say.count(words.more, count))
  }
  const shown = parts.slice(0, partsMax)
  const rest = parts.slice(partsMax).reduce((sum, part) => sum + part.weight, 0)
  const texts = shown.map(({ text }) => text)
  if (rest > 0) texts.push(say.count(words.more, rest))
  return startWell(texts.join(', '))
}

interface Part {
  readonly text: string
  /** How many changes it tells. */
  readonly weight: number
}

interface Speaker {
  readonly words: SummaryWords
  count(forms: Forms, n: number): string
  name(who: Who): string
}

function makeSpeaker(
  words: SummaryWords,
  names: ReadonlyMap<string, string>,
  language: Language,
): Speaker {
  const rules = new Intl.PluralRules(language)
  const format = new Intl.NumberFormat(language)
  return {
    words,
    count: (forms, n) => fill(forms[rules.select(n)] ?? forms.other, { n: format.format(n) }),
    name: ({ personId, title }) =>
      (personId === null ? '' : (names.get(personId) ?? '')) || title || words.somebody,
  }
}

function presenceParts({ appeared, left }: MapDiff, { words, count, name }: Speaker): Part[] {
  const gone = left.filter(({ why }) => why === 'left_company')
  const off = left.filter(({ why }) => why !== 'left_company')
  return [
    ...counted(
      appeared,
      (n) => count(words.appeared, n),
      (one) => fill(words.appearedOne, { who: name(one) }),
    ),
    ...counted(
      gone,
      (n) => count(words.left, n),
      (one) => fill(words.leftOne, { who: name(one) }),
    ),
    ...counted(off, (n) => count(words.offMap, n)),
  ]
}

/** Stances first; a change of mind before a first opinion, and that before one of somebody new. */
function opinionParts({ opinions, appeared }: MapDiff, { words, count, name }: Speaker): Part[] {
  const order = { stance: 0, buyIn: 1, influence: 2 } as const
  const isNew = new Set(appeared.map(({ personId }) => personId))
  const rankOf = ({ field, from, personId }: MapDiff['opinions'][number]) =>
    order[field] + (isNew.has(personId) ? 20 : 0) + (from === 'unknown' ? 10 : 0)
  const sorted = [...opinions].sort((a, b) => rankOf(a) - rankOf(b))
  const named = sorted.slice(0, namedMax).map((change): Part => {
    const label = {
      stance: name(change),
      influence: fill(words.influenceOf, { who: name(change) }),
      buyIn: fill(words.buyInOf, { who: name(change) }),
    }[change.field]
    const values = words[change.field]
    const from = change.from === 'unknown' ? '' : `${values[change.from]} → `
    return { text: `${label}: ${from}${values[change.to]}`, weight: 1 }
  })
  return [...named, ...counted(sorted.slice(namedMax), (n) => count(words.opinions, n))]
}

function gateParts({ gates }: MapDiff, words: SummaryWords): Part[] {
  return gates.map(({ kind, to }) => {
    const form =
      to === 'passed' ? words.gatePassed : to === 'blocked' ? words.gateBlocked : words.gateOther
    const text = fill(form, { gate: words.gateKind[kind]!, to: words.gateStatus[to]! })
    return { text, weight: 1 }
  })
}

function placeParts(diff: MapDiff, { words, count, name }: Speaker): Part[] {
  return [
    ...counted(
      diff.moved,
      (n) => count(words.moved, n),
      (one) =>
        fill(words.movedOne, { who: name(one), boss: one.to === null ? words.top : name(one.to) }),
    ),
    ...counted(diff.vacated, (n) => count(words.vacated, n)),
    ...counted(diff.seatsAdded, (n) => count(words.seats, n)),
  ]
}

function restParts(diff: MapDiff, { words, count }: Speaker): Part[] {
  return [
    ...counted(diff.gapsClosed, (n) => count(words.gaps, n)).map(({ text }) => ({
      text,
      weight: 0,
    })),
    ...counted([...diff.titles, ...diff.changedSeat], (n) => count(words.titles, n)),
    ...counted(diff.roles, (n) => count(words.roles, n)),
    ...counted(diff.linesAdded, (n) => count(words.lines, n)),
  ]
}

function counted<T>(
  list: readonly T[],
  many: (n: number) => string,
  one?: (only: T) => string,
): Part[] {
  if (list.length === 0) return []
  const text = list.length === 1 && one ? one(list[0]!) : many(list.length)
  return [{ text, weight: list.length }]
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}

function startWell(text: string): string {
  const first = [...text][0] ?? ''
  return first.toLocaleUpperCase() + text.slice(first.length)
}
