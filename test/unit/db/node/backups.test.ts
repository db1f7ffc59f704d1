import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listBackups, makeBackup, pruneBackups, verifyStore } from '../../../../db/node/backups'
import { makeTestFolder } from '../../../support/folder'
import { digestRows, openedStores } from '../../../support/opened-stores'
import { testKey, testNowMs } from '../../../support/store'

const open = openedStores()
const dayMs = 86_400_000

describe('a backup', () => {
  it('is a sound, encrypted copy named by time and last change', async () => {
    const test = open()
    await test.store.account.create({ name: 'Nordhafen' })
    const store = path.join(test.root, 'store.db')
    const backup = makeBackup(store, path.join(test.root, 'copies'), testKey, 123)
    expect(path.basename(backup.file)).toBe(`123-${backup.lastN}.db`)
    expect(verifyStore(backup.file, testKey)).toBe(backup.lastN)
    expect(fs.readFileSync(backup.file).includes('Nordhafen')).toBe(false)
    expect(() => verifyStore(backup.file, 'f'.repeat(64))).toThrow()
  })

  it('can be made while the store is written to', async () => {
    const test = open()
    const before = digestRows(test)
    const [, file] = await Promise.all([
      test.store.account.create({ name: 'A' }),
      test.store.storeInfo.backUp(),
      test.store.account.create({ name: 'B' }),
    ])
    expect(verifyStore(file, testKey)).toBeGreaterThan(0)
    expect(digestRows(test)).not.toEqual(before)
    expect((await test.store.storeInfo.read()).lastBackupAtMs).toBeTypeOf('number')
  })

  it('that cannot be made leaves no half of itself', () => {
    const folder = makeTestFolder()
    const store = path.join(folder, 'store.db')
    fs.writeFileSync(store, 'no store at all, but longer than a header'.repeat(99))
    expect(() => makeBackup(store, path.join(folder, 'copies'), testKey, 1)).toThrow()
    expect(fs.readdirSync(path.join(folder, 'copies'))).toEqual([])
    fs.rmSync(folder, { recursive: true })
  })

  it('is made by itself once a day when something changed', async () => {
    const test = open()
    const count = () => listBackups(path.join(test.root, 'backups')).length
    await test.store.account.create({ name: 'A' })
    await test.opened.idle()
    await test.opened.idle()
    expect(count()).toBe(1)
    test.clock.nowMs += 2 * dayMs
    await test.opened.idle()
    expect(count()).toBe(1)
    await test.store.account.create({ name: 'B' })
    await test.opened.idle()
    expect(count()).toBe(2)
  })
})

describe('the backups kept', () => {
  /** Empty files with the names of backups: pruning goes by name alone. */
  function folderWith(ages: readonly number[]): string {
    const folder = makeTestFolder()
    ages.forEach((days, index) => {
      const atMs = testNowMs - Math.round(days * dayMs)
      fs.writeFileSync(path.join(folder, `${atMs}-${1000 - index}.db`), '')
    })
    return folder
  }

  it('are the last three, one a day for a week and one a week for four', () => {
    const hourly = Array.from({ length: 24 * 40 }, (_, hour) => hour / 24)
    const folder = folderWith(hourly)
    pruneBackups(folder, testNowMs)
    const ages = listBackups(folder).map(({ atMs }) => (testNowMs - atMs) / dayMs)
    expect(ages.filter((age) => age < 0.1).length).toBe(3)
    expect(ages.filter((age) => age < 7).length).toBe(9)
    expect(ages.filter((age) => age >= 7).map((age) => Math.round(age))).toEqual([7, 14, 21])
    fs.rmSync(folder, { recursive: true })
  })

  it('are never none, however old or oddly dated', () => {
    for (const ages of [[4000], [-4000], [900, 901, 902]]) {
      const folder = folderWith(ages)
      pruneBackups(folder, testNowMs)
      expect(listBackups(folder).length).toBe(ages.length)
      fs.rmSync(folder, { recursive: true })
    }
  })

  it('are ordered by what they hold, since a clock may go back', () => {
    const folder = makeTestFolder()
    for (const name of ['500-10.db', '100-20.db', 'note.txt', '7.new'])
      fs.writeFileSync(path.join(folder, name), '')
    expect(listBackups(folder).map(({ lastN }) => lastN)).toEqual([20, 10])
    fs.rmSync(folder, { recursive: true })
  })
})
