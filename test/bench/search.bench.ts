import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Measure } from '../../build/bench.mjs'
import { matchExpression } from '../../db/search'
import type { Store } from '../../db/node/store'
import { percentile, timeTurns } from './figures'
import { makeLargeStore } from './large-store'

const names = 60
const limit = 20

/**
 * What the search box asks while a name is typed letter by letter, over 100,000 people: the app's
 * search (hits with account and snippet) against the bare FTS5 query that finds the same rows.
 */
export async function run(): Promise<Measure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-bench-'))
  const store = await makeLargeStore(folder)
  const texts = typedTexts(store)
  const { search, db } = store.services
  const bare = db.sql.prepare(
    `SELECT rowid FROM _search WHERE _search MATCH ? ORDER BY rank LIMIT ?`,
  )
  const found: number[] = []
  const asked: number[] = []
  for (let round = 0; round < 3; round += 1) {
    for (const text of texts) {
      const [bareMs] = timeTurns(1, () => void bare.all(matchExpression(text), limit))
      const [ourMs] = timeTurns(1, () => void search.find(text, { limit }))
      if (round === 0) continue // warms up
      asked.push(bareMs!)
      found.push(ourMs!)
    }
  }
  store.close()
  fs.rmSync(folder, { recursive: true, force: true })
  return [0.5, 0.95].map((share) => {
    const value = percentile(found, share)
    const peer = percentile(asked, share)
    const name = `search as you type, ${share === 0.5 ? 'median' : '95th percentile'}`
    const note = `${texts.length} texts over 100,000 people; peer: bare FTS5 query`
    const limited = share === 0.95 ? { limit: 2 } : {}
    return { name, value, unit: 'ms', peer, ratio: value / peer, ...limited, note }
  })
}

/** 'Ka', 'Kat', ... 'Katharina B', ... for people spread over the store. */
function typedTexts(store: Store): string[] {
  const rows = store.services.db.sql
    .prepare(`SELECT name FROM person WHERE rowid % (SELECT count(*) / ? FROM person) = 0 LIMIT ?`)
    .all(names, names) as { name: string }[]
  return rows.flatMap(({ name }) =>
    Array.from({ length: name.length - 1 }, (_, index) => name.slice(0, index + 2).trimEnd()),
  )
}
