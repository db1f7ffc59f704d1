import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema } from '../columns'
import { query } from '../entity'
import { meetingTable } from '../entities/meeting'
import { participantTable } from '../entities/participant'
import type { Modality } from '../terms'

/** Attendance that counts as a contact. */
const met = ['attended', 'walk_in', 'remote'] as const

export interface LastContact {
  readonly personId: string
  readonly atMs: number
  readonly modality: Modality
  readonly meetingId: string
}

/** The latest contact with each person of an account (methods 0.13). */
export const lastContacts = query(
  z.object({ accountId: idSchema }),
  [participantTable, meetingTable],
  (db, { accountId }): LastContact[] => {
    const rows = db
      .select({
        personId: participantTable.personId,
        atMs: meetingTable.startedAtMs,
        modality: participantTable.modality,
        meetingId: meetingTable.id,
      })
      .from(participantTable)
      .innerJoin(meetingTable, eq(meetingTable.id, participantTable.meetingId))
      .where(
        and(
          eq(participantTable.accountId, accountId),
          isNotNull(participantTable.personId),
          inArray(participantTable.attendance, [...met]),
        ),
      )
      .orderBy(desc(meetingTable.startedAtMs))
      .all()
    const latest = new Map<string, LastContact>()
    for (const row of rows) {
      const personId = row.personId!
      if (!latest.has(personId)) latest.set(personId, { ...row, personId })
    }
    return [...latest.values()]
  },
)
