import MailComposer from 'nodemailer/lib/mail-composer'
import { StoreError } from '../../errors'
import type { MailPerson } from './address'
import { readAddress } from './address'
import type { CalendarMethod } from './calendar'
import type { MailText } from './mail-text'
import { cleanLine } from './text'

/** A mail as it is handed to a mail server: RFC 5321 envelope and RFC 5322 message. */
export interface ReadyMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly message: Uint8Array
}

export interface MailParts {
  readonly from: MailPerson
  readonly to: MailPerson
  readonly words: MailText
  /** The calendar object, or null for a mail without one (a follow-up). */
  readonly calendar: { readonly method: CalendarMethod; readonly text: string } | null
  /** The part before and after the `@` of the Message-ID, unique for each mail. */
  readonly messageId: string
  readonly sentAtMs: number
}

/**
 * Builds the mail of one invitation (RFC 6047; standards 1): multipart/mixed( multipart/alternative(
 * text/plain, text/html, text/calendar; method=... ), invite.ics ). One mail a person, so that each
 * has its language and its delivery state, and nobody's address shows by accident.
 */
export async function composeMail(parts: MailParts): Promise<ReadyMail> {
  const from = checkPerson(parts.from)
  const to = checkPerson(parts.to)
  const message = await buildMessage(parts, from, to, {})
  return { envelope: { from: from.address, to: [to.address] }, message }
}

/** The same mail as an `.eml` draft for somebody's own mail program (`X-Unsent: 1` opens it for sending). */
export async function composeDraft(parts: MailParts): Promise<Uint8Array> {
  return buildMessage(parts, checkPerson(parts.from), checkPerson(parts.to), { 'X-Unsent': '1' })
}

function checkPerson(person: MailPerson): MailPerson {
  const address = readAddress(person.address)
  if (address === null) throw new StoreError('needs_words', { why: 'invitee_address' })
  return {
    name: cleanLine(person.name)
      .replace(/["<>\\]/g, "'")
      .slice(0, 200),
    address,
  }
}

async function buildMessage(
  parts: MailParts,
  from: MailPerson,
  to: MailPerson,
  headers: Record<string, string>,
): Promise<Uint8Array> {
  const { calendar, words } = parts
  if (!/^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+$/.test(parts.messageId)) {
    throw new StoreError('needs_words', { why: 'message_id' })
  }
  const composer = new MailComposer({
    // Objects, never a string: a string with a comma in it would add a recipient.
    from: { ...from },
    to: [{ ...to }],
    subject: cleanLine(words.subject),
    text: words.text,
    html: words.html,
    date: new Date(parts.sentAtMs),
    messageId: `<${parts.messageId}>`,
    headers,
    ...(calendar ? calendarParts(calendar) : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Uint8Array(await composer.compile().build())
}

function calendarParts({ method, text }: NonNullable<MailParts['calendar']>) {
  const contentType = `text/calendar; charset=UTF-8; method=${method}; component=VEVENT`
  return {
    // Outlook takes the alternative only with `method` in its type; others only look at the attachment.
    alternatives: [{ contentType, content: text, contentTransferEncoding: 'base64' }],
    attachments: [
      { filename: 'invite.ics', contentType, content: text, contentTransferEncoding: 'base64' },
    ],
  }
}
