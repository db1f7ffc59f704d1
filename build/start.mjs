// `npm start`: builds when the sources have changed, then runs the app.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { electronViteCommand } from './app-bundle.mjs'
import { hasDisplay, startDisplay } from './display.mjs'
import { launchInfo } from './launch-info.mjs'
import { prepare } from './prepare.mjs'
import { endProcessGroup, isMainModule, PlainError, run, runScript } from './processes.mjs'
import { readStartOptions } from './start-options.mjs'

const screenshotLimitMs = 60_000
/** The large demo is made up before it is shown: 100,000 people. */
const largeDemoLimitMs = 300_000

async function start(options) {
  const say = (sentence) => console.error(sentence)
  if (!options.screenshot && !hasDisplay()) {
    throw new PlainError(
      'This machine has no display, so there is nowhere to show a window. For a picture of the ' +
        'app run: npm start -- --screenshot FILE',
    )
  }
  await prepare(say)
  if (options.dev) return runWithReload(options)
  const { executable, args, env } = await launchInfo({ say })
  const appArgs = [...args, ...optionsForApp(options)]
  if (options.screenshot) {
    const limitMs = options.demoSize ? largeDemoLimitMs : screenshotLimitMs
    return takeScreenshot(executable, appArgs, env, { file: options.screenshot, limitMs })
  }
  const { code } = await run(executable, appArgs, { env: { ...env, ...unwanted } })
  return code
}

/** Set by some editors' terminals: it would turn Electron into a plain Node. */
const unwanted = { ELECTRON_RUN_AS_NODE: undefined }

function optionsForApp({ demo, demoSize, screenshot }) {
  return [
    ...(demo ? ['--demo'] : []),
    ...(demoSize ? [`--demo-size=${demoSize}`] : []),
    ...(screenshot ? [`--screenshot=${screenshot}`] : []),
  ]
}

async function runWithReload(options) {
  const { command, args, env } = electronViteCommand('dev')
  const noSandbox = process.getuid?.() === 0 ? { NO_SANDBOX: '1' } : {}
  const { code } = await run(command, [...args, '--', ...optionsForApp(options)], {
    env: { ...env, ...noSandbox, ...unwanted },
  })
  return code
}

/** The app itself waits for its first full paint, writes the picture and leaves. */
async function takeScreenshot(executable, args, env, { file, limitMs }) {
  const display = hasDisplay() ? { env: {}, stop: () => {} } : await startDisplay()
  const place = dataFolderForScreenshot()
  fs.rmSync(file, { force: true })
  try {
    const environment = { ...env, ...display.env, ...place.env, ...unwanted }
    const result = await runAtMost(limitMs, executable, args, environment)
    checkScreenshot(file, { ...result, limitMs })
    console.log(`Picture written to ${file}.`)
    return 0
  } finally {
    display.stop()
    place.remove()
  }
}

/**
 * Without a keychain the app would stop and ask for a passphrase. Where the user chose no data
 * folder, the picture is then taken of a fresh one that is thrown away.
 */
function dataFolderForScreenshot() {
  if (process.env.JETWAY_DATA_DIR || hasKeychain()) return { env: {}, remove: () => {} }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-screenshot-'))
  const passphrase = process.env.JETWAY_PASSPHRASE || randomBytes(24).toString('base64url')
  return {
    env: { JETWAY_DATA_DIR: folder, JETWAY_PASSPHRASE: passphrase },
    remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** On Linux the keychain is a service of the desktop session. */
function hasKeychain() {
  if (process.platform !== 'linux') return true
  return hasDisplay() && Boolean(process.env.DBUS_SESSION_BUS_ADDRESS)
}

function runAtMost(limitMs, executable, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    const chunks = []
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      endProcessGroup(child, 'SIGKILL')
    }, limitMs)
    const stopWithUs = () => endProcessGroup(child, 'SIGKILL')
    process.once('exit', stopWithUs)
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('exit', stopWithUs)
      resolve({ code, timedOut, output: Buffer.concat(chunks).toString() })
    })
  })
}

function checkScreenshot(file, { code, timedOut, output, limitMs }) {
  const tail = lastWords(output)
  if (timedOut) {
    throw new PlainError(
      `The app did not finish its first paint within ${limitMs / 1000} seconds and was ` +
        `stopped; no picture was written. Its last words:\n${tail}`,
    )
  }
  if (code !== 0) {
    throw new PlainError(`The app left with status ${code}; no picture. Its last words:\n${tail}`)
  }
  if (!fs.existsSync(file) || fs.statSync(file).size === 0) {
    throw new PlainError(`The app left without writing ${file}. Its last words:\n${tail}`)
  }
}

/** Without Chromium's complaints about services that a machine without a desktop lacks. */
function lastWords(output) {
  const isNoise = (line) => /:ERROR:(bus|object_proxy|viz_main_impl|gpu_\w+)\.cc/.test(line)
  const lines = output.trim().split('\n')
  return lines
    .filter((line) => !isNoise(line))
    .slice(-15)
    .join('\n')
}

if (isMainModule(import.meta.url)) {
  await runScript(() => start(readStartOptions(process.argv.slice(2))))
}
