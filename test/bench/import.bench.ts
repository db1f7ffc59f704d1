import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Measure } from '../../build/bench.mjs'
import type { Api } from '../../db/api'
import { openStore } from '../../db/node/store'
import { createStoreClient } from '../../db/remote'
import type { Remote } from '../../db/remote'
import { benchKey } from './large-store'

const bodyName = 'her_majestys_revenue_and_customs'
const rounds = 3

/** The organisation with 6,138 posts, from the bytes of its files to the last row kept. */
export async function run(): Promise<Measure[]> {
  const files = readFiles()
  if (files.length === 0) return []
  const times: number[] = []
  let longestMs = 0
  let rows = 0
  for (let round = 0; round < rounds; round += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    await withStore(async (store) => {
      delay.enable()
      const startMs = performance.now()
      const reading = await store.importing.read({ files })
      const { importId } = reading
      const mappings = reading.files.map(({ mapping }) => mapping as never)
      await store.importing.preview({
        importId,
        mappings,
        target: { kind: 'named_account', name: bodyName },
      })
      const result = await store.importing.apply({ importId })
      times.push(performance.now() - startMs)
      delay.disable()
      rows = result.counts.rows
    })
    longestMs = Math.max(longestMs, delay.max / 1e6)
  }
  return [
    {
      name: `import of ${rows} posts`,
      value: Math.min(...times),
      unit: 'ms',
      limit: 5000,
      note: `best of ${rounds}; read, preview and apply in the store`,
    },
    {
      name: 'longest time the store answers nobody meanwhile',
      value: longestMs,
      unit: 'ms',
      note: 'delay of the event loop; the page is another process',
    },
  ]
}

function readFiles(): { name: string; bytes: Uint8Array }[] {
  const data = process.env.JETWAY_TEST_DATA ?? path.resolve('..', 'shared', 'data')
  const folder = path.join(data, 'org', 'org-uk-gov-dev-nonames')
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  const found = names.filter((name) => name.startsWith(bodyName) && name.endsWith('.csv'))
  if (found.length === 0) console.error(`No files of ${bodyName} in ${folder}: not measured.`)
  return found.map((name) => ({
    name,
    bytes: new Uint8Array(fs.readFileSync(path.join(folder, name))),
  }))
}

async function withStore(body: (store: Remote<Api>) => Promise<void>): Promise<void> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-bench-'))
  const opened = openStore({ root, keyHex: benchKey, nowMs: Date.now, random: Math.random })
  const client = createStoreClient<Api>()
  const { port1, port2 } = new MessageChannel()
  const port = { postMessage: (message: unknown) => port1.postMessage(message) }
  port1.onmessage = (event: MessageEvent) => void opened.handle(port, event.data)
  client.attach(port2)
  try {
    await body(client.store)
  } finally {
    port1.close()
    opened.close()
    fs.rmSync(root, { recursive: true, force: true })
  }
}
