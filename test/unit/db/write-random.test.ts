import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allRows, changeLog } from '../../support/opened-stores'
import { actOn, commandSequence } from '../../support/random-commands'
import { openTestStore } from '../../support/store'
import type { TestStore } from '../../support/store'
import { withTestStore } from '../../support/with-store'

const seed = 20_260_302

/** Everything the search index holds. */
function searchDocuments(test: TestStore): unknown[] {
  test.opened.services.search.flush()
  return test.opened.services.db.sql
    .prepare(
      `SELECT r.tbl, r.rowId, r.accountId, s.words FROM _search s
       JOIN _search_row r ON r.docId = s.rowid ORDER BY r.tbl, r.rowId`,
    )
    .all()
}

async function undoEverything(test: TestStore): Promise<number> {
  let count = 0
  while ((await test.store.history.steps()).undo !== null) {
    await test.store.history.undo()
    count += 1
  }
  return count
}

describe(`any sequence of commands (seed ${seed})`, () => {
  it('is taken back to the exact start and repeated to the exact end', async () => {
    await fc.assert(
      fc.asyncProperty(commandSequence, async (commands) => {
        await withTestStore(async (test) => {
          const start = allRows(test)
          for (const command of commands) await actOn(test, command)
          const end = allRows(test)
          const steps = await undoEverything(test)
          expect(allRows(test)).toEqual(start)
          for (let index = 0; index < steps; index += 1) await test.store.history.redo()
          expect(allRows(test)).toEqual(end)
        })
      }),
      { seed, numRuns: 60 },
    )
  }, 240_000)

  it('leaves a search index that is what a rebuild makes', async () => {
    await fc.assert(
      fc.asyncProperty(commandSequence, async (commands) => {
        await withTestStore(async (test) => {
          for (const command of commands) await actOn(test, command)
          await test.store.history.undo().catch(() => null)
          const found = searchDocuments(test)
          await test.store.search.rebuild()
          expect(found).toEqual(searchDocuments(test))
        })
      }),
      { seed, numRuns: 25 },
    )
  }, 240_000)

  it('is the same store after it was opened again', async () => {
    await fc.assert(
      fc.asyncProperty(commandSequence, async (commands) => {
        await withTestStore(async (test) => {
          for (const command of commands) await actOn(test, command)
          const before = { rows: allRows(test), log: changeLog(test), found: searchDocuments(test) }
          test.close()
          const again = openTestStore(test.root)
          const after = {
            rows: allRows(again),
            log: changeLog(again),
            found: searchDocuments(again),
          }
          again.close()
          expect(after).toEqual(before)
        })
      }),
      { seed, numRuns: 25 },
    )
  }, 240_000)
})
