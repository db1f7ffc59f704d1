import type { Api } from '../../db/api'
import { createStoreClient } from '../../db/remote'

/** The page's only way to saved data. */
export const client = createStoreClient<Api>()

/** Every call of the store as a typed tree: `store.seat.move({ id, bossId })`. */
export const store = client.store

/** Asks for a port to the store process and takes every new one that follows. */
export function connectStore(): void {
  const nonce = crypto.randomUUID()
  window.addEventListener('message', (event: MessageEvent<{ storePort?: string } | null>) => {
    const isOurs = event.source === window && event.data?.storePort === nonce
    const port = event.ports[0]
    if (isOurs && port) client.attach(port)
  })
  window.shell.connectStore(nonce)
}
