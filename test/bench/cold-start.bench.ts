import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Measure } from '../../build/bench.mjs'
import { launchInfo } from '../../build/launch-info.mjs'
import { createKeyring, openByWords } from '../../db/node/keyring'
import { percentile } from './figures'
import { makeLargeStore } from './large-store'

const rounds = 7
const limitMs = 60_000
const passphrase = 'correct horse battery staple'

type Launch = Awaited<ReturnType<typeof launchInfo>>

/**
 * From the start of the process to a picture of the first full paint: the built app with 10,000
 * accounts and 100,000 people against an Electron that shows an empty window, in turns.
 */
export async function run(): Promise<Measure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-bench-'))
  const launch = await launchInfo()
  const dataDir = path.join(folder, 'data')
  const keyring = path.join(dataDir, 'keyring.json')
  await makeData(dataDir, keyring)
  const empty = makeEmptyApp(path.join(folder, 'empty'))
  const built = copyApp(launch.args[0]!, path.join(folder, 'app'))
  const env = { JETWAY_DATA_DIR: dataDir, JETWAY_PASSPHRASE: passphrase }
  const appTimes: number[] = []
  const emptyTimes: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const emptyMs = await timeStart(launch, [empty, ...launch.args.slice(1)], {}, folder)
    const appMs = await timeStart(launch, [built, ...launch.args.slice(1)], env, folder)
    if (round === 0) continue // reads the programs from the disk
    emptyTimes.push(emptyMs)
    appTimes.push(appMs)
  }
  const unlockMs = timeUnlock(keyring)
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const value = percentile(appTimes, 0.5)
  const peer = percentile(emptyTimes, 0.5)
  return [
    {
      name: 'cold start with 100,000 people',
      value,
      unit: 'ms',
      peer,
      ratio: value / peer,
      limit: 1.5,
      note: `median of ${rounds}; peer: empty Electron window; ${unlockMs.toFixed(0)} ms of it derive the key from the passphrase, which a keychain spares`,
    },
  ]
}

async function makeData(dataDir: string, keyring: string): Promise<void> {
  fs.mkdirSync(dataDir, { recursive: true })
  const { keyHex } = createKeyring(keyring, { keychain: null, passphrase })
  const store = await makeLargeStore(path.join(dataDir, 'main'), keyHex)
  await store.services.backUp('benchmark')
  store.close()
}

async function timeStart(
  launch: Launch,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  folder: string,
): Promise<number> {
  const picture = path.join(folder, 'picture.png')
  fs.rmSync(picture, { force: true })
  const profile = fs.mkdtempSync(path.join(folder, 'profile-'))
  const startMs = performance.now()
  const child = spawn(
    launch.executable,
    [...args, `--screenshot=${picture}`, `--user-data-dir=${profile}`],
    { env: { ...process.env, ...launch.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let told = ''
  child.stderr.on('data', (data) => (told += data))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (!fs.existsSync(picture)) {
    if (performance.now() - startMs > limitMs) {
      child.kill('SIGKILL')
      throw new Error(`${args[0]} gave no picture within ${limitMs} ms: ${told}`)
    }
    await wait(2)
  }
  const tookMs = performance.now() - startMs
  await ended
  return tookMs
}

/** A copy of the built app, so that a build in the meantime does not take it away. */
function copyApp(project: string, folder: string): string {
  fs.mkdirSync(folder)
  fs.cpSync(path.join(project, 'out'), path.join(folder, 'out'), { recursive: true })
  fs.copyFileSync(path.join(project, 'package.json'), path.join(folder, 'package.json'))
  fs.symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  return folder
}

/** An app that shows an empty window, takes its picture after the first paint and leaves. */
function makeEmptyApp(folder: string): string {
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "name": "empty", "main": "main.cjs" }')
  fs.writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
    const fs = require('node:fs')
    const file = process.argv.find((each) => each.startsWith('--screenshot=')).slice(13)
    app.whenReady().then(async () => {
      const window = new BrowserWindow({ width: 1280, height: 800 })
      await window.loadURL('data:text/html,<title>empty</title>')
      await window.webContents.executeJavaScript(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      const picture = await window.webContents.capturePage()
      fs.writeFileSync(file, picture.toPNG())
      app.exit(0)
    })`,
  )
  return folder
}

function timeUnlock(keyring: string): number {
  const startMs = performance.now()
  openByWords(keyring, passphrase)
  return performance.now() - startMs
}
