import { BrowserWindow } from 'electron'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import type { BenchPage, RivalName } from './map-page/page'

/** One line of the table of `npm run bench`; see `build/bench.mjs`. */
interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly peer?: number
  readonly ratio?: number
  readonly limit?: number
  readonly note?: string
}

const pannedCount = 2000
/** The machine may be busy: the median of this many runs counts. */
const panRounds = 3
const counts = [300, 1000, 2000, 5000] as const
const rivals = {
  jetway: 'Jetway',
  d3: 'd3-org-chart 3.1.1',
  orgchart: 'orgchart 5.0.0',
  flow: 'React Flow 12.12.1',
} as const satisfies Record<RivalName, string>
const allRivals: readonly RivalName[] = ['jetway', 'flow', 'd3', 'orgchart']
const charts: readonly RivalName[] = ['jetway', 'd3', 'orgchart']
/** A chart that needs longer than this once is not asked for more people. */
const patienceMs = 60_000

/**
 * Draws the same company with Jetway and its peers in one window of this Electron: first paint,
 * repaint after one person moved, frames while panning. Everybody is unfolded, nothing is animated.
 */
export async function run(): Promise<Measure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-map-bench-'))
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { backgroundThrottling: false },
  })
  try {
    await window.loadFile(await buildPage(folder))
    const page = callPage(window)
    return [
      ...(await measureLayout(page)),
      ...(await measureDrawing(page)),
      ...(await measurePans(page, window)),
    ]
  } finally {
    window.destroy()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

type Remote = {
  readonly [K in keyof BenchPage]: (
    ...args: Parameters<BenchPage[K]>
  ) => Promise<Awaited<ReturnType<BenchPage[K]>>>
}

/** The page's functions, called with plain values. */
function callPage(window: BrowserWindow): Remote {
  return new Proxy({} as Remote, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        window.webContents.executeJavaScript(
          `window.bench.${String(name)}(...${JSON.stringify(args)})`,
        ),
  })
}

async function measureLayout(page: Remote): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const count of counts) {
    const { firstMs, medianMs } = await page.timeLayout(count)
    const limit = count === 1000 ? { limit: 16 } : {}
    measures.push({
      name: `map: layout of ${count}, first time`,
      value: firstMs,
      unit: 'ms',
      ...limit,
    })
    measures.push({
      name: `map: layout of ${count}, median of 25`,
      value: medianMs,
      unit: 'ms',
      ...limit,
    })
  }
  return measures
}

async function measureDrawing(page: Remote): Promise<Measure[]> {
  const measures: Measure[] = []
  const tired = new Set<RivalName>()
  await page.draw('jetway', 300)
  for (const count of counts) {
    const results = new Map<RivalName, { firstMs: number; moveMs: number }>()
    for (const name of charts) {
      if (tired.has(name)) continue
      const rounds = count >= 2000 && name !== 'jetway' ? 1 : 3
      const runs: { firstMs: number; moveMs: number }[] = []
      for (let i = 0; i < rounds; i++) runs.push(await page.draw(name, count))
      const best = {
        firstMs: middle(runs.map((r) => r.firstMs)),
        moveMs: middle(runs.map((r) => r.moveMs)),
      }
      results.set(name, best)
      if (best.firstMs + best.moveMs > patienceMs) tired.add(name)
    }
    const own = results.get('jetway') as { firstMs: number; moveMs: number }
    for (const name of charts.slice(1)) {
      const other = results.get(name)
      if (!other) continue
      measures.push(
        compare(
          `map: first paint of ${count} against ${rivals[name]}`,
          own.firstMs,
          other.firstMs,
          1,
        ),
      )
      measures.push(
        compare(
          `map: repaint of ${count} after a move against ${rivals[name]}`,
          own.moveMs,
          other.moveMs,
          1,
        ),
      )
    }
  }
  return measures
}

async function measurePans(page: Remote, window: BrowserWindow): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const how of ['overview', 'natural'] as const) {
    const p95 = new Map<RivalName, number>()
    // orgchart cannot fit a chart into the window, so it has no overview to pan.
    const panned = how === 'natural' ? allRivals : allRivals.slice(0, 3)
    for (const name of panned) {
      const rounds: number[] = []
      for (let i = 0; i < panRounds; i++) {
        rounds.push(percentile(await panOpened(page, window, name, how), 0.95))
        await page.close()
      }
      p95.set(name, middle(rounds))
    }
    const own = p95.get('jetway') as number
    for (const [name, limit] of [
      ['flow', 0.5],
      ['d3', 1],
      ['orgchart', 1],
    ] as const) {
      if (!p95.has(name)) continue
      const title = `map: frame while panning ${pannedCount} (${how}), p95, against ${rivals[name]}`
      measures.push(compare(title, own, p95.get(name) as number, limit))
    }
  }
  return measures
}

/** Opens a chart and pans it; a busy machine may lose the press, so it is tried again. */
async function panOpened(
  page: Remote,
  window: BrowserWindow,
  name: RivalName,
  how: 'overview' | 'natural',
): Promise<number[]> {
  for (let attempt = 1; ; attempt++) {
    const ground = await page.open(name, pannedCount, how)
    try {
      return await pan(page, window, ground)
    } catch (error) {
      if (attempt === 3) throw new Error(`${rivals[name]} (${how})`, { cause: error })
      await page.close()
    }
  }
}

/** Drags the ground to and fro with real mouse events; gives the times between frames, ms. */
async function pan(
  page: Remote,
  window: BrowserWindow,
  { x, y }: { readonly x: number; readonly y: number },
): Promise<number[]> {
  const { webContents } = window
  const modifiers: Electron.InputEvent['modifiers'] = ['leftbuttondown']
  webContents.sendInputEvent({ type: 'mouseMove', x, y })
  webContents.sendInputEvent({ type: 'mouseDown', x, y, button: 'left', clickCount: 1 })
  const before = await page.readPlace()
  await page.startFrames()
  for (let i = 1; i <= 180; i++) {
    const reach = Math.sin(i / 14) * 260
    webContents.sendInputEvent({
      type: 'mouseMove',
      x: Math.round(x + reach),
      y: y - (i % 20),
      modifiers,
    })
    await new Promise((resolve) => setTimeout(resolve, 12))
    if (i === 22 && (await page.readPlace()) === before) {
      webContents.sendInputEvent({ type: 'mouseUp', x, y, button: 'left', clickCount: 1 })
      throw new Error(`the pan moved nothing: ${before}`)
    }
  }
  const times = await page.stopFrames()
  webContents.sendInputEvent({ type: 'mouseUp', x, y, button: 'left', clickCount: 1 })
  return times
}

/** The page as one classic script beside its styles, loaded from a file. */
async function buildPage(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      cssCodeSplit: false,
      rollupOptions: {
        input: path.resolve('test/bench/map-page/page.ts'),
        output: { format: 'iife', entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  })
  const file = path.join(folder, 'index.html')
  fs.writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="page.css">
    <style>html,body{margin:0;height:100%}#host{position:absolute;inset:0;overflow:hidden}
    .plain{box-sizing:border-box;width:208px;height:64px;padding:8px;border:1px solid #ccd;border-radius:8px;background:#fff;font:13px sans-serif}</style>
    <div id="host"></div><script src="page.js"></script>`,
  )
  return file
}

function compare(name: string, value: number, peer: number, limit: number): Measure {
  return { name, value, unit: 'ms', peer, ratio: value / peer, limit }
}

function middle(values: readonly number[]): number {
  return percentile(values, 0.5)
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
