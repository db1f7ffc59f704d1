import type { Visit } from '../../../db/entities/visit'
import type { AnswerOutcome, SentInvitation } from '../../../db/formats/itip/answers'
import { applyOutcome, judgeAnswer } from '../../../db/formats/itip/answers'
import type { ReadAnswer } from '../../../db/formats/itip/reply-file'
import { store } from '../../data/store'
import type { VisitModel } from './visit-model'

/** What one message of a dropped file came to. */
export interface TakenAnswer {
  readonly outcome: AnswerOutcome
  /** Name of whom it is about; empty when it names nobody here. */
  readonly name: string
  /** The visit it belongs to, when that is another one. */
  readonly otherVisit: Visit | null
}

/** The invitation as it stands with everybody's last answer. */
export function makeSentInvitation({
  visit,
  people,
  mails,
  invitation,
}: VisitModel): SentInvitation {
  return {
    uid: visit.uid,
    sequence: visit.sequence ?? 0,
    organizer: invitation.organizer.address,
    attendees: people.flatMap(({ person, attendee }) => {
      if (!attendee || attendee.isInvited !== 1) return []
      const asking = mails.filter((mail) => mail.attendeeId === attendee.id && mail.isAsking === 1)
      const { answerSequence, answerStampAtMs } = attendee
      return [
        {
          id: attendee.id,
          name: person.name,
          addresses: [person.email],
          partstat: attendee.partstat,
          askedSequence: Math.max(0, ...asking.map(({ sequence }) => sequence)),
          answered:
            answerSequence === null || answerStampAtMs === null
              ? null
              : { sequence: answerSequence, dtstampMs: answerStampAtMs },
        },
      ]
    }),
  }
}

/** Judges the messages of files one after the other and saves what each changes. */
export async function takeAnswers(
  model: VisitModel,
  answers: readonly ReadAnswer[],
  visits: readonly Visit[],
): Promise<TakenAnswer[]> {
  let sent = makeSentInvitation(model)
  const taken: TakenAnswer[] = []
  for (const answer of answers) {
    const outcome = judgeAnswer(sent, answer)
    if (outcome.kind === 'applied') await saveAnswer(outcome)
    sent = applyOutcome(sent, outcome)
    const otherVisit =
      outcome.kind === 'other_meeting'
        ? (visits.find(({ uid }) => uid === outcome.uid) ?? null)
        : null
    taken.push({ outcome, name: nameOf(sent, outcome), otherVisit })
  }
  return taken
}

async function saveAnswer(outcome: Extract<AnswerOutcome, { kind: 'applied' }>): Promise<void> {
  const { partstat, answered, comment, delegatedTo } = outcome.next
  await store.attendee.set({
    id: outcome.attendeeId,
    fields: {
      partstat,
      answerSequence: answered.sequence,
      answerStampAtMs: answered.dtstampMs,
      answerComment: comment,
      delegatedTo: delegatedTo ?? '',
      // Unsigned mail is no proof (RFC 6047), whoever it says it is from.
      isUnverified: 1,
    },
  })
}

function nameOf(sent: SentInvitation, outcome: AnswerOutcome): string {
  if (outcome.kind === 'unknown_replier') return outcome.person.name || outcome.person.address
  if (outcome.kind === 'wrong_sender') return outcome.speaksFor
  const attendeeId = 'attendeeId' in outcome ? outcome.attendeeId : null
  return sent.attendees.find(({ id }) => id === attendeeId)?.name ?? ''
}
