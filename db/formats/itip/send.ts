import type { Language, MailKind } from '../../terms'
import { buildCancelAll, buildCancelOne, buildPublish, buildRequest } from './calendar'
import type { Invitation, InvitationProblem, Invitee } from './invitation'
import { checkInvitation } from './invitation'
import type { ReadyMail } from './mail'
import { composeDraft, composeMail } from './mail'
import type { EditedWords } from './mail-text'
import { writeMailText } from './mail-text'
import { cleanName } from './text'

/** What goes out when the user presses send: one message a person, all of one SEQUENCE and DTSTAMP. */
export interface Sending {
  readonly kind: MailKind
  readonly invitation: Invitation
  /** Who gets a mail of this sending; for `removal` exactly the people taken out. */
  readonly to: readonly Invitee[]
  readonly sentAtMs: number
  readonly words: Readonly<Partial<Record<Language, EditedWords>>>
  /** A new id for every mail, such as a UUID. */
  newId(): string
}

export interface OutgoingMail extends ReadyMail {
  readonly inviteeId: string
  readonly subject: string
  readonly messageId: string
}

/** Why a sending cannot go out; empty when it can. */
export function checkSending({ kind, invitation, to }: Sending): InvitationProblem[] {
  const invitees = kind === 'removal' ? to : invitation.invitees
  return checkInvitation({ ...invitation, invitees })
}

/** The mails of a sending, in the order of `to`; rooms and people without an answer asked get one too. */
export async function composeSending(sending: Sending): Promise<OutgoingMail[]> {
  const mails: OutgoingMail[] = []
  for (const invitee of sending.to) {
    const parts = mailParts(sending, invitee)
    const { envelope, message } = await composeMail(parts)
    const { messageId, words } = parts
    mails.push({ inviteeId: invitee.id, subject: words.subject, messageId, envelope, message })
  }
  return mails
}

/** The files for somebody who sends from their own mail program: a draft a person. */
export async function composeDraftFiles(
  sending: Sending,
): Promise<{ inviteeId: string; fileName: string; bytes: Uint8Array }[]> {
  const files: { inviteeId: string; fileName: string; bytes: Uint8Array }[] = []
  for (const [index, invitee] of sending.to.entries()) {
    const bytes = await composeDraft(mailParts(sending, invitee))
    const name = safeFileName(invitee.person.name || invitee.person.address)
    const number = String(index + 1).padStart(2, '0')
    files.push({ inviteeId: invitee.id, fileName: `${number}-${name}.eml`, bytes })
  }
  return files
}

/** The `.ics` for the sender's own calendar. */
export function composeOwnCalendarFile(
  invitation: Invitation,
  language: Language,
  nowMs: number,
): { fileName: string; text: string } {
  const text = buildPublish(invitation, language, nowMs)
  return { fileName: `${safeFileName(invitation.title)}.ics`, text }
}

function mailParts(sending: Sending, invitee: Invitee) {
  const { kind, invitation, sentAtMs, words } = sending
  const domain = invitation.uid.split('@')[1]!
  return {
    from: invitation.organizer,
    to: invitee.person,
    words: writeMailText(kind, invitation, invitee, words[invitee.language]),
    calendar: writeCalendarPart(sending, invitee),
    messageId: `${sending.newId()}@${domain}`,
    sentAtMs,
  }
}

function writeCalendarPart({ kind, invitation, sentAtMs }: Sending, invitee: Invitee) {
  const { language } = invitee
  if (kind === 'cancellation') {
    return { method: 'CANCEL', text: buildCancelAll(invitation, language, sentAtMs) } as const
  }
  if (kind === 'removal') {
    const text = buildCancelOne(invitation, invitee, language, sentAtMs)
    return { method: 'CANCEL', text } as const
  }
  return { method: 'REQUEST', text: buildRequest(invitation, language, sentAtMs) } as const
}

/** A name that every file system takes. */
function safeFileName(name: string): string {
  const safe = cleanName(name)
    .replace(/[\\/:*?"<>|.\s]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return safe || 'visit'
}
