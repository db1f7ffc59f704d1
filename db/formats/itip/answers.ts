import type { Partstat } from '../../terms'
import { addressKey } from './address'
import type { ItipMessage, Replier } from './reply'
import type { ReadAnswer } from './reply-file'

/** The invitation as it was sent, with what each invitee answered so far. */
export interface SentInvitation {
  readonly uid: string
  /** SEQUENCE of the version sent last. */
  readonly sequence: number
  readonly organizer: string
  readonly attendees: readonly KnownAttendee[]
}

export interface KnownAttendee {
  readonly id: string
  readonly name: string
  /** All addresses that are known to be this person's. */
  readonly addresses: readonly string[]
  readonly partstat: Partstat
  /** SEQUENCE of the last version that asked this person (first invitation or last reschedule). */
  readonly askedSequence: number
  /** Version and time of the last answer taken; null = none yet. */
  readonly answered: { readonly sequence: number; readonly dtstampMs: number } | null
}

/**
 * What a message does. At most ONE attendee ever changes, and only the one whose own address answers.
 *
 * - `applied`: set the attendee as `next` says.
 * - `earlier_version`: the answer is to a version before the last reschedule; show it, change nothing.
 * - `stale`: an answer made later is known already. `repeated`: this very answer was taken.
 * - `unknown_replier`: the address is nobody's here; offer it as a new stakeholder.
 * - `wrong_sender`: the mail came from another address than the one it speaks for.
 * - `proposal`: another time is proposed (COUNTER).
 * - `other_meeting`, `not_an_answer`, `refused`: nothing to do with this invitation's attendees.
 */
export type AnswerOutcome =
  | {
      readonly kind: 'applied'
      readonly attendeeId: string
      readonly next: AttendeeAnswer
      /** The person the answer was delegated to: known here, or to be offered as a new stakeholder. */
      readonly delegate: Delegate | null
      readonly proof: AnswerProof
    }
  | { readonly kind: 'earlier_version'; readonly attendeeId: string; readonly partstat: Partstat }
  | { readonly kind: 'stale' | 'repeated'; readonly attendeeId: string }
  | {
      readonly kind: 'unknown_replier'
      readonly person: { readonly name: string; readonly address: string }
      readonly partstat: Partstat
      /** Set when the answer says that an invitee handed it on. */
      readonly delegatedFromId: string | null
      readonly proof: AnswerProof
    }
  | { readonly kind: 'wrong_sender'; readonly speaksFor: string; readonly sender: string }
  | {
      readonly kind: 'proposal'
      readonly attendeeId: string | null
      readonly startAtMs: number | null
      readonly endAtMs: number | null
      readonly comment: string
    }
  | { readonly kind: 'other_meeting'; readonly uid: string }
  | { readonly kind: 'not_an_answer' }
  | { readonly kind: 'refused'; readonly code: Extract<ItipMessage, { kind: 'refused' }>['code'] }

export interface AttendeeAnswer {
  readonly partstat: Partstat
  readonly answered: { readonly sequence: number; readonly dtstampMs: number }
  readonly comment: string
  readonly delegatedTo: string | null
  /** The assistant who answered, or null. */
  readonly sentBy: string | null
}

export interface Delegate {
  readonly address: string
  readonly knownId: string | null
}

/**
 * RFC 6047 2.2.3: a mail that is not signed proves nothing. `same_sender` = its From is the address it
 * speaks for; `no_sender` = a bare file. Both are shown as 'unverified'.
 */
export type AnswerProof = 'same_sender' | 'by_assistant' | 'no_sender'

/** What one message means for the invitation (standards 1, ordering of replies). Changes nothing. */
export function judgeAnswer(sent: SentInvitation, { message, sender }: ReadAnswer): AnswerOutcome {
  if (message.kind === 'refused') return { kind: 'refused', code: message.code }
  if (message.uid !== sent.uid) return { kind: 'other_meeting', uid: message.uid }
  if (message.kind === 'counter') return judgeProposal(sent, message)
  if (message.kind !== 'reply') return { kind: 'not_an_answer' }
  const { replier } = message
  const proof = judgeSender(replier, sender)
  if (proof === null) {
    return { kind: 'wrong_sender', speaksFor: replier.address, sender: sender ?? '' }
  }
  const attendee = findAttendee(sent, replier.address)
  if (!attendee) {
    const giver = replier.delegatedFrom ? findAttendee(sent, replier.delegatedFrom) : undefined
    const { name, address, partstat } = replier
    const delegatedFromId = giver?.id ?? null
    return { kind: 'unknown_replier', person: { name, address }, partstat, delegatedFromId, proof }
  }
  const order = compareAnswers(message, attendee.answered)
  if (order < 0) return { kind: 'stale', attendeeId: attendee.id }
  if (order === 0) return { kind: 'repeated', attendeeId: attendee.id }
  if (message.sequence < attendee.askedSequence) {
    return { kind: 'earlier_version', attendeeId: attendee.id, partstat: replier.partstat }
  }
  return {
    kind: 'applied',
    attendeeId: attendee.id,
    next: {
      partstat: replier.partstat,
      answered: { sequence: message.sequence, dtstampMs: message.dtstampMs },
      comment: message.comment,
      delegatedTo: replier.partstat === 'DELEGATED' ? replier.delegatedTo : null,
      sentBy: replier.sentBy,
    },
    delegate: findDelegate(sent, replier),
    proof,
  }
}

/** The invitation after an outcome; the same value when it changes nobody. */
export function applyOutcome(sent: SentInvitation, outcome: AnswerOutcome): SentInvitation {
  if (outcome.kind !== 'applied') return sent
  const { partstat, answered } = outcome.next
  return {
    ...sent,
    attendees: sent.attendees.map((attendee) =>
      attendee.id === outcome.attendeeId ? { ...attendee, partstat, answered } : attendee,
    ),
  }
}

/** Higher SEQUENCE wins, then later DTSTAMP: > 0 newer than what is known, 0 the same, < 0 older. */
function compareAnswers(
  message: { readonly sequence: number; readonly dtstampMs: number },
  known: KnownAttendee['answered'],
): number {
  if (known === null) return 1
  return message.sequence - known.sequence || message.dtstampMs - known.dtstampMs
}

function judgeSender(replier: Replier, sender: string | null): AnswerProof | null {
  if (sender === null) return 'no_sender'
  if (addressKey(sender) === addressKey(replier.address)) return 'same_sender'
  const isAssistant = replier.sentBy !== null && addressKey(sender) === addressKey(replier.sentBy)
  return isAssistant ? 'by_assistant' : null
}

function judgeProposal(
  sent: SentInvitation,
  message: Extract<ItipMessage, { kind: 'counter' }>,
): AnswerOutcome {
  const attendee = message.replier ? findAttendee(sent, message.replier.address) : undefined
  const { startAtMs, endAtMs, comment } = message
  return { kind: 'proposal', attendeeId: attendee?.id ?? null, startAtMs, endAtMs, comment }
}

function findAttendee(sent: SentInvitation, address: string): KnownAttendee | undefined {
  const key = addressKey(address)
  return sent.attendees.find(({ addresses }) => addresses.some((own) => addressKey(own) === key))
}

function findDelegate(sent: SentInvitation, replier: Replier): Delegate | null {
  if (replier.partstat !== 'DELEGATED' || replier.delegatedTo === null) return null
  const known = findAttendee(sent, replier.delegatedTo)
  return { address: replier.delegatedTo, knownId: known?.id ?? null }
}
