import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMirror, readMirror, readMirrorTail } from '../../../../db/node/mirror'
import type { LoggedChange } from '../../../../db/write'
import { makeTestFolder } from '../../../support/folder'
import { testKey } from '../../../support/store'

let folder = ''
let file = ''
beforeEach(() => {
  folder = makeTestFolder()
  file = path.join(folder, 'mirror-0.log')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const unbroken = (error: unknown) => {
  throw error
}

function change(n: number): LoggedChange {
  const body = { name: { name: `Łódź ${n}` } }
  return {
    n,
    tx: n,
    tbl: 'account',
    rowId: 'a',
    bucket: 'a:a',
    kind: 'U',
    body,
    prev: null,
    base: 0,
    hlc: '',
  }
}

async function write(...groups: readonly (readonly number[])[]): Promise<void> {
  const mirror = openMirror(file, testKey, unbroken)
  for (const group of groups) mirror.append(group.map(change))
  await mirror.settled()
  mirror.close()
}

const numbers = () => readMirror(file, testKey).changes.map(({ n }) => n)

/** Where the second of the records begins. */
function secondRecordAt(): number {
  return 4 + fs.readFileSync(file).readUInt32BE(0)
}

describe('mirror', () => {
  it('gives back what was appended, over several openings', async () => {
    await write([1, 2], [3])
    await write([4])
    const { changes, isWhole } = readMirror(file, testKey)
    expect(changes).toEqual([1, 2, 3, 4].map(change))
    expect(isWhole).toBe(true)
    expect(readMirrorTail(file, testKey)).toMatchObject({ lastN: 4, isWhole: true })
  })

  it('can be read before it is closed, as after a kill', () => {
    const mirror = openMirror(file, testKey, unbroken)
    mirror.append([change(1)])
    expect(numbers()).toEqual([1])
    mirror.close()
  })

  it('holds nothing that can be read without the key', async () => {
    await write([1])
    const bytes = fs.readFileSync(file)
    expect(bytes.includes('Łódź')).toBe(false)
    expect(bytes.includes('account')).toBe(false)
    expect(readMirror(file, 'f'.repeat(64))).toMatchObject({ changes: [], isWhole: false })
  })

  it('splits a long commit into records that are quick to read', async () => {
    const many = Array.from({ length: 1201 }, (_, index) => index + 1)
    await write(many)
    expect(numbers()).toEqual(many)
    expect(secondRecordAt()).toBeLessThan(fs.statSync(file).size / 2)
  })

  it('cut at any byte gives every record that is whole, and goes on after it', async () => {
    await write([1], [2], [3])
    const whole = fs.readFileSync(file)
    const second = secondRecordAt()
    for (const cut of [0, 3, second - 1, second, second + 5, whole.length - 1]) {
      fs.writeFileSync(file, whole.subarray(0, cut))
      const kept = numbers()
      expect(kept).toEqual([1, 2, 3].slice(0, kept.length))
      await write([9])
      expect(numbers()).toEqual([...kept, 9])
      expect(readMirror(file, testKey).isWhole).toBe(true)
    }
  })

  it('says that a record is damaged and still gives those around it', async () => {
    await write([1], [2], [3])
    const bytes = fs.readFileSync(file)
    const at = secondRecordAt() + 30
    bytes[at] = bytes[at]! ^ 1
    fs.writeFileSync(file, bytes)
    expect(readMirror(file, testKey)).toMatchObject({ isWhole: false })
    expect(numbers()).toEqual([1, 3])
  })

  it('shows a record that was taken out or put elsewhere', async () => {
    await write([1], [2], [3])
    const bytes = fs.readFileSync(file)
    const second = secondRecordAt()
    fs.writeFileSync(file, bytes.subarray(second))
    expect(readMirror(file, testKey).isWhole).toBe(false)
    fs.writeFileSync(file, Buffer.concat([bytes, bytes.subarray(0, second)]))
    expect(readMirror(file, testKey).isWhole).toBe(false)
  })

  it('is empty where there is no file', () => {
    expect(readMirror(file, testKey)).toEqual({ changes: [], chain: '', isWhole: true })
    expect(readMirrorTail(file, testKey).lastN).toBe(null)
  })
})
