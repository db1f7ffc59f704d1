import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { atMsSchema, idSchema, lineSchema, noteSchema } from '../columns'
import { command, findRow, insert } from '../entity'
import { accountTable } from '../entities/account'
import { agendaItemTable } from '../entities/agenda-item'
import { attendeeTable } from '../entities/attendee'
import { personTable } from '../entities/person'
import { visitTable } from '../entities/visit'
import { StoreError } from '../errors'
import { agendaItemKinds, modalities, visitTypes } from '../terms'

const firstItemsSchema = z
  .array(
    z.object({
      title: lineSchema,
      durationMinutes: z.int().min(0).max(1440),
      kind: z.enum(agendaItemKinds).optional(),
      objective: lineSchema.optional(),
      isCustomerValue: z.boolean().optional(),
      isNoSell: z.boolean().optional(),
    }),
  )
  .max(100)

/** Steps that make and change a visit as a whole. */
export const visitPlan = {
  /**
   * Makes a visit that invites every active stakeholder of the account in one step. Who left the
   * company or opted out is not invited (methods 0.20). Gives the visit's id.
   */
  create: command(
    z.object({
      accountId: idSchema,
      title: lineSchema.min(1),
      type: z.enum(visitTypes),
      modality: z.enum(modalities),
      siteId: idSchema.nullish(),
      startAtMs: atMsSchema,
      endAtMs: atMsSchema,
      timeZone: z.string().min(1).max(60),
      startLocal: z.string().max(16),
      objective: noteSchema.optional(),
      items: firstItemsSchema.optional(),
    }),
    (db, { items = [], ...fields }, { newId, stableId, nowMs, memberId, rankBetween }) => {
      const { accountId, modality } = fields
      if (!findRow(db, accountTable, accountId)) throw new StoreError('not_found')
      const id = newId()
      const uid = `${newId()}@jetway.app`
      const changes = [
        insert(visitTable, { ...fields, id, uid, ownerMemberId: memberId, createdAtMs: nowMs }),
      ]
      const people = db
        .select()
        .from(personTable)
        .where(and(eq(personTable.accountId, accountId), eq(personTable.status, 'active')))
        .all()
      for (const person of people) {
        if (person.isOptedOut === 1) continue
        const attendeeId = stableId(id, `attendee:${person.id}`)
        const attendee = { id: attendeeId, accountId, visitId: id, personId: person.id, modality }
        changes.push(insert(attendeeTable, { ...attendee, createdAtMs: nowMs }))
      }
      const chairId = stableId(id, `attendee:${memberId}`)
      const chair = { id: chairId, accountId, visitId: id, memberId, modality }
      changes.push(
        insert(attendeeTable, {
          ...chair,
          role: 'CHAIR',
          partstat: 'ACCEPTED',
          createdAtMs: nowMs,
        }),
      )
      let rank: string | null = null
      for (const { isCustomerValue = true, isNoSell = false, ...item } of items) {
        rank = rankBetween(rank, null)
        const flags = { isCustomerValue: Number(isCustomerValue), isNoSell: Number(isNoSell) }
        const row = { ...item, ...flags, id: newId(), accountId, visitId: id, rank }
        changes.push(insert(agendaItemTable, { ...row, createdAtMs: nowMs }))
      }
      return { changes, value: id }
    },
  ),

  /** Invites everybody who is active and not on the list yet. Gives how many were added. */
  inviteAll: command(z.object({ visitId: idSchema }), (db, { visitId }, { stableId, nowMs }) => {
    const visit = findRow(db, visitTable, visitId)
    if (!visit) throw new StoreError('not_found')
    const { accountId, modality } = visit
    const people = db.select().from(personTable).where(eq(personTable.accountId, accountId)).all()
    const changes = people.flatMap((person) => {
      if (person.status !== 'active' || person.isOptedOut === 1) return []
      const id = stableId(visitId, `attendee:${person.id}`)
      if (findRow(db, attendeeTable, id)) return []
      const row = { id, accountId, visitId, personId: person.id, modality, createdAtMs: nowMs }
      return [insert(attendeeTable, row)]
    })
    return { changes, value: changes.length }
  }),
}
