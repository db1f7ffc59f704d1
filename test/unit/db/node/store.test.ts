import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestStore } from '../../../support/store'
import type { TestStore } from '../../../support/store'

const opened: TestStore[] = []
function open(root?: string): TestStore {
  const test = openTestStore(root)
  opened.push(test)
  return test
}
afterEach(() => {
  for (const test of opened.splice(0)) {
    try {
      test.close()
    } catch {
      // closed by the test
    }
    fs.rmSync(test.root, { recursive: true, force: true })
  }
})

describe('store', () => {
  it('keeps what was acknowledged after it was opened again', async () => {
    const first = open()
    const id = await first.store.account.create({ name: 'Norddeutsche Hafenlogistik' })
    first.close()
    const second = open(first.root)
    expect((await second.store.account.byId({ id }))?.name).toBe('Norddeutsche Hafenlogistik')
  })

  it('finds words as prefixes, without accents', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'Łódź Transport' })
    const id = await store.person.create({ accountId, name: 'Zoë Müller' })
    expect((await store.search.find({ text: 'mull zoe' })).map((hit) => hit.id)).toEqual([id])
    expect((await store.search.find({ text: 'nobody' })).length).toBe(0)
  })

  it('draws a card as seat, person and occupancy in one step that undo takes back', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'Acme' })
    const top = await store.drawing.add({
      accountId,
      bossId: null,
      name: 'Anna Berg',
      title: 'CIO',
    })
    await store.drawing.add({ accountId, bossId: top.seatId, name: 'Jan', stance: 'supporter' })
    const names = async () => (await store.person.byAccount({ accountId })).map((row) => row.name)
    expect(await names()).toEqual(['Anna Berg', 'Jan'])
    expect(await store.history.undo()).toBe('drawing.add')
    expect(await names()).toEqual(['Anna Berg'])
    expect((await store.seat.byAccount({ accountId })).length).toBe(1)
    expect(await store.history.redo()).toBe('drawing.add')
    expect(await names()).toEqual(['Anna Berg', 'Jan'])
  })

  it('makes the store again from its mirror when the file is lost', async () => {
    const first = open()
    const id = await first.store.account.create({ name: 'Acme' })
    first.close()
    for (const name of fs.readdirSync(first.root))
      if (name.startsWith('store.db')) fs.rmSync(path.join(first.root, name))
    const second = open(first.root)
    expect((await second.store.account.byId({ id }))?.name).toBe('Acme')
    expect((await second.store.storeInfo.read()).recovery?.kind).toBe('restored_from_backup')
  })

  it('restores from the newest backup and the mirror when a page is damaged', async () => {
    const first = open()
    await first.store.account.create({ name: 'Before the backup' })
    await first.store.storeInfo.backUp()
    await first.store.account.create({ name: 'After the backup' })
    first.close()
    const file = path.join(first.root, 'store.db')
    const bytes = fs.readFileSync(file)
    bytes[5000] = bytes[5000]! ^ 0xff
    fs.writeFileSync(file, bytes)
    const second = open(first.root)
    const isSound = await second.opened.verify()
    second.close()
    expect(isSound).toBe(false)
    const third = open(first.root)
    const names = (await third.store.account.all()).map((row) => row.name).sort()
    expect(names).toEqual(['After the backup', 'Before the backup'])
  })
})
