import { BrowserWindow, MessageChannelMain, utilityProcess } from 'electron'
import type { UtilityProcess } from 'electron'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Measure } from '../../build/bench.mjs'
import { inProject } from '../../build/paths.mjs'
import { percentile } from './figures'
import { benchKey } from './large-store'

const turns = 400

/**
 * A write as the page sees it: message to the store process, command, commit, mirror on the disk,
 * answer. A real page, the built store process, a real port; one call after another.
 */
export async function run(): Promise<Measure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-bench-'))
  const store = utilityProcess.fork(inProject('out', 'main', 'store.js'))
  const window = new BrowserWindow({
    webPreferences: { preload: writePreload(folder), backgroundThrottling: false },
  })
  try {
    await openStore(store, path.join(folder, 'store'))
    await window.loadURL('data:text/html,<title>round trip</title>')
    await window.webContents.executeJavaScript(waitForPort)
    const { port1, port2 } = new MessageChannelMain()
    store.postMessage({ kind: 'connect' }, [port1])
    window.webContents.postMessage('port', null, [port2])
    const measure = (operation: string, callArgs: unknown): Promise<number[]> =>
      window.webContents.executeJavaScript(
        `(${timeCalls.toString()})(${JSON.stringify(operation)}, ${JSON.stringify(callArgs)}, ${turns})`,
      ) as Promise<number[]>
    await measure('actionItem.create', { accountId: 'a1', title: 'warms up' })
    const writes = await measure('actionItem.create', { accountId: 'a1', title: 'Send the report' })
    const reads = await measure('account.byId', { id: 'none' })
    return [
      measureOf('write, page to store to page, median', percentile(writes, 0.5), 2),
      measureOf('write, page to store to page, 95th percentile', percentile(writes, 0.95)),
      measureOf('read of nothing by the same way, median', percentile(reads, 0.5)),
    ]
  } finally {
    window.destroy()
    store.kill()
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function measureOf(name: string, value: number, limit?: number): Measure {
  const note = `${turns} calls one after another`
  return { name, value, unit: 'ms', ...(limit !== undefined && { limit }), note }
}

function openStore(store: UtilityProcess, root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    store.on('message', (message: { kind: string; code?: string }) => {
      if (message.kind === 'opened') resolve()
      else if (message.kind === 'failed') reject(new Error(message.code))
    })
    store.once('spawn', () =>
      store.postMessage({ kind: 'open', root, keyHex: benchKey, linkAs: null }),
    )
  })
}

/** Hands the port to the page, as the app's preload does. */
function writePreload(folder: string): string {
  const file = path.join(folder, 'preload.cjs')
  fs.writeFileSync(
    file,
    `const { ipcRenderer } = require('electron')
    ipcRenderer.on('port', (event) => window.postMessage('port', '*', event.ports))`,
  )
  return file
}

/** Keeps the port where the timing, which is a script of its own at each call, finds it. */
const waitForPort = `window.storePort = new Promise((resolve) => {
  window.addEventListener('message', (event) => event.ports[0] && resolve(event.ports[0]))
}); null`

/** Runs in the page. */
async function timeCalls(operation: string, args: unknown, count: number): Promise<number[]> {
  const page = window as unknown as { storePort: Promise<MessagePort>; lastId?: number }
  const port = await page.storePort
  port.start()
  const times: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const id = (page.lastId = (page.lastId ?? 0) + 1)
    const startMs = performance.now()
    await new Promise<void>((resolve, reject) => {
      port.onmessage = ({ data }: MessageEvent) => {
        if (data.id !== id) return
        if (data.error) reject(new Error(data.error.code))
        else resolve()
      }
      port.postMessage({ id, operation, args })
    })
    times.push(performance.now() - startMs)
  }
  return times
}
