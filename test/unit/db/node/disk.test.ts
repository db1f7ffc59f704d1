import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../../db/node/store'
import { makeTestFolder } from '../../../support/folder'
import { openTestStore, testKey } from '../../../support/store'

const mounted: string[] = []
afterEach(() => {
  for (const folder of mounted.splice(0)) {
    spawnSync('umount', ['-l', folder])
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

/** A disk of its own with `megabytes`, for root on Linux; null where none can be had. */
function mountDisk(megabytes: number): string | null {
  const folder = makeTestFolder()
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]
  if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) {
    console.log(
      'No disk of its own could be mounted (that needs root on Linux): the full disk was not tried.',
    )
    fs.rmSync(folder, { recursive: true, force: true })
    return null
  }
  mounted.push(folder)
  return folder
}

/** Takes all room of a disk but `leftBytes`. */
function fillUp(file: string, leftBytes: number): void {
  const { bavail, bsize } = fs.statfsSync(path.dirname(file))
  fs.writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)))
}

describe('a full disk', () => {
  it('is told by its code, loses nothing acknowledged, and is over when there is room again', async () => {
    const disk = mountDisk(6)
    if (!disk) return
    const test = openTestStore(path.join(disk, 'store'))
    const accountId = await test.store.account.create({ name: 'Nordhafen' })
    const acknowledged: string[] = []
    let code = ''
    for (let index = 0; index < 400 && code === ''; index += 1) {
      const body = `${index} ${'x'.repeat(20_000)}`
      try {
        await test.store.note.create({ accountId, body })
        acknowledged.push(body)
      } catch (error) {
        code = (error as { code: string }).code
      }
    }
    expect(code).toBe('disk_full')
    const bodies = async () =>
      (await test.store.note.byAccount({ accountId })).map((row) => row.body)
    expect(await bodies()).toEqual(expect.arrayContaining(acknowledged))

    spawnSync('mount', ['-o', 'remount,size=30m', disk])
    await test.store.note.create({ accountId, body: 'room again' })
    expect(await bodies()).toEqual(expect.arrayContaining([...acknowledged, 'room again']))
    expect(await test.opened.verify()).toBe(true)
    test.close()
    const again = openTestStore(path.join(disk, 'store'))
    const kept = (await again.store.note.byAccount({ accountId })).map((row) => row.body)
    expect(kept).toEqual(expect.arrayContaining([...acknowledged, 'room again']))
    again.close()
  })

  it('refuses a backup and leaves no half of one', async () => {
    const disk = mountDisk(24)
    if (!disk) return
    const test = openTestStore(path.join(disk, 'store'))
    const accountId = await test.store.account.create({ name: 'A' })
    for (let index = 0; index < 40; index += 1)
      await test.store.note.create({ accountId, body: 'x'.repeat(20_000) })
    const ballast = path.join(disk, 'ballast')
    fillUp(ballast, 200_000)
    await expect(test.store.storeInfo.backUp()).rejects.toMatchObject({ code: 'disk_full' })
    expect(fs.readdirSync(path.join(disk, 'store', 'backups'))).toEqual([])
    fs.rmSync(ballast)
    await test.store.storeInfo.backUp()
    expect(fs.readdirSync(path.join(disk, 'store', 'backups')).length).toBe(1)
    test.close()
  })
})

describe('a folder that cannot be written', () => {
  it('is refused by a code, not by an empty store', () => {
    const disk = mountDisk(4)
    const root = disk ? path.join(disk, 'store') : path.join(makeTestFolder(), 'file', 'store')
    if (disk) spawnSync('mount', ['-o', 'remount,ro', disk])
    else fs.writeFileSync(path.dirname(root), '')
    const options = { root, keyHex: testKey, nowMs: Date.now, random: Math.random }
    expect(() => openStore(options)).toThrow()
    expect(fs.existsSync(root)).toBe(false)
  })
})
