import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import type { Measure } from '../../build/bench.mjs'
import { openConnection } from '../../db/node/open'
import type { Connection } from '../../db/node/open'
import { openStore } from '../../db/node/store'
import type { Store } from '../../db/node/store'
import { actionItem } from '../../db/entities/action-item'
import { note } from '../../db/entities/note'
import { percentile, timeTurnsApart } from './figures'

const keyHex = '0123456789abcdef'.repeat(4)
const turns = 200
const rounds = 5
const accountId = '01a20045-dd91-71ef-8dd7-5b14936a0887'
const words = 'They showed us the wall with the paper cards. Nobody trusts the screen beside it.'

/**
 * One action item kept by the write door (row, change log with stamp and previous values, step for
 * undo, mirror handed over) against one bare insert of the same row into the same table, with the
 * same driver, key and pragmas. In turns, so that a busy disk hits both.
 */
export async function run(): Promise<Measure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-bench-'))
  const root = path.join(folder, 'store')
  const store = openStore({ root, keyHex, nowMs: Date.now, random: Math.random })
  const bare = openBare(store, path.join(folder, 'bare.db'))
  const times = {
    kept: [] as number[],
    keptNote: [] as number[],
    bare: [] as number[],
    bareNote: [] as number[],
  }
  const { door } = store.services
  for (let round = 0; round <= rounds; round += 1) {
    const measured = {
      bare: await timeTurnsApart(turns, insertAction(bare)),
      kept: await timeTurnsApart(turns, () =>
        door.run('actionItem.create', actionItem.operations.create, { accountId, title: words }),
      ),
      bareNote: await timeTurnsApart(turns, insertNote(bare)),
      keptNote: await timeTurnsApart(turns, () =>
        door.run('note.create', note.operations.create, { accountId, body: words }),
      ),
    }
    if (round === 0) continue // warms up
    for (const name of Object.keys(times) as (keyof typeof times)[])
      times[name].push(...measured[name])
  }
  store.close()
  bare.close()
  fs.rmSync(folder, { recursive: true, force: true })
  return [
    compare('commit of an action item', times.kept, times.bare),
    compare('commit of a note, long text merged by letters', times.keptNote, times.bareNote),
  ]
}

function compare(name: string, kept: readonly number[], bare: readonly number[]): Measure {
  const value = percentile(kept, 0.5)
  const peer = percentile(bare, 0.5)
  const note = 'median; peer: bare insert of the row, same driver, key and pragmas'
  return { name, value, unit: 'ms', peer, ratio: value / peer, limit: 2.5, note }
}

function insertAction(connection: Connection): () => void {
  const insert = connection.prepare(
    `INSERT INTO action_item (id, accountId, title, createdAtMs) VALUES (?, ?, ?, ?)`,
  )
  return () => void insert.run(v7(), accountId, words, Date.now())
}

function insertNote(connection: Connection): () => void {
  const insert = connection.prepare(
    `INSERT INTO note (id, accountId, body, atMs, authorMemberId, createdAtMs)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  return () => void insert.run(v7(), accountId, words, Date.now(), accountId, Date.now())
}

/** An empty file with the same tables, indexes and pragmas as the store. */
function openBare(store: Store, file: string): Connection {
  const connection = openConnection(file, keyHex)
  const schema = store.services.db.sql
    .prepare(
      `SELECT sql FROM sqlite_master WHERE tbl_name IN ('note', 'action_item') AND sql NOT NULL`,
    )
    .all() as { sql: string }[]
  for (const { sql } of schema) connection.exec(sql)
  return connection
}
