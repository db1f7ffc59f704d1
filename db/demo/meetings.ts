import { insert } from '../entity'
import type { Change } from '../entity'
import { actionItemTable } from '../entities/action-item'
import { meetingTable } from '../entities/meeting'
import { noteTable } from '../entities/note'
import { participantTable } from '../entities/participant'
import { noteKinds } from '../terms'
import { dateOf, dayMs, minuteMs } from './cast'
import type { DemoAccount, DemoParts, DemoPerson } from './cast'
import { actionTitles, meetingNotes, nextSteps } from './phrases'
import type { DemoVisit } from './visits'

/** The log of a past visit: who came, what was said, what is to be done. */
export function makeVisitLog(parts: DemoParts, account: DemoAccount, visit: DemoVisit): Change[] {
  const { random } = parts
  const came = visit.invited.slice(0, 24)
  const stranger = account.people.slice(24).find(() => random.chance(0.2))
  return makeMeeting(parts, account, {
    visitId: visit.id,
    title: visit.title,
    modality: 'on_site',
    startedAtMs: visit.startAtMs,
    endedAtMs: visit.endAtMs,
    timeZone: visit.timeZone,
    came,
    walkedIn: stranger ? [stranger] : [],
    notes: random.whole(3, 7),
    actions: random.whole(1, 4),
  })
}

/** A call, a video or a mail with one to three people on a day before now. */
export function makeContact(parts: DemoParts, account: DemoAccount, days: number): Change[] {
  const { random, context } = parts
  const modality = random.weighted({ phone: 4, video: 4, email: 3, chat: 1 })
  const startedAtMs = context.nowMs - days * dayMs - random.whole(0, 300) * minuteMs
  const came = random.some(account.people.slice(0, 14), random.whole(1, 3))
  return makeMeeting(parts, account, {
    visitId: null,
    title: came[0]?.name ?? account.company.name,
    modality,
    startedAtMs,
    endedAtMs: startedAtMs + random.whole(1, 4) * 15 * minuteMs,
    timeZone: account.company.sites[0]!.timeZone,
    came,
    walkedIn: [],
    notes: random.chance(0.6) ? 1 : 0,
    actions: random.chance(0.25) ? 1 : 0,
  })
}

interface Logged {
  readonly visitId: string | null
  readonly title: string
  readonly modality: 'on_site' | 'phone' | 'video' | 'email' | 'chat'
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly timeZone: string
  readonly came: readonly DemoPerson[]
  readonly walkedIn: readonly DemoPerson[]
  readonly notes: number
  readonly actions: number
}

function makeMeeting(
  { random, context, team }: DemoParts,
  account: DemoAccount,
  { came, walkedIn, notes, actions, ...logged }: Logged,
): Change[] {
  const { newId, stableId } = context
  const { id: accountId } = account
  const id = newId()
  const createdAtMs = logged.endedAtMs
  const changes: Change[] = [
    insert(meetingTable, {
      ...logged,
      id,
      accountId,
      status: 'done',
      place: logged.visitId ? account.company.sites[0]!.name : '',
      summary: logged.visitId ? random.pick(meetingNotes.note) : '',
      nextStep: random.pick(nextSteps),
      ownerMemberId: team.ae,
      createdAtMs,
    }),
  ]
  const isVisit = logged.visitId !== null
  for (const person of [...came, ...walkedIn]) {
    const attendance = walkedIn.includes(person)
      ? 'walk_in'
      : isVisit
        ? random.weighted({ attended: 7, absent: 2, remote: 1 })
        : 'attended'
    changes.push(
      insert(participantTable, {
        id: stableId(id, `participant:${person.id}`),
        accountId,
        meetingId: id,
        personId: person.id,
        attendance,
        modality: attendance === 'remote' ? 'video' : logged.modality,
        createdAtMs,
      }),
    )
  }
  for (let index = 0; index < notes; index += 1) {
    const kind = index === 0 ? 'note' : random.pick(noteKinds)
    changes.push(
      insert(noteTable, {
        id: newId(),
        accountId,
        meetingId: id,
        visitId: logged.visitId,
        personId: random.chance(0.5) ? (random.pick(came)?.id ?? null) : null,
        kind,
        body: random.pick(meetingNotes[kind]),
        isPrivate: kind === 'upsell_heard' ? 1 : 0,
        atMs: logged.startedAtMs + (index + 1) * 9 * minuteMs,
        authorMemberId: team.ae,
        createdAtMs,
      }),
    )
  }
  for (let index = 0; index < actions; index += 1) {
    const dueMs = logged.endedAtMs + random.whole(4, 60) * dayMs
    const isDone = dueMs < context.nowMs && random.chance(0.85)
    const isTheirs = random.chance(0.3) && came.length > 0
    changes.push(
      insert(actionItemTable, {
        id: newId(),
        accountId,
        meetingId: id,
        visitId: logged.visitId,
        title: random.pick(actionTitles),
        status: isDone ? 'done' : 'open',
        ownerMemberId: isTheirs ? null : random.pick([team.ae, team.ae, team.se, team.csm]),
        personId: isTheirs ? random.pick(came).id : null,
        dueDate: dateOf(dueMs),
        doneAtMs: isDone ? dueMs - dayMs : null,
        createdAtMs,
      }),
    )
  }
  return changes
}
