// Runs in a utility process, as the store does: uses the SQLite driver in every way that once
// made finalizers run at the wrong moment, and collects garbage all the time.
import Database from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { join } from 'node:path'
import v8 from 'node:v8'
import vm from 'node:vm'

const [folder, roundsText] = process.argv.slice(2)
const rounds = Number(roundsText)
const key = '6a'.repeat(32)

v8.setFlagsFromString('--expose-gc')
const collectGarbage = vm.runInNewContext('gc')

const person = sqliteTable('person', { id: integer().primaryKey(), name: text().notNull() })

for (let round = 0; round < rounds; round++) {
  const db = open(round % 2 === 0 ? join(folder, `round-${round}.db`) : ':memory:')
  useStatements(db, round)
  useDrizzle(db)
  useFailures(db)
  if (round % 10 === 0) copy(db, round)
  // Every third is closed; the others are left to the garbage collector.
  if (round % 3 === 0) db.close()
  if (round % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
}
await new Promise((resolve) => setTimeout(resolve, 100))
collectGarbage()
process.parentPort.postMessage({
  rounds,
  electron: process.versions.electron,
  napi: process.versions.napi,
})

function open(file) {
  const db = new Database(file)
  if (file !== ':memory:') {
    db.pragma("cipher = 'sqlcipher'")
    db.pragma('legacy = 4')
    db.pragma(`key = "x'${key}'"`)
    db.pragma('journal_mode = WAL')
  }
  db.exec('create table person (id integer primary key, name text not null)')
  db.exec("create virtual table search using fts5(name, tokenize = 'unicode61')")
  db.function('plus_one', (value) => value + 1)
  db.aggregate('total', { start: 0, step: (sum, value) => sum + value })
  return db
}

function useStatements(db, round) {
  const insert = db.prepare('insert into person (name) values (?)')
  const index = db.prepare('insert into search (rowid, name) values (?, ?)')
  db.transaction(() => {
    for (let i = 0; i < 200; i++) {
      const { lastInsertRowid } = insert.run(`Person ${round} ${i}`)
      index.run(lastInsertRowid, `Person ${round} ${i}`)
    }
  })()
  for (let i = 0; i < 300; i++) {
    db.prepare(`select plus_one(id), name from person where id > ? -- ${i}`).get(i)
    if (i % 50 === 0) leaveIteratorOpen(db)
    if (i % 60 === 0) collectGarbage()
  }
  db.prepare('select total(id) from person').pluck().get()
  db.prepare('select rowid from search where search match ? limit 5').all('person*')
}

function leaveIteratorOpen(db) {
  const iterator = db.prepare('select * from person').iterate()
  iterator.next()
  iterator.return()
}

function useDrizzle(db) {
  const orm = drizzle({ client: db })
  for (let i = 0; i < 40; i++) {
    orm.select().from(person).where(eq(person.id, i)).all()
    orm.transaction((tx) => {
      tx.insert(person)
        .values({ name: `Drizzle ${i}` })
        .run()
    })
  }
  orm.get(sql`select count(*) from person`)
  collectGarbage()
}

function useFailures(db) {
  for (const statement of [
    'selec',
    'insert into nowhere values (1)',
    'select missing from person',
  ]) {
    try {
      db.prepare(statement).run()
      throw new Error(`"${statement}" should fail`)
    } catch (error) {
      if (error.code !== 'SQLITE_ERROR') throw error
    }
  }
  try {
    db.transaction(() => {
      db.prepare('insert into person (id, name) values (1, ?)').run('twice')
    })()
  } catch (error) {
    if (!String(error.code).startsWith('SQLITE_CONSTRAINT')) throw error
  }
}

function copy(db, round) {
  db.prepare('vacuum into ?').run(join(folder, `copy-${round}.db`))
}
