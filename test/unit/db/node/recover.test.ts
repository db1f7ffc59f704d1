import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../../db/demo/random'
import { digestRows } from '../../../support/opened-stores'
import { makeTestFolder } from '../../../support/folder'
import { openTestStore } from '../../../support/store'
import type { TestStore } from '../../../support/store'

const seed = 4_711
const noteCount = 120
const flips = 200
let sound = ''
let rows: readonly string[] = []

/** A store of some 0.7 MB with a backup in the middle of its life. */
beforeAll(async () => {
  const test = openTestStore()
  const accountId = await test.store.account.create({ name: 'Nordhafen' })
  for (let index = 0; index < noteCount; index += 1) {
    if (index === noteCount / 2) await test.store.storeInfo.backUp()
    await test.store.note.create({ accountId, body: `Note ${index} `.repeat(100) })
  }
  rows = digestRows(test)
  test.close()
  sound = test.root
})
afterAll(() => fs.rmSync(sound, { recursive: true, force: true }))

function countNotes(test: TestStore): number {
  const { sql } = test.opened.services.db
  return (sql.prepare('SELECT count(*) AS n FROM note').get() as { n: number }).n
}

function copyOfSound(): string {
  const root = makeTestFolder()
  fs.cpSync(sound, root, { recursive: true })
  return root
}

function flip(file: string, at: number, bits: number): void {
  const handle = fs.openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  fs.readSync(handle, byte, 0, 1, at)
  byte[0] = byte[0]! ^ bits
  fs.writeSync(handle, byte, 0, 1, at)
  fs.closeSync(handle)
}

/** Opens a folder as the app does: open, first paint, verify; where damage is found, again. */
async function start(root: string): Promise<{ test: TestStore; wasNoticed: boolean }> {
  const first = openTestStore(root)
  const isSound = await first.opened.verify()
  if (isSound) {
    const wasNoticed = first.opened.services.info().recovery !== null
    return { test: first, wasNoticed }
  }
  first.close()
  return { test: openTestStore(root), wasNoticed: true }
}

describe(`one byte changed in a store file (seed ${seed})`, () => {
  it(`is noticed in each of ${flips} copies, and everything is there again`, async () => {
    const random = createRandom(seed)
    const size = fs.statSync(path.join(sound, 'store.db')).size
    const unnoticed: number[] = []
    for (let round = 0; round < flips; round += 1) {
      const root = copyOfSound()
      const at = random.whole(0, size - 1)
      flip(path.join(root, 'store.db'), at, 1 << random.whole(0, 7))
      const { test, wasNoticed } = await start(root)
      if (!wasNoticed) unnoticed.push(at)
      expect(digestRows(test)).toEqual(rows)
      expect(test.opened.services.info().recovery).toMatchObject({ kind: 'restored_from_backup' })
      expect(fs.readdirSync(path.join(root, 'quarantine')).length).toBe(1)
      test.close()
      fs.rmSync(root, { recursive: true })
    }
    expect(unnoticed).toEqual([])
  }, 300_000)

  it('costs nothing either when the newest backup is damaged too', async () => {
    const root = copyOfSound()
    const [backup] = fs.readdirSync(path.join(root, 'backups'))
    flip(path.join(root, 'backups', backup!), 9000, 1)
    flip(path.join(root, 'store.db'), 9000, 1)
    const { test } = await start(root)
    expect(digestRows(test)).toEqual(rows)
    expect(test.opened.services.info().recovery).toMatchObject({ backupAtMs: null })
    test.close()
    fs.rmSync(root, { recursive: true })
  })
})

describe('damage beside the store file', () => {
  /** A copy whose last saves are in the write-ahead log alone, as after a kill. */
  async function killedStore(): Promise<{ root: string; notes: number }> {
    const live = openTestStore(copyOfSound())
    const [account] = await live.store.account.all()
    for (let index = 0; index < 50; index += 1)
      await live.store.note.create({ accountId: account!.id, body: `Late ${index}` })
    const root = makeTestFolder()
    fs.cpSync(live.root, root, { recursive: true })
    const notes = (await live.store.note.byAccount({ accountId: account!.id })).length
    live.close()
    fs.rmSync(live.root, { recursive: true })
    return { root, notes }
  }

  it('in the write-ahead log drops saves, which come back from the mirror', async () => {
    const random = createRandom(seed)
    for (let round = 0; round < 10; round += 1) {
      const { root, notes } = await killedStore()
      const wal = path.join(root, 'store.db-wal')
      flip(wal, random.whole(32, fs.statSync(wal).size - 1), 255)
      const { test } = await start(root)
      expect(countNotes(test)).toBe(notes)
      test.close()
      fs.rmSync(root, { recursive: true })
    }
  }, 120_000)

  it('in the mirror is no loss: it is noticed and a backup takes its place', async () => {
    const random = createRandom(seed)
    for (let round = 0; round < 10; round += 1) {
      const root = copyOfSound()
      const mirror = fs
        .readdirSync(root)
        .filter((name) => name.startsWith('mirror-'))
        .sort()
        .at(-1)!
      const file = path.join(root, mirror)
      flip(file, random.whole(0, fs.statSync(file).size - 1), 1 << random.whole(0, 7))
      const { test } = await start(root)
      expect(digestRows(test)).toEqual(rows)
      await test.store.account.create({ name: 'After the damage' })
      const after = digestRows(test)
      test.close()
      for (const name of ['store.db', 'store.db-wal', 'store.db-shm'])
        fs.rmSync(path.join(root, name), { force: true })
      const again = openTestStore(root)
      expect(digestRows(again)).toEqual(after)
      again.close()
      fs.rmSync(root, { recursive: true })
    }
  }, 120_000)

  it('in the shared memory file is no loss', async () => {
    const { root, notes } = await killedStore()
    fs.writeFileSync(path.join(root, 'store.db-shm'), Buffer.alloc(32_768, 7))
    const { test } = await start(root)
    expect(countNotes(test)).toBe(notes)
    test.close()
    fs.rmSync(root, { recursive: true })
  })
})

describe('a store that cannot be put back', () => {
  it('says so, is copied aside and is not replaced by an empty one', () => {
    const root = copyOfSound()
    for (const name of fs.readdirSync(root))
      if (name.startsWith('mirror-') || name === 'backups')
        fs.rmSync(path.join(root, name), { recursive: true })
    flip(path.join(root, 'store.db'), 100, 255)
    const before = fs.readFileSync(path.join(root, 'store.db'))
    expect(() => openTestStore(root)).toThrow('store_damaged')
    expect(fs.readFileSync(path.join(root, 'store.db')).equals(before)).toBe(true)
    const [aside] = fs.readdirSync(path.join(root, 'quarantine'))
    expect(fs.readdirSync(path.join(root, 'quarantine', aside!))).toContain('store.db')
    fs.rmSync(root, { recursive: true })
  })
})

describe('a store made again from its mirror alone', () => {
  it('is still the same device of the same member, and goes on with its numbers', async () => {
    const root = copyOfSound()
    const before = openTestStore(root)
    const { memberId, node } = await before.store.storeInfo.read()
    before.close()
    for (const name of ['store.db', 'backups'])
      fs.rmSync(path.join(root, name), { recursive: true, force: true })
    const after = openTestStore(root)
    expect(await after.store.storeInfo.read()).toMatchObject({ memberId, node })
    expect(digestRows(after)).toEqual(rows)
    await after.store.account.create({ name: 'Next' })
    expect((await after.store.account.all()).length).toBe(2)
    after.close()
    fs.rmSync(root, { recursive: true })
  })
})
