import { describe, expect, it } from 'vitest'
import { replayChanges } from '../../../db/replay'
import { createRandom } from '../../../db/demo/random'
import { readMirrorsAfter } from '../../../db/node/mirror-set'
import { storeFolder } from '../../../db/node/folder'
import { actOn } from '../../support/random-commands'
import { allRows, openedStores } from '../../support/opened-stores'
import { testKey } from '../../support/store'

const open = openedStores()
const seed = 99

describe('replaying logged changes', () => {
  it(`makes the same rows in an empty store, and nothing more when done twice (seed ${seed})`, async () => {
    const test = open()
    const random = createRandom(seed)
    for (let index = 0; index < 120; index += 1)
      await actOn(test, {
        act: random.whole(0, 27),
        a: random.whole(0, 30),
        b: random.whole(0, 30),
      })
    await test.store.history.undo()
    const changes = readMirrorsAfter(storeFolder(test.root), testKey, 0)
    const other = open()
    const { sql } = other.opened.services.db
    sql.exec(`DELETE FROM member; DELETE FROM _change; DELETE FROM _text`)
    expect(replayChanges(sql, changes)).toBe(changes.length)
    expect(allRows(other)).toEqual(allRows(test))
    expect(replayChanges(sql, changes)).toBe(0)
    expect(allRows(other)).toEqual(allRows(test))
  })
})
