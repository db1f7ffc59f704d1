import { Worker } from 'node:worker_threads'
import path from 'node:path'
import { net } from 'electron'
import type { MessagePortMain } from 'electron'
import { toStoreError } from '../db/errors'
import type { Backup } from '../db/node/backups'
import { openStore } from '../db/node/store'
import type { HeavyWork, Store } from '../db/node/store'
import type { Request } from '../db/serve'
import type { HeavyTask } from './store-worker'
import type { FromStore, ToStore } from './store-messages'
import { createAskServer } from './sync-http'
import { createSyncLink } from './sync-link'
import type { SyncLink } from './sync-link'
import { openSecretsFile } from './sync-secrets'

/** Quiet time after the last request before the store tidies up, ms. */
const idleAfterMs = 2000

let store: Store | null = null
let link: SyncLink | null = null
let idleTimer: NodeJS.Timeout | undefined

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as ToStore
  switch (message.kind) {
    case 'open':
      return open(message.root, message.keyHex, message.linkAs)
    case 'connect':
      return connect(ports[0]!)
    case 'verify':
      return void store?.verify()
    case 'wake':
      return link?.wake()
    case 'close':
      link?.close()
      store?.close()
      process.exit(0)
  }
})

function open(root: string, keyHex: string, linkAs: string | null): void {
  try {
    store = openStore({
      root,
      keyHex,
      nowMs: Date.now,
      random: Math.random,
      heavy: onWorker,
      onDamage: () => tell({ kind: 'damaged' }),
      onWritten: () => link?.written(),
    })
    if (linkAs !== null) startLink(store, root, keyHex, linkAs)
    tell({ kind: 'opened' })
    armIdle()
  } catch (error) {
    const { code } = toStoreError(error)
    if (code === 'internal') console.error('store did not open:', error)
    tell({ kind: 'failed', code })
  }
}

/** The link sleeps while the workspace has no server; nothing else depends on it. */
function startLink(opened: Store, root: string, keyHex: string, app: string): void {
  const started = createSyncLink({
    door: opened.sync,
    secrets: openSecretsFile(path.join(root, 'server-token'), keyHex),
    ask: createAskServer((url, request) => net.fetch(String(url), request), Date.now),
    app,
    nowMs: Date.now,
    random: Math.random,
    onStatus: () => {
      opened.tellStale(['_sync'])
      armIdle()
    },
    onWipe: () => tell({ kind: 'wipe' }),
    backUp: () => opened.services.backUp('before following a restored server'),
  })
  link = started
  opened.setControl(started)
  started.start().catch((error: unknown) => console.error('sync:', toStoreError(error).code))
}

function connect(port: MessagePortMain): void {
  if (!store) return port.close()
  const opened = store
  opened.addPort(port)
  port.on('close', () => opened.removePort(port))
  port.on('message', ({ data }) => {
    void opened.handle(port, data as Request)
    armIdle()
  })
  port.start()
}

function armIdle(): void {
  clearTimeout(idleTimer)
  idleTimer = setTimeout(() => {
    store?.idle().catch((error: unknown) => console.error('store: idle work', toStoreError(error)))
  }, idleAfterMs)
}

function tell(message: FromStore): void {
  process.parentPort.postMessage(message)
}

/** Backups and verification read the whole file: they run on a thread of their own. */
const onWorker: HeavyWork = {
  backUp: (file, folder, keyHex, atMs) =>
    runHeavy<Backup>({ kind: 'backUp', file, folder, keyHex, atMs }),
  verify: (file, keyHex) => runHeavy<void>({ kind: 'verify', file, keyHex }),
}

function runHeavy<T>(task: HeavyTask): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./store-worker.js', import.meta.url), { workerData: task })
    worker.once('message', (answer: { value: T } | { error: { code?: string } }) =>
      'value' in answer
        ? resolve(answer.value)
        : reject(Object.assign(new Error('heavy work failed'), answer.error)),
    )
    worker.once('error', reject)
  })
}
