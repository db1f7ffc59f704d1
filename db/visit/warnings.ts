import { DateTime } from 'luxon'
import type { Partstat } from '../terms'
import type { AgendaSpan, TimedPart } from './agenda'
import { findGaps } from './agenda'
import { listDates } from './wall-time'

const minuteMs = 60_000

/** A time that somebody is promised elsewhere: another visit, a call, an item of this agenda. */
export interface Commitment extends AgendaSpan {
  readonly id: string
  readonly title: string
  /** Where it is; empty = anywhere (a call). */
  readonly place: string
  readonly personIds: readonly string[]
}

export interface VisitPlanState extends AgendaSpan {
  readonly id: string
  readonly title: string
  readonly zone: string
  readonly place: string
  readonly timed: readonly TimedPart[]
  /** Who is needed for which item. */
  readonly needed: readonly { readonly itemId: string; readonly personId: string }[]
  /** Everybody of the visit, ours too, with the state of the invitation. */
  readonly attendees: readonly {
    readonly personId: string
    readonly isInvited: boolean
    readonly partstat: Partstat
  }[]
  /** Other commitments of the same people. */
  readonly others: readonly Commitment[]
  /** Dates 'YYYY-MM-DD' that are public holidays at the site, with their names. */
  readonly holidays: readonly { readonly date: string; readonly name: string }[]
}

/** Minutes that a way between two places takes when nobody said; settings with these defaults. */
export interface TravelRule {
  readonly minutesBetween: number
}
export const defaultTravelRule: TravelRule = { minutesBetween: 60 }

export type VisitWarning =
  | {
      readonly kind: 'two_places'
      readonly personId: string
      readonly otherTitle: string
      readonly startAtMs: number
    }
  | { readonly kind: 'needed_not_invited'; readonly personId: string; readonly itemId: string }
  | { readonly kind: 'needed_declined'; readonly personId: string; readonly itemId: string }
  | { readonly kind: 'gap'; readonly startAtMs: number; readonly minutes: number }
  | { readonly kind: 'past_end'; readonly itemId: string; readonly minutes: number }
  | { readonly kind: 'overlap'; readonly itemId: string; readonly otherItemId: string }
  | {
      readonly kind: 'travel'
      readonly otherTitle: string
      readonly minutes: number
      readonly neededMinutes: number
    }
  | { readonly kind: 'weekend'; readonly date: string }
  | { readonly kind: 'holiday'; readonly date: string; readonly name: string }

/** Everything about a plan that will go wrong on site, worst first. */
export function findWarnings(
  plan: VisitPlanState,
  travel: TravelRule = defaultTravelRule,
): VisitWarning[] {
  return [
    ...findTwoPlaces(plan),
    ...findMissingNeeded(plan),
    ...findOverlaps(plan.timed),
    ...findPastEnd(plan),
    ...findTravel(plan, travel),
    ...findDays(plan),
    ...(plan.timed.length > 0
      ? findGaps(plan, plan.timed, 15).map((gap) => ({
          kind: 'gap' as const,
          startAtMs: gap.startAtMs,
          minutes: Math.round((gap.endAtMs - gap.startAtMs) / minuteMs),
        }))
      : []),
  ]
}

function findTwoPlaces(plan: VisitPlanState): VisitWarning[] {
  const coming = new Set(
    plan.attendees
      .filter(({ isInvited, partstat }) => isInvited && partstat !== 'DECLINED')
      .map(({ personId }) => personId),
  )
  return plan.others
    .filter((other) => other.id !== plan.id && overlaps(other, plan))
    .flatMap((other) =>
      other.personIds
        .filter((personId) => coming.has(personId))
        .map((personId) => ({
          kind: 'two_places' as const,
          personId,
          otherTitle: other.title,
          startAtMs: other.startAtMs,
        })),
    )
}

function findMissingNeeded(plan: VisitPlanState): VisitWarning[] {
  const byPerson = new Map(plan.attendees.map((attendee) => [attendee.personId, attendee]))
  return plan.needed.flatMap(({ itemId, personId }): VisitWarning[] => {
    const attendee = byPerson.get(personId)
    if (!attendee?.isInvited) return [{ kind: 'needed_not_invited', personId, itemId }]
    if (attendee.partstat === 'DECLINED') return [{ kind: 'needed_declined', personId, itemId }]
    return []
  })
}

function findOverlaps(timed: readonly TimedPart[]): VisitWarning[] {
  const inOrder = [...timed].sort((a, b) => a.startAtMs - b.startAtMs)
  return inOrder.flatMap((part, index) =>
    inOrder
      .slice(index + 1)
      .filter((other) => overlaps(part, other))
      .map((other) => ({ kind: 'overlap' as const, itemId: part.id, otherItemId: other.id })),
  )
}

function findPastEnd(plan: VisitPlanState): VisitWarning[] {
  const last = plan.timed.reduce<TimedPart | null>(
    (latest, part) => (latest && latest.endAtMs >= part.endAtMs ? latest : part),
    null,
  )
  if (!last || last.endAtMs <= plan.endAtMs) return []
  const minutes = Math.round((last.endAtMs - plan.endAtMs) / minuteMs)
  return [{ kind: 'past_end', itemId: last.id, minutes }]
}

function findTravel(plan: VisitPlanState, { minutesBetween }: TravelRule): VisitWarning[] {
  if (plan.place === '') return []
  return plan.others
    .filter((other) => other.id !== plan.id && other.place !== '' && other.place !== plan.place)
    .filter((other) => !overlaps(other, plan))
    .flatMap((other) => {
      const spareMs =
        other.endAtMs <= plan.startAtMs
          ? plan.startAtMs - other.endAtMs
          : other.startAtMs - plan.endAtMs
      const minutes = Math.floor(spareMs / minuteMs)
      if (minutes >= minutesBetween) return []
      return [
        {
          kind: 'travel' as const,
          otherTitle: other.title,
          minutes,
          neededMinutes: minutesBetween,
        },
      ]
    })
}

function findDays(plan: VisitPlanState): VisitWarning[] {
  return listDates(plan.startAtMs, plan.endAtMs, plan.zone).flatMap((date): VisitWarning[] => {
    const holiday = plan.holidays.find((day) => day.date === date)
    if (holiday) return [{ kind: 'holiday', date, name: holiday.name }]
    const isWeekend = DateTime.fromISO(date, { zone: 'utc' }).weekday >= 6
    return isWeekend ? [{ kind: 'weekend', date }] : []
  })
}

function overlaps(left: AgendaSpan, right: AgendaSpan): boolean {
  return left.startAtMs < right.endAtMs && right.startAtMs < left.endAtMs
}
