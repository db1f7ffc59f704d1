import path from 'node:path'
import { createAskServer } from '../../electron/sync-http'
import { createSyncLink } from '../../electron/sync-link'
import type { SyncLink } from '../../electron/sync-link'
import { openSecretsFile } from '../../electron/sync-secrets'
import { openTestStore, testKey } from './store'
import type { TestStore } from './store'

/** A real store with its link; `isOnline` false = every request fails as without a network. */
export interface SyncedStore extends TestStore {
  readonly link: SyncLink
  readonly network: {
    isOnline: boolean
    requests: number
    /** The k-th request from now gets lost, or its answer. */
    loseAt(k: number, what: 'request' | 'answer'): void
  }
  readonly wiped: { times: number }
  /** Talks until nothing waits and the server has nothing new. */
  settle(): Promise<void>
}

export function openSyncedStore(root?: string): SyncedStore {
  const test = openTestStore(root)
  // The server under test has the time of the machine.
  test.clock.nowMs = Date.now()
  const loss = { at: 0, what: 'request' }
  const network = {
    isOnline: true,
    requests: 0,
    loseAt(k: number, what: 'request' | 'answer') {
      Object.assign(loss, { at: network.requests + k, what })
    },
  }
  const wiped = { times: 0 }
  const ask = createAskServer(fetch, Date.now)
  const link = createSyncLink({
    door: test.opened.sync,
    secrets: openSecretsFile(path.join(test.root, 'server-token'), testKey),
    ask: async (request) => {
      network.requests += 1
      const isLost = network.requests === loss.at
      if (!network.isOnline || (isLost && loss.what === 'request')) return { kind: 'none' }
      const answer = await ask(request)
      return isLost ? { kind: 'none' } : answer
    },
    app: 'test',
    nowMs: Date.now,
    random: Math.random,
    onStatus: () => undefined,
    onWipe: () => void (wiped.times += 1),
    backUp: async () => undefined,
  })
  const { sync } = test.opened
  return {
    ...test,
    link,
    network,
    wiped,
    async settle() {
      const before = sync.link()?.doneAtMs ?? 0
      await new Promise((resolve) => setTimeout(resolve, 2))
      link.wake()
      for (let tries = 0; tries < 2_000; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        const { isTalking, stopped } = link.status()
        if (stopped !== null) throw new Error(`The link stopped: ${stopped}`)
        const isDone = (sync.link()?.doneAtMs ?? 0) > before
        if (isDone && !isTalking && !sync.outbox.hasPending()) return
        if (tries % 200 === 199) link.wake()
      }
      throw new Error(`The link did not come to rest: ${JSON.stringify(link.status())}`)
    },
    close() {
      link.close()
      test.close()
    },
  }
}
