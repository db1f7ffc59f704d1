import { spawn } from 'node:child_process'
import { endProcessGroup, findProgram, PlainError } from './processes.mjs'

/** True when windows can be shown: a Mac, Windows, or a Linux session with X11 or Wayland. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** True when a display of our own can be started. */
export function canStartDisplay() {
  return process.platform === 'linux' && findProgram('Xvfb') !== undefined
}

/**
 * Starts an X server without a screen. It picks a free display number by itself.
 * @returns {Promise<{ env: Record<string, string | undefined>, stop: () => void }>} stop() is also called when
 *   our process ends.
 * @throws {PlainError} when Xvfb is missing or does not start within 10 s
 */
export async function startDisplay() {
  if (!canStartDisplay()) {
    throw new PlainError('Xvfb is missing; "node build/prepare.mjs" says how to install it.')
  }
  const options = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1920x1200x24',
    '-nolisten',
    'tcp',
    '-noreset',
  ]
  const server = spawn('Xvfb', options, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const stop = () => endProcessGroup(server)
  process.once('exit', stop)
  const number = await readDisplayNumber(server)
  server.unref()
  server.stdio[3]?.destroy()
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined }, stop }
}

/**
 * A display for tests: one of our own where Xvfb is there, so that no window disturbs the person
 * at the machine, else the one they use.
 */
export async function displayForTests() {
  if (canStartDisplay()) return startDisplay()
  if (hasDisplay()) return { env: {}, stop: () => {} }
  throw new PlainError('There is no display and no Xvfb; "node build/prepare.mjs" says more.')
}

function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = ''
    const fail = () => {
      clearTimeout(timer)
      endProcessGroup(server)
      reject(new PlainError('Xvfb did not start within 10 seconds.'))
    }
    const timer = setTimeout(fail, 10_000)
    server.on('error', fail)
    server.on('exit', fail)
    server.stdio[3].on('data', (chunk) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(timer)
      server.off('exit', fail)
      resolve(Number(text.trim()))
    })
  })
}
