import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'
import { tableShapes } from '../../../../db/schema'
import type { Change } from '../../../../db/entity'

const open = openedStores()
const marker = 'zq7-canary-Łódź'

/** A row of every table that this device writes, with the marker in every text column. */
function markedRows(): Change[] {
  const written = [...tableShapes.values()].filter(({ bucket }) => bucket !== 'any')
  return written.map((shape) => {
    const id = `${marker}-${shape.name}`
    const texts = shape.columns.filter(
      (column) => column !== 'id' && shape.types[column] === 'string',
    )
    const values = Object.fromEntries(texts.map((column) => [column, `${marker} in ${column}`]))
    const numbers = shape.columns.filter((column) => shape.types[column] === 'number')
    const zeros = Object.fromEntries(numbers.map((column) => [column, 0]))
    return { kind: 'insert', table: shape.name, id, values: { ...zeros, ...values, id } }
  })
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

describe('what is typed', () => {
  it('into any column of any entity is in no file of the data folder', async () => {
    const test = open()
    const { door, search } = test.opened.services
    const tx = door.open('mark')
    door.append(tx, markedRows())
    door.finish(tx)
    await test.store.draft.save({ key: 'draft', body: marker })
    await test.store.local.set({ name: 'mapping', value: marker })
    search.flush()
    expect((await test.store.search.find({ text: 'zq7 canary lodz' })).length).toBeGreaterThan(10)
    await test.store.storeInfo.backUp()
    await test.store.history.undo()
    await test.store.history.redo()
    const files = filesBelow(test.root)
    test.close()
    const all = [...new Set([...files, ...filesBelow(test.root)])].filter((file) =>
      fs.existsSync(file),
    )
    expect(all.length).toBeGreaterThan(2)
    const parts = [marker, 'zq7-canary', Buffer.from(marker, 'utf16le')]
    const leaks = all.filter((file) => {
      const bytes = fs.readFileSync(file)
      return parts.some((part) => bytes.includes(part)) || bytes.includes('SQLite format 3')
    })
    expect(leaks).toEqual([])
  })
})
