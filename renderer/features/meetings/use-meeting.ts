import { useEffect, useMemo, useState } from 'react'
import type { ActionItem } from '../../../db/entities/action-item'
import type { AgendaItem } from '../../../db/entities/agenda-item'
import type { CompetitorSighting } from '../../../db/entities/competitor-sighting'
import type { Meeting } from '../../../db/entities/meeting'
import type { Member } from '../../../db/entities/member'
import type { Note } from '../../../db/entities/note'
import type { Participant } from '../../../db/entities/participant'
import type { Person } from '../../../db/entities/person'
import type { Visit } from '../../../db/entities/visit'
import type { TimedPart } from '../../../db/visit/agenda'
import { timeItems } from '../../../db/visit/make-invitation'
import { useLive } from '../../data/live'
import { store } from '../../data/store'

/** A person in the room, expected or not. */
export interface Present {
  readonly person: Person
  readonly title: string
  readonly participant: Participant
}

/** All that the log of a meeting shows. */
export interface MeetingModel {
  readonly meeting: Meeting
  readonly accountName: string
  readonly visit: Visit | null
  readonly timed: readonly (TimedPart & { readonly item: AgendaItem })[]
  readonly present: readonly Present[]
  readonly people: readonly Person[]
  readonly members: readonly Member[]
  readonly self: Member | null
  /** The text of the log: the oldest plain note. */
  readonly document: Note | null
  /** Decisions, problems, praise and so on, in the order they were said. */
  readonly marks: readonly Note[]
  readonly actions: readonly ActionItem[]
  readonly sightings: readonly CompetitorSighting[]
}

/** Everything of a meeting, always current: undefined while it loads, null when there is none. */
export function useMeeting(meetingId: string): MeetingModel | null | undefined {
  const meeting = useLive(store.meeting.byId, { id: meetingId })
  const ofAccount = meeting ? { accountId: meeting.accountId } : null
  const visitId = meeting?.visitId ?? null
  const account = useLive(store.account.byId, meeting ? { id: meeting.accountId } : null)
  const visit = useLive(store.visit.byId, visitId ? { id: visitId } : null)
  const items = useLive(store.agendaItem.byVisit, visitId ? { visitId } : null)
  const participants = useLive(store.participant.byMeeting, { meetingId })
  const notes = useLive(store.note.byMeeting, { meetingId })
  const people = useLive(store.person.byAccount, ofAccount)
  const seats = useLive(store.seat.byAccount, ofAccount)
  const occupancies = useLive(store.occupancy.byAccount, ofAccount)
  const actions = useLive(store.actionItem.byAccount, ofAccount)
  const sightings = useLive(store.competitorSighting.byAccount, ofAccount)
  const members = useLive(store.member.all, {})
  const selfId = useSelfId()

  return useMemo(() => {
    if (meeting === undefined) return undefined
    if (meeting === null) return null
    if (!account || !participants || !notes || !people || !seats || !occupancies) return undefined
    if (!actions || !sightings || !members || selfId === null) return undefined
    const byTime = [...notes].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
    const document = byTime.find(({ kind }) => kind === 'note') ?? null
    const titles = titlesOf(seats, occupancies)
    const byId = new Map(people.map((person) => [person.id, person]))
    return {
      meeting,
      accountName: account.name,
      visit: visit ?? null,
      timed: visit && items ? timeItems(visit.startAtMs, items) : [],
      present: participants
        .flatMap((participant) => {
          const person = byId.get(participant.personId ?? '')
          return person ? [{ person, title: titles.get(person.id) ?? '', participant }] : []
        })
        .sort((a, b) => a.person.name.localeCompare(b.person.name)),
      people,
      members,
      self: members.find(({ id }) => id === selfId) ?? null,
      document,
      marks: byTime.filter(({ kind }) => kind !== 'note'),
      actions: actions.filter((action) => action.meetingId === meetingId),
      sightings: sightings.filter((sighting) => sighting.meetingId === meetingId),
    }
  }, [
    meeting,
    account,
    visit,
    items,
    participants,
    notes,
    people,
    seats,
    occupancies,
    actions,
    sightings,
    members,
    selfId,
    meetingId,
  ])
}

function titlesOf(
  seats: readonly { readonly id: string; readonly title: string }[],
  occupancies: readonly { seatId: string; personId: string; toDate: string | null }[],
): ReadonlyMap<string, string> {
  const titleOfSeat = new Map(seats.map(({ id, title }) => [id, title]))
  return new Map(
    occupancies
      .filter(({ toDate }) => toDate === null)
      .map(({ personId, seatId }) => [personId, titleOfSeat.get(seatId) ?? '']),
  )
}

function useSelfId(): string | null {
  const [selfId, setSelfId] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void store.storeInfo.read().then((info) => isCurrent && setSelfId(info.memberId))
    return () => {
      isCurrent = false
    }
  }, [])
  return selfId
}
