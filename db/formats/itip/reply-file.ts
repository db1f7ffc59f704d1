import PostalMime from 'postal-mime'
import { readAddress } from './address'
import type { ItipMessage } from './reply'
import { readItip } from './reply'

/** What a dropped, pasted or opened file says, and who sent it as far as the file shows. */
export interface ReadAnswer {
  readonly message: ItipMessage
  /** The From of the mail that carried it; null for a bare .ics, of which nobody knows who sent it. */
  readonly sender: string | null
}

const maxBytes = 25_000_000
/** A forwarded mail may hold the answer as a mail in a mail. */
const maxDepth = 4

/**
 * Reads an `.ics` or `.eml` file, a forwarded mail with either in it, or pasted text of one. Gives at
 * least one entry; the order of the file is kept and repeated messages are dropped. Never throws.
 */
export async function readAnswerFile(bytes: Uint8Array): Promise<ReadAnswer[]> {
  if (bytes.byteLength > maxBytes) return [refuse('too_large')]
  const text = decodeText(bytes)
  const isCalendar = /^\s*BEGIN:VCALENDAR/i.test(text.replace(/^\ufeff/, ''))
  if (isCalendar) return readItip(text).map((message) => ({ message, sender: null }))
  const answers = await readMail(bytes, 0)
  if (answers.length > 0) return dropRepeats(answers)
  return readItip(text).map((message) => ({ message, sender: null }))
}

async function readMail(bytes: Uint8Array, depth: number): Promise<ReadAnswer[]> {
  let mail
  try {
    mail = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
    })
  } catch {
    return []
  }
  const sender = readAddress(mail.from?.address ?? '')
  const answers: ReadAnswer[] = []
  for (const { mimeType, filename, content } of mail.attachments) {
    const part =
      typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
    if (mimeType === 'message/rfc822' && depth < maxDepth) {
      answers.push(...(await readMail(part, depth + 1)))
    } else if (
      /^(text\/calendar|application\/ics)$/i.test(mimeType) ||
      /\.ics$/i.test(filename ?? '')
    ) {
      answers.push(...readItip(decodeText(part)).map((message) => ({ message, sender })))
    }
  }
  const isInText = answers.length === 0 && /BEGIN:VCALENDAR/i.test(mail.text ?? '')
  if (isInText) answers.push(...readItip(mail.text!).map((message) => ({ message, sender })))
  return answers
}

/** UTF-8, UTF-16 by its mark, else Western European: old calendars wrote that without saying so. */
function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Mail programs send the calendar part twice (as alternative and as file): one answer, not two. */
function dropRepeats(answers: readonly ReadAnswer[]): ReadAnswer[] {
  const seen = new Set<string>()
  return answers.filter((answer) => {
    const key = JSON.stringify(answer)
    return !seen.has(key) && seen.add(key)
  })
}

function refuse(code: 'too_large'): ReadAnswer {
  return { message: { kind: 'refused', code }, sender: null }
}
