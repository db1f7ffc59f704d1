import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '../../db/node/backups'
import { storeFolder } from '../../db/node/folder'
import { readMirrorsAfter } from '../../db/node/mirror-set'
import { openConnection } from '../../db/node/open'
import { testKey } from '../support/store'
import { startSyncServer } from '../support/sync-server'
import type { RunningServer } from '../support/sync-server'
import { openSyncedStore } from '../support/synced-store'
import type { SyncedStore } from '../support/synced-store'

let server: RunningServer
const opened: SyncedStore[] = []

beforeAll(async () => {
  server = await startSyncServer()
}, 120_000)
afterAll(() => server.close(), 120_000)
afterEach(() => {
  for (const device of opened.splice(0)) {
    device.close()
    rmSync(device.root, { recursive: true, force: true })
  }
})

function open(root?: string): SyncedStore {
  const device = openSyncedStore(root)
  opened.push(device)
  return device
}

async function enrol(device: SyncedStore, name: string, role: 'rep' | 'admin' = 'rep') {
  await device.link.enrol(await server.invite({ role, name }), `${name}'s laptop`)
  await device.settle()
}

/** Two reps on one account that A had before joining. */
async function pair() {
  const a = open()
  const accountId = await a.store.account.create({ name: 'Hafen AG', about: 'Ships.' })
  const anna = await a.store.drawing.add({ accountId, bossId: null, name: 'Anna', title: 'CIO' })
  const jan = await a.store.drawing.add({ accountId, bossId: anna.seatId, name: 'Jan' })
  const eva = await a.store.drawing.add({ accountId, bossId: anna.seatId, name: 'Eva' })
  await enrol(a, 'A')
  const b = open()
  await enrol(b, 'B')
  await server.setTeam(accountId, b.opened.sync.device().memberId, 'editor')
  await b.settle()
  return { a, b, accountId, anna, jan, eva }
}

/** Everything of an account that both show, in a comparable form. */
async function picture({ store }: SyncedStore, accountId: string) {
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    [...rows].sort((left, right) => (left.id < right.id ? -1 : 1))
  return {
    account: await store.account.byId({ id: accountId }),
    seats: byId(await store.seat.byAccount({ accountId })),
    people: byId(await store.person.byAccount({ accountId })),
    notes: byId(await store.note.byAccount({ accountId })),
    lines: byId(await store.line.byAccount({ accountId })),
    conflicts: byId(await store.conflict.open()),
  }
}

/** Everything a store file holds, as text. */
function textOfStore(file: string): string {
  const connection = openConnection(file, testKey, { readonly: true })
  try {
    const tables = connection
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '_search%'`)
      .all() as { name: string }[]
    return tables
      .map(({ name }) => JSON.stringify(connection.prepare(`SELECT * FROM "${name}"`).all()))
      .join('\n')
  } finally {
    connection.close()
  }
}

describe('two stores and a real server', () => {
  it('show the same after a device with data of its own joined, nothing twice', async () => {
    const { a, b, accountId } = await pair()
    const before = await picture(a, accountId)
    expect(before.people.map((person) => person.name).sort()).toEqual(['Anna', 'Eva', 'Jan'])
    expect(await picture(b, accountId)).toEqual(before)
    expect((await b.store.account.all()).length).toBe(1)
    expect(before.account?.ownerMemberId).toBe(a.opened.sync.device().memberId)
    expect(a.opened.sync.outbox.count()).toBe(0)
  })

  it('agree after both edited the same things offline, with exactly the true conflicts', async () => {
    const { a, b, accountId, anna, jan, eva } = await pair()
    const noteId = await a.store.note.create({ accountId, body: 'They sail on Monday.' })
    await a.settle()
    await b.settle()
    a.network.isOnline = false
    b.network.isOnline = false
    await a.store.opinions.setStance({ personIds: [jan.personId!], stance: 'champion' })
    await b.store.opinions.setStance({ personIds: [jan.personId!], stance: 'opponent' })
    await a.store.seat.move({ id: eva.seatId, bossId: jan.seatId })
    await b.store.seat.move({ id: eva.seatId, bossId: null })
    await a.store.note.set({ id: noteId, fields: { body: 'They sail on Monday at nine.' } })
    await b.store.note.set({ id: noteId, fields: { body: 'Surely they sail on Monday.' } })
    await a.store.person.set({ id: anna.personId!, fields: { email: 'anna@hafen.example' } })
    await b.store.person.set({ id: anna.personId!, fields: { phone: '+49 40 1' } })
    a.network.isOnline = true
    await a.settle()
    b.network.isOnline = true
    await b.settle()
    await a.settle()
    const there = await picture(b, accountId)
    expect(await picture(a, accountId)).toEqual(there)
    expect(there.notes[0]?.body).toBe('Surely they sail on Monday at nine.')
    expect(there.people.find((person) => person.name === 'Anna')).toMatchObject({
      email: 'anna@hafen.example',
      phone: '+49 40 1',
    })
    const found = there.conflicts.map(({ rowTable, field, kind }) => [rowTable, field, kind].join())
    expect(found.sort()).toEqual(['person,stance,edit', 'seat,placement,edit'])
  })

  it('keep a row that one deleted and the other edited, and say so', async () => {
    const { a, b, accountId } = await pair()
    const noteId = await a.store.note.create({ accountId, body: 'Old' })
    await a.settle()
    await b.settle()
    b.network.isOnline = false
    await b.store.note.remove({ id: noteId })
    await a.store.note.set({ id: noteId, fields: { body: 'Old and new' } })
    await a.settle()
    b.network.isOnline = true
    await b.settle()
    await a.settle()
    const there = await picture(b, accountId)
    expect(there.notes.map((note) => note.body)).toEqual(['Old and new'])
    expect(there.conflicts.map(({ kind }) => kind)).toEqual(['edit_beats_delete'])
    expect(await picture(a, accountId)).toEqual(there)
  })

  it('take an account off a revoked device and keep there what was not accepted', async () => {
    const { a, b, accountId, jan } = await pair()
    b.network.isOnline = false
    await b.store.person.set({ id: jan.personId!, fields: { needs: 'A berth by June' } })
    await server.setTeam(accountId, b.opened.sync.device().memberId, null)
    b.network.isOnline = true
    await b.settle()
    expect(await b.store.account.all()).toEqual([])
    expect(await b.store.person.byAccount({ accountId })).toEqual([])
    const rescued = b.opened.sync.rescues()
    expect(rescued.map(({ name, changes }) => [name, changes])).toEqual([['Hafen AG', 1]])
    expect(readFileSync(rescued[0]!.file, 'utf8')).toContain('A berth by June')
    await expect.poll(() => listBackups(join(b.root, 'backups')).length).toBe(2)
    const folder = storeFolder(b.root)
    const copies = [
      ...listBackups(folder.backups).map(({ file }) => textOfStore(file)),
      JSON.stringify(readMirrorsAfter(folder, testKey, 0)),
      textOfStore(folder.store),
    ]
    for (const copy of copies) expect(copy).not.toContain('Anna')
    expect((await picture(a, accountId)).people.length).toBe(3)
  })

  it('go on where they were after the app was started again', async () => {
    const { a, b, accountId } = await pair()
    b.close()
    opened.splice(opened.indexOf(b), 1)
    await a.store.note.create({ accountId, body: 'While B slept' })
    await a.settle()
    const again = open(b.root)
    await again.link.start()
    await again.settle()
    expect(await picture(again, accountId)).toEqual(await picture(a, accountId))
  })
})
