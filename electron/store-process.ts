import { MessageChannelMain, utilityProcess } from 'electron'
import type { UtilityProcess, WebContents } from 'electron'
import { fileURLToPath } from 'node:url'
import { channels } from './shell'
import type { FromStore, ToStore } from './store-messages'

/** More deaths than this within a minute are not restarted. */
const deathsMax = 5
const closeLimitMs = 4000

export interface StoreProcessEvents {
  opened(): void
  failed(code: string): void
  /** The server ordered that nothing stays on this laptop. */
  wipe(): void
  /** The process died and is started again; pages get a new port by themselves. */
  restarted(): void
}

/** The utility process that owns the store file: started, restarted, connected to pages. */
export interface StoreProcess {
  /** Starts the process ahead of `open`, while the key is still being found. */
  warm(): void
  /** `linkAs`: the app's version, where the workspace may be linked to a server. */
  open(root: string, keyHex: string, linkAs: string | null): void
  /** The laptop woke up. */
  wake(): void
  /** Gives a page a port to the store, now and after each restart. */
  connect(contents: WebContents, nonce: string): void
  verify(): void
  /** Ends the process after it has closed the store; settles when it is gone. */
  close(): Promise<void>
}

export function createStoreProcess(events: StoreProcessEvents): StoreProcess {
  const pages = new Map<WebContents, string>()
  let child: UtilityProcess | null = null
  let place: { root: string; keyHex: string; linkAs: string | null } | null = null
  let hasSpawned = false
  let isOpen = false
  let deaths: number[] = []

  function post(message: ToStore): void {
    child?.postMessage(message)
  }

  function start(): void {
    const entry = fileURLToPath(new URL('./store.js', import.meta.url))
    const started = utilityProcess.fork(entry, [], { serviceName: 'Jetway store' })
    child = started
    hasSpawned = false
    started.on('message', (message: FromStore) => {
      if (child !== started) return
      if (message.kind === 'opened') {
        isOpen = true
        for (const [contents, nonce] of pages) sendPort(contents, nonce)
        events.opened()
      } else if (message.kind === 'failed') events.failed(message.code)
      else if (message.kind === 'wipe') events.wipe()
      else restart()
    })
    started.once('exit', () => {
      if (child !== started) return
      if (place === null) return void (child = null)
      isOpen = false
      restart()
    })
    started.once('spawn', () => {
      if (child !== started) return
      hasSpawned = true
      if (place) post({ kind: 'open', ...place })
    })
  }

  function restart(): void {
    const nowMs = Date.now()
    deaths = [...deaths.filter((atMs) => nowMs - atMs < 60_000), nowMs]
    child?.kill()
    child = null
    isOpen = false
    if (deaths.length > deathsMax) return events.failed('store_crashes')
    events.restarted()
    start()
  }

  function sendPort(contents: WebContents, nonce: string): void {
    if (contents.isDestroyed() || !child) return
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage({ kind: 'connect' } satisfies ToStore, [port1])
    contents.postMessage(channels.storePort, nonce, [port2])
  }

  return {
    warm() {
      if (!child) start()
    },
    open(root, keyHex, linkAs) {
      const isWarm = child !== null && place === null
      place = { root, keyHex, linkAs }
      if (!isWarm) start()
      else if (hasSpawned) post({ kind: 'open', ...place })
    },
    connect(contents, nonce) {
      if (!pages.has(contents)) contents.once('destroyed', () => pages.delete(contents))
      pages.set(contents, nonce)
      if (isOpen) sendPort(contents, nonce)
    },
    verify: () => post({ kind: 'verify' }),
    wake: () => post({ kind: 'wake' }),
    async close() {
      const ending = child
      place = null
      child = null
      isOpen = false
      if (!ending) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => ending.kill(), closeLimitMs)
        ending.once('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        ending.postMessage({ kind: 'close' } satisfies ToStore)
      })
    },
  }
}
