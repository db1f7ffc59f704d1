import type { Page } from '@playwright/test'

/**
 * Calls the store of a running app over a port of its own, as the page does: for what a test prepares
 * or reads back, never for what it tests by hand.
 */
export function callStore<T>(page: Page, operation: string, args: unknown): Promise<T> {
  return page.evaluate(callInPage, { operation, args }) as Promise<T>
}

/** Runs in the page, so it can use nothing of this file. */
async function callInPage({ operation, args }: { operation: string; args: unknown }) {
  const nonce = crypto.randomUUID()
  const port = await new Promise<MessagePort>((resolve) => {
    function listen(event: MessageEvent<{ storePort?: string } | null>): void {
      if (event.data?.storePort !== nonce) return
      window.removeEventListener('message', listen)
      resolve(event.ports[0]!)
    }
    window.addEventListener('message', listen)
    window.shell.connectStore(nonce)
  })
  try {
    return await new Promise<unknown>((resolve, reject) => {
      port.addEventListener('message', ({ data }) => {
        if (data.id !== 1) return
        if ('error' in data) reject(new Error(`${operation}: ${data.error.code}`))
        else resolve(data.value)
      })
      port.start()
      port.postMessage({ id: 1, operation, args })
    })
  } finally {
    port.close()
  }
}
