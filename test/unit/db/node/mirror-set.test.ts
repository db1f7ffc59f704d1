import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listMirrors, storeFolder } from '../../../../db/node/folder'
import { readMirrorsAfter } from '../../../../db/node/mirror-set'
import { changeLog, openedStores } from '../../../support/opened-stores'
import { testKey } from '../../../support/store'
import type { TestStore } from '../../../support/store'

const open = openedStores()

const mirrored = (test: TestStore, afterN = 0) =>
  readMirrorsAfter(storeFolder(test.root), testKey, afterN).map(({ n }) => n)
const logged = (test: TestStore) => changeLog(test).map(({ n }) => n)

describe('the mirror of a store', () => {
  it('holds every change that was acknowledged', async () => {
    const test = open()
    for (const name of ['A', 'B', 'C']) await test.store.account.create({ name })
    await test.store.history.undo()
    expect(mirrored(test)).toEqual(logged(test))
    expect(mirrored(test, 2)).toEqual(logged(test).filter((n) => n > 2))
  })

  it('takes in at the next start what a crash kept from it', async () => {
    const first = open()
    await first.store.account.create({ name: 'A' })
    const [mirror] = listMirrors(storeFolder(first.root))
    const before = fs.readFileSync(mirror!.file)
    await first.store.account.create({ name: 'B' })
    first.close()
    fs.writeFileSync(mirror!.file, before)
    const second = open(first.root)
    expect(mirrored(second)).toEqual(logged(second))
  })

  it('begins a new file with each backup and keeps what a backup may need', async () => {
    const test = open()
    for (const name of ['A', 'B', 'C']) {
      await test.store.account.create({ name })
      await test.store.storeInfo.backUp()
      test.clock.nowMs += 90 * 86_400_000
    }
    await test.store.account.create({ name: 'D' })
    const backups = fs.readdirSync(path.join(test.root, 'backups'))
    expect(backups.length).toBe(3)
    const oldestN = Math.min(...backups.map((name) => Number(/-(\d+)\.db/.exec(name)![1])))
    expect(mirrored(test, oldestN)).toEqual(logged(test).filter((n) => n > oldestN))
  })

  it('goes on in a new file when one grows long', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    for (let index = 0; index < 12; index += 1)
      await test.store.note.create({
        accountId,
        body: `${index}`.repeat(199_000 / `${index}`.length),
      })
    expect(listMirrors(storeFolder(test.root)).length).toBeGreaterThan(1)
    expect(mirrored(test)).toEqual(logged(test))
    for (const afterN of [0, 5, 10, 100]) {
      expect(mirrored(test, afterN)).toEqual(logged(test).filter((n) => n > afterN))
    }
  })
})
