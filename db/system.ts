import { z } from 'zod'
import { action } from './action'
import { noteSchema } from './columns'

const keySchema = z.string().min(1).max(200)

/** Undo and redo over everything, the oldest step included. */
export const history = {
  undo: action(z.object({}), ({ door }) => door.undo()),
  redo: action(z.object({}), ({ door }) => door.redo()),
  steps: action(z.object({}), ({ door }) => door.steps()),
}

export const search = {
  find: action(
    z.object({
      text: z.string().max(400),
      limit: z.int().min(1).max(200).optional(),
      tables: z.array(z.string()).optional(),
    }),
    ({ search: index }, { text, limit, tables }) =>
      index.find(text, { ...(limit ? { limit } : {}), ...(tables ? { tables } : {}) }),
  ),
  rebuild: action(z.object({}), ({ search: index }) => {
    index.rebuild()
    return null
  }),
}

/** Text being typed, saved at most a second after a key; it outlives a crash. */
export const draft = {
  save: action(z.object({ key: keySchema, body: noteSchema }), ({ db, nowMs }, { key, body }) => {
    db.sql
      .prepare(
        `INSERT INTO _draft (key, body, atMs) VALUES (?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET body = excluded.body, atMs = excluded.atMs`,
      )
      .run(key, body, nowMs())
    return null
  }),
  byKey: action(z.object({ key: keySchema }), ({ db }, { key }) => {
    const row = db.sql.prepare(`SELECT body, atMs FROM _draft WHERE key = ?`).get(key)
    return (row as { body: string; atMs: number } | undefined) ?? null
  }),
  remove: action(z.object({ key: keySchema }), ({ db }, { key }) => {
    db.sql.prepare(`DELETE FROM _draft WHERE key = ?`).run(key)
    return null
  }),
}

/** Values of this device: JSON text by name. */
export const local = {
  get: action(z.object({ name: keySchema }), ({ db }, { name }) => {
    const row = db.sql.prepare(`SELECT value FROM _local WHERE name = ?`).get(name)
    return (row as { value: string } | undefined)?.value ?? null
  }),
  set: action(
    z.object({ name: keySchema, value: z.string().max(1_000_000) }),
    ({ db }, { name, value }) => {
      db.sql
        .prepare(
          `INSERT INTO _local (name, value) VALUES (?, ?)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        )
        .run(name, value)
      return null
    },
  ),
}

export const storeInfo = {
  read: action(z.object({}), (services) => services.info()),
  backUp: action(z.object({}), (services) => services.backUp('by hand')),
}
