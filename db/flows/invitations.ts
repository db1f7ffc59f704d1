import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema } from '../columns'
import type { Change, CommandContext } from '../entity'
import { command, findRow, insert, remove, update } from '../entity'
import { agendaOf } from '../entities/agenda-item'
import { attendeeTable } from '../entities/attendee'
import { memberTable } from '../entities/member'
import type { OutgoingMailRow } from '../entities/outgoing-mail'
import { outgoingMailTable } from '../entities/outgoing-mail'
import { personTable } from '../entities/person'
import { siteTable } from '../entities/site'
import { visitTable } from '../entities/visit'
import type { Visit } from '../entities/visit'
import { StoreError } from '../errors'
import type { Invitation, Invitee } from '../formats/itip/invitation'
import { checkInvitation } from '../formats/itip/invitation'
import { planRevision } from '../formats/itip/revision'
import type { ReadableDb } from '../handles'
import type { MailKind } from '../terms'
import { makeInvitation } from '../visit/make-invitation'

/** Steps that put the mails of a visit into the outbox. Nothing leaves here. */
export const invitations = {
  /**
   * Queues what the invitees do not know yet: the invitation to who has none, an update to everybody
   * when something changed, a removal to who was invited and is out now. Gives how many mails wait.
   */
  queue: command(z.object({ visitId: idSchema }), (db, { visitId }, context) => {
    const visit = requireVisit(db, visitId)
    if (visit.status === 'cancelled') throw new StoreError('needs_words', { why: 'cancelled' })
    const mails = mailsOf(db, visitId)
    const next = readInvitation(db, visit)
    const problem = checkInvitation(next)[0]
    if (problem) throw new StoreError('needs_words', { why: problem.code })
    const plan = planMails(next, mails)
    const changes: Change[] = [
      ...mails.filter(isWaiting).map((mail) => remove(outgoingMailTable, mail.id)),
      ...plan.mails.map((mail) => insertMail(visit, mail, context)),
      ...plan.asked.map((id) => update(attendeeTable, id, { partstat: 'NEEDS-ACTION' })),
      update(visitTable, visitId, { status: 'invited', sequence: plan.invitation.sequence }),
    ]
    return { changes, value: plan.mails.length }
  }),

  /** Calls the visit off and queues the cancellation to everybody who got an invitation. */
  cancel: command(z.object({ visitId: idSchema }), (db, { visitId }, context) => {
    const visit = requireVisit(db, visitId)
    const mails = mailsOf(db, visitId)
    const last = lastContent(mails)
    const changes: Change[] = [
      ...mails.filter(isWaiting).map((mail) => remove(outgoingMailTable, mail.id)),
      update(visitTable, visitId, { status: 'cancelled' }),
    ]
    if (!last) return { changes, value: 0 }
    const toldIds = new Set(last.invitees.filter(({ id }) => knows(mails, id)).map(({ id }) => id))
    const told = last.invitees.filter(({ id }) => toldIds.has(id))
    for (const invitee of told) {
      const mail = { invitee, kind: 'cancellation', isAsking: false, invitation: last } as const
      changes.push(insertMail(visit, mail, context))
    }
    changes.push(update(visitTable, visitId, { sequence: last.sequence + 1 }))
    return { changes, value: told.length }
  }),
}

interface PlannedMail {
  readonly invitee: Invitee
  readonly kind: MailKind
  readonly isAsking: boolean
  /** The version it speaks of. */
  readonly invitation: Invitation
}

/** Who gets what, compared with the version that was sent (or handed over) last. */
export function planMails(
  next: Invitation,
  mails: readonly OutgoingMailRow[],
): {
  readonly invitation: Invitation
  readonly mails: readonly PlannedMail[]
  /** Attendees whose earlier answer no longer counts. */
  readonly asked: readonly string[]
} {
  const last = lastContent(mails)
  if (!last) {
    const invitation = { ...next, sequence: 0 }
    const firsts = next.invitees.map((invitee) => first(invitee, invitation))
    return { invitation, mails: firsts, asked: [] }
  }
  const out = last.invitees.filter(
    ({ id }) => knows(mails, id) && !next.invitees.some((invitee) => invitee.id === id),
  )
  const back = next.invitees.filter(({ id }) => lastKind(mails, id) === 'removal')
  const lowest = back.length > 0 ? highestRemoval(mails) + 1 : 0
  const { kind, sequence, changes } = planRevision(last, next, Math.max(lowest, last.sequence))
  const isAsking = changes.some((change) => change === 'time' || change === 'place')
  const invitees = isAsking ? next.invitees.map(reset) : next.invitees
  const invitation = { ...next, sequence, invitees }
  const planned = invitees.flatMap((invitee): PlannedMail[] => {
    if (!knows(mails, invitee.id)) return [first(invitee, invitation)]
    return kind === 'none' ? [] : [{ invitee, kind: 'update', isAsking, invitation }]
  })
  const removals = out.map((invitee): PlannedMail => ({
    invitee,
    kind: 'removal',
    isAsking: false,
    invitation: last,
  }))
  const asked = isAsking ? invitees.map(({ id }) => id) : []
  return { invitation, mails: [...planned, ...removals], asked }
}

