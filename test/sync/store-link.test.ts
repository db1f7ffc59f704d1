import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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

function open(): SyncedStore {
  const device = openSyncedStore()
  opened.push(device)
  return device
}

async function join(device: SyncedStore, name: string, member?: string) {
  const invitation = { role: 'rep', name, ...(member && { member }) } as const
  await device.link.enrol(await server.invite(invitation), 'Laptop')
  await device.settle()
}

const names = async ({ store }: SyncedStore) =>
  (await store.account.all()).map(({ name }) => name).sort()

describe('the link of a store', () => {
  it('says plainly what is wrong with an invitation and changes nothing', async () => {
    const a = open()
    const used = await server.invite({ role: 'rep', name: 'A' })
    await a.link.enrol(used, 'Laptop')
    const b = open()
    await expect(b.link.enrol(used, 'Laptop')).rejects.toThrow('invitation_unusable')
    await expect(b.link.enrol('hello', 'Laptop')).rejects.toThrow('invitation_unusable')
    b.network.isOnline = false
    const fresh = await server.invite({ role: 'rep', name: 'B' })
    await expect(b.link.enrol(fresh, 'Laptop')).rejects.toThrow('server_unreachable')
    expect(b.opened.sync.link()).toBe(null)
    await expect(a.link.enrol(fresh, 'Laptop')).rejects.toThrow('already_joined')
  })

  it('lets an administrator invite a colleague from the app, and nobody else', async () => {
    const admin = open()
    await admin.link.enrol(await server.invite({ role: 'admin', name: 'Admin' }), 'Laptop')
    await admin.settle()
    const invitation = await admin.link.invite('Ana', 'rep')
    const rep = open()
    await rep.link.enrol(invitation, 'Laptop')
    await rep.settle()
    expect(rep.opened.sync.link()?.userName).toBe('Ana')
    await expect(rep.link.invite('Bob', 'rep')).rejects.toThrow('invitation_refused')
  })

  it('drains by itself whichever request fails, with nothing twice', async () => {
    const a = open()
    await join(a, 'A')
    for (let k = 1; k <= 6; k++) {
      await a.store.account.create({ name: `Account ${k}` })
      // The k-th request from now gets lost, before or after the server took it.
      a.network.loseAt(k, k % 2 === 0 ? 'answer' : 'request')
      await a.settle()
    }
    const b = open()
    await join(b, 'A', a.opened.sync.device().memberId)
    expect(await names(b)).toEqual([1, 2, 3, 4, 5, 6].map((k) => `Account ${k}`))
    expect(await b.store.conflict.open()).toEqual([])
  })

  it('gives a member the same rows and settings on a second device', async () => {
    const a = open()
    await a.store.preference.set({ name: 'columns', value: '["name"]' })
    await a.store.account.create({ name: 'Acme' })
    await join(a, 'A')
    const b = open()
    await b.store.account.create({ name: 'Made on B' })
    await b.store.preference.set({ name: 'theme', value: '"dark"' })
    await join(b, 'A', a.opened.sync.device().memberId)
    await a.settle()
    expect(await names(b)).toEqual(['Acme', 'Made on B'])
    expect(await names(a)).toEqual(['Acme', 'Made on B'])
    const settings = async ({ store }: SyncedStore) =>
      (await store.preference.all()).map(({ name, value }) => `${name} ${value}`).sort()
    expect(await settings(a)).toEqual(['columns ["name"]', 'theme "dark"'])
    expect(await settings(b)).toEqual(await settings(a))
  })

  it('leaves, works alone and comes back to the same workspace without doubling', async () => {
    const a = open()
    await a.store.account.create({ name: 'Acme' })
    await join(a, 'A')
    const { memberId } = a.opened.sync.device()
    await a.link.leave()
    expect(a.opened.sync.link()).toBe(null)
    await a.store.account.create({ name: 'Made alone' })
    await join(a, 'A', memberId)
    const b = open()
    await join(b, 'A', memberId)
    expect(await names(b)).toEqual(['Acme', 'Made alone'])
    expect(await b.store.conflict.open()).toEqual([])
  })

  it('changes to another server with everything it has', async () => {
    const other = await startSyncServer()
    try {
      const a = open()
      const accountId = await a.store.account.create({ name: 'Acme', about: 'Ships.' })
      await a.store.drawing.add({ accountId, bossId: null, name: 'Anna' })
      await join(a, 'A')
      await a.link.leave()
      const link = await other.invite({ role: 'rep', name: 'A' })
      await a.link.enrol(link, 'Laptop')
      await a.settle()
      const b = open()
      await b.link.enrol(
        await other.invite({ role: 'rep', name: 'A', member: a.opened.sync.device().memberId }),
        'Second',
      )
      await b.settle()
      expect(await b.store.account.all()).toMatchObject([{ name: 'Acme', about: 'Ships.' }])
      expect((await b.store.person.byAccount({ accountId })).length).toBe(1)
    } finally {
      for (const device of opened.splice(0)) device.close()
      await other.close()
    }
  }, 120_000)

  it('goes on under a new invitation after a revocation, with what waited', async () => {
    const a = open()
    await join(a, 'A')
    const { memberId, deviceId } = a.opened.sync.device()
    await a.store.account.create({ name: 'Sent' })
    await a.settle()
    await server.database.query(`UPDATE device SET state = 'revoked' WHERE id = $1`, [deviceId])
    await a.store.account.create({ name: 'Waits' })
    await expect(a.settle()).rejects.toThrow('device_revoked')
    expect(await names(a)).toEqual(['Sent', 'Waits'])
    await join(a, 'A', memberId)
    const b = open()
    await join(b, 'A', memberId)
    expect(await names(b)).toEqual(['Sent', 'Waits'])
    expect(await b.store.conflict.open()).toEqual([])
  })

  it('obeys an order to wipe only with the signature of its server', async () => {
    const a = open()
    await join(a, 'A')
    const { deviceId } = a.opened.sync.device()
    await server.database.query(`UPDATE device SET state = 'wipe' WHERE id = $1`, [deviceId])
    const { sql } = a.opened.services.db
    const key = a.opened.sync.link()!.serverKey
    sql.prepare(`UPDATE _link SET serverKey = NULL`).run()
    a.link.wake()
    await expect.poll(() => a.link.status().trouble).toBe('portal')
    expect(a.wiped.times).toBe(0)
    sql.prepare(`UPDATE _link SET serverKey = ?`).run(key)
    a.link.wake()
    await expect.poll(() => a.wiped.times).toBe(1)
    expect(a.link.status().stopped).toBe('device_wiped')
  })
})
