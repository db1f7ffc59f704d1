import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, flagSchema, idColumn, idSchema } from '../columns'
import { changed, command, defineEntity, findRow, insert, remove, rowsBy } from '../entity'
import { StoreError } from '../errors'
import { agendaItemTable } from './agenda-item'

/** A person who is needed for an agenda item; a set is a row per element. */
export const agendaNeedTable = sqliteTable(
  'agenda_need',
  {
    id: idColumn(),
    accountId: text().notNull(),
    visitId: text().notNull(),
    agendaItemId: text().notNull(),
    personId: text().notNull(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('agenda_need_visit').on(table.visitId)],
)
export type AgendaNeed = typeof agendaNeedTable.$inferSelect

export const agendaNeed = defineEntity({
  table: agendaNeedTable,
  bucket: 'account',
  groups: {},
  search: [],
  references: { visitId: 'visit', agendaItemId: 'agenda_item', personId: 'person' },
  operations: {
    set: command(
      z.object({ agendaItemId: idSchema, personId: idSchema, isNeeded: flagSchema }),
      (db, { agendaItemId, personId, isNeeded }, { stableId, nowMs }) => {
        const item = findRow(db, agendaItemTable, agendaItemId)
        if (!item) throw new StoreError('not_found')
        const id = stableId(agendaItemId, `agenda_need:${personId}`)
        const exists = findRow(db, agendaNeedTable, id) !== null
        if (exists === (isNeeded === 1)) return changed()
        if (isNeeded === 0) return changed(remove(agendaNeedTable, id))
        const { accountId, visitId } = item
        const values = { id, accountId, visitId, agendaItemId, personId, createdAtMs: nowMs }
        return changed(insert(agendaNeedTable, values))
      },
    ),
    byVisit: rowsBy(agendaNeedTable, 'visitId'),
  },
})
