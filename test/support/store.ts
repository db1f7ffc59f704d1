import type { Api } from '../../db/api'
import { openStore } from '../../db/node/store'
import type { Store } from '../../db/node/store'
import { createStoreClient } from '../../db/remote'
import type { Remote, StoreClient } from '../../db/remote'
import { makeTestFolder } from './folder'

/** A fixed key for tests: 64 hex digits. */
export const testKey = '0123456789abcdef'.repeat(4)

export interface TestStore {
  readonly root: string
  readonly opened: Store
  readonly client: StoreClient<Api>
  readonly store: Remote<Api>
  /** The clock of the store, UTC ms; tests set it. */
  clock: { nowMs: number }
  close(): void
}

/** Monday 2026-03-02 09:00 UTC. */
export const testNowMs = Date.UTC(2026, 2, 2, 9)

/** Opens a real store in a new folder (or the given one) and a client on a real MessageChannel. */
export function openTestStore(root = makeTestFolder()): TestStore {
  const clock = { nowMs: testNowMs }
  const opened = openStore({
    root,
    keyHex: testKey,
    nowMs: () => clock.nowMs++,
    random: Math.random,
  })
  const client = createStoreClient<Api>()
  const { port1, port2 } = new MessageChannel()
  const port = { postMessage: (message: unknown) => port1.postMessage(message) }
  port1.onmessage = (event: MessageEvent) => void opened.handle(port, event.data)
  opened.addPort(port)
  client.attach(port2)
  return {
    root,
    opened,
    client,
    store: client.store,
    clock,
    close() {
      port1.close()
      port2.close()
      opened.close()
    },
  }
}
