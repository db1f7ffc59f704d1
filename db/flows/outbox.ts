import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { action } from '../action'
import { idSchema } from '../columns'
import type { OutgoingMailRow } from '../entities/outgoing-mail'
import { outgoingMailTable } from '../entities/outgoing-mail'
import { StoreError } from '../errors'
import type { Invitation } from '../formats/itip/invitation'
import type { OutgoingMail, Sending } from '../formats/itip/send'
import { composeDraftFiles, composeSending } from '../formats/itip/send'
import type { ReadableDb } from '../handles'

const idsSchema = z.object({ ids: z.array(idSchema).min(1).max(500) })

/** What leaves the outbox, as bytes: made at the moment it is asked for, which is its DTSTAMP. */
export const outbox = {
  /** A draft (.eml) a mail, for the user's own mail program. */
  drafts: action(idsSchema, async ({ db, nowMs }, { ids }) => {
    const files: { id: string; fileName: string; bytes: Uint8Array }[] = []
    for (const row of readRows(db.read, ids)) {
      const [file] = await composeDraftFiles(makeSending(row, nowMs()))
      if (file) files.push({ id: row.id, fileName: file.fileName, bytes: file.bytes })
    }
    return files
  }),

  /** The mails as a mail server takes them. */
  messages: action(idsSchema, async ({ db, nowMs }, { ids }) => {
    const mails: (OutgoingMail & { id: string })[] = []
    for (const row of readRows(db.read, ids)) {
      const [mail] = await composeSending(makeSending(row, nowMs()))
      if (mail) mails.push({ ...mail, id: row.id })
    }
    return mails
  }),
}

function readRows(db: ReadableDb, ids: readonly string[]): OutgoingMailRow[] {
  const rows = db
    .select()
    .from(outgoingMailTable)
    .where(inArray(outgoingMailTable.id, [...ids]))
    .all()
  if (rows.length !== new Set(ids).size) throw new StoreError('not_found')
  return rows
}

/** One mail to one person; the Message-ID is the row's own id, so that sending twice is one mail. */
function makeSending(row: OutgoingMailRow, sentAtMs: number): Sending {
  const invitation = JSON.parse(row.content) as Invitation
  const invitee = invitation.invitees.find(({ id }) => id === row.attendeeId)
  if (!invitee) throw new StoreError('not_found')
  const { kind, language, subject, opening } = row
  const words = { [language]: { subject, opening } }
  return { kind, invitation, to: [invitee], sentAtMs, words, newId: () => row.id }
}
