import type { Store } from '../../db/node/store'
import { openStore } from '../../db/node/store'

/** A fixed key for benchmarks: 64 hex digits. */
export const benchKey = '0123456789abcdef'.repeat(4)

/** Opens a new store with the large demo: 10,000 accounts and 100,000 people with their seats. */
export async function makeLargeStore(root: string, keyHex = benchKey): Promise<Store> {
  const store = openStore({ root, keyHex, nowMs: Date.now, random: Math.random })
  await new Promise<void>((resolve, reject) => {
    const postMessage = (message: unknown) => {
      const answer = message as { id?: number; error?: { code: string } }
      if (answer.id !== 1) return
      if (answer.error) reject(new Error(answer.error.code))
      else resolve()
    }
    void store.handle({ postMessage }, { id: 1, operation: 'demo.make', args: { size: 'large' } })
  })
  store.services.search.flush()
  return store
}
