import { describe, expect, it } from 'vitest'
import type { Api } from '../../../db/api'
import { createStoreClient } from '../../../db/remote'
import type { StoreEvent } from '../../../db/remote'
import { openedStores } from '../../support/opened-stores'
import type { TestStore } from '../../support/store'

const open = openedStores()

/** A port to a store, as main hands one to a page. */
function portTo(test: TestStore): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const port = { postMessage: (message: unknown) => port1.postMessage(message) }
  port1.onmessage = (event: MessageEvent) => void test.opened.handle(port, event.data)
  test.opened.addPort(port)
  return port2
}

/** Both ends of a port: nobody answers at the other one, as when the store died. */
function deadPorts(): { page: MessagePort; store: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  return { page: port2, store: port1 }
}

describe('the page end of the port', () => {
  it('keeps calls that were made before there was a store', async () => {
    const test = open()
    const client = createStoreClient<Api>()
    const made = client.store.account.create({ name: 'A' })
    client.attach(portTo(test))
    expect(await client.store.account.byId({ id: await made })).toMatchObject({ name: 'A' })
  })

  it('fails writes that were under way when the store died, and asks reads again', async () => {
    const test = open()
    const client = createStoreClient<Api>()
    client.attach(deadPorts().page)
    const write = client.store.account.create({ name: 'A' })
    const read = client.read('account.all', {})
    expect(client.waiting()).toBe(2)
    const events: StoreEvent[] = []
    client.listen((event) => events.push(event))
    client.attach(portTo(test))
    await expect(write).rejects.toMatchObject({ code: 'store_gone' })
    expect((await read).value).toEqual([])
    expect(events).toEqual([{ kind: 'attached' }])
    expect(client.waiting()).toBe(0)
    await client.store.account.create({ name: 'B' })
    expect((await client.store.account.all()).map((row) => row.name)).toEqual(['B'])
  })

  it('throws errors of the closed list with their fields', async () => {
    const { store } = open()
    await expect(store.account.set({ id: 'none', fields: {} })).rejects.toMatchObject({
      name: 'StoreError',
      code: 'not_found',
    })
  })

  it('names its operations and hears every window', async () => {
    const test = open()
    const other = createStoreClient<Api>()
    other.attach(portTo(test))
    const events: StoreEvent[] = []
    const stop = other.listen((event) => events.push(event))
    expect(test.store.seat.byAccount.operation).toBe('seat.byAccount')
    await test.store.account.create({ name: 'A' })
    await other.store.account.all()
    expect(events.map((event) => event.kind)).toEqual(['changed'])
    stop()
    await test.store.account.create({ name: 'B' })
    await other.store.account.all()
    expect(events.length).toBe(1)
  })

  it('tells progress and cancels by signal', async () => {
    const test = open()
    const abort = new AbortController()
    const seen: number[] = []
    const run = test.client.run(
      test.store.demo.make,
      { size: 'large' as const },
      {
        signal: abort.signal,
        onProgress(done) {
          seen.push(done)
          abort.abort()
        },
      },
    )
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
    expect(seen.length).toBeGreaterThan(0)
    expect(await test.store.account.all()).toEqual([])
  })

  it('lets go of answers nobody waits for', async () => {
    const test = open()
    const client = createStoreClient<Api>()
    const { page, store } = deadPorts()
    client.attach(page)
    store.postMessage({ id: 99, value: 1 })
    store.postMessage({ progress: 99, done: 1, total: 2 })
    await test.store.account.all()
    expect(client.waiting()).toBe(0)
    page.close()
  })
})