function first(invitee: Invitee, invitation: Invitation): PlannedMail {
  return { invitee, kind: 'invitation', isAsking: true, invitation }
}

function reset(invitee: Invitee): Invitee {
  return { ...invitee, partstat: 'NEEDS-ACTION' }
}

/** Whether this person holds an invitation: the last mail that left told them to come. */
function knows(mails: readonly OutgoingMailRow[], attendeeId: string): boolean {
  const kind = lastKind(mails, attendeeId)
  return kind === 'invitation' || kind === 'update'
}

function lastKind(mails: readonly OutgoingMailRow[], attendeeId: string): MailKind | null {
  const left = mails.filter((mail) => mail.attendeeId === attendeeId && hasLeft(mail))
  return left.sort(byAge).at(-1)?.kind ?? null
}

function highestRemoval(mails: readonly OutgoingMailRow[]): number {
  const removals = mails.filter((mail) => mail.kind === 'removal' && hasLeft(mail))
  return Math.max(-1, ...removals.map((mail) => mail.sequence + 1))
}

/** The invitation as it left last; null when nothing has left yet. */
function lastContent(mails: readonly OutgoingMailRow[]): Invitation | null {
  const last = mails
    .filter((mail) => hasLeft(mail) && mail.kind !== 'removal' && mail.kind !== 'cancellation')
    .sort(byAge)
    .at(-1)
  return last ? (JSON.parse(last.content) as Invitation) : null
}

function hasLeft({ status }: OutgoingMailRow): boolean {
  return status === 'sent' || status === 'handed_over'
}

function isWaiting({ status }: OutgoingMailRow): boolean {
  return status === 'queued' || status === 'held' || status === 'failed'
}

function byAge(left: OutgoingMailRow, right: OutgoingMailRow): number {
  return (left.statusAtMs ?? 0) - (right.statusAtMs ?? 0) || (left.id < right.id ? -1 : 1)
}

function insertMail(
  visit: Visit,
  { invitee, kind, isAsking, invitation }: PlannedMail,
  { newId, nowMs, memberId }: CommandContext,
): Change {
  const { id: visitId, accountId, welcome } = visit
  const isComing = kind === 'invitation' || kind === 'update'
  return insert(outgoingMailTable, {
    id: newId(),
    accountId,
    visitId,
    attendeeId: invitee.id,
    kind,
    status: 'queued',
    statusAtMs: nowMs,
    language: invitee.language,
    opening: isComing ? welcome.slice(0, 4000) : '',
    sequence: invitation.sequence,
    isAsking: isAsking ? 1 : 0,
    content: JSON.stringify(invitation),
    authorMemberId: memberId,
    createdAtMs: nowMs,
  })
}

function requireVisit(db: ReadableDb, visitId: string): Visit {
  const visit = findRow(db, visitTable, visitId)
  if (!visit) throw new StoreError('not_found')
  return visit
}

function mailsOf(db: ReadableDb, visitId: string): OutgoingMailRow[] {
  return db.select().from(outgoingMailTable).where(eq(outgoingMailTable.visitId, visitId)).all()
}

function readInvitation(db: ReadableDb, visit: Visit): Invitation {
  const { id: visitId, accountId, siteId, ownerMemberId } = visit
  const attendees = db
    .select()
    .from(attendeeTable)
    .where(and(eq(attendeeTable.visitId, visitId), eq(attendeeTable.isInvited, 1)))
    .all()
  return makeInvitation({
    visit,
    site: siteId ? findRow(db, siteTable, siteId) : null,
    organizer: ownerMemberId ? findRow(db, memberTable, ownerMemberId) : null,
    members: db.select().from(memberTable).all(),
    people: db.select().from(personTable).where(eq(personTable.accountId, accountId)).all(),
    attendees,
    items: agendaOf(db, visitId),
  })
}
