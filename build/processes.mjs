import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from './paths.mjs'

/**
 * A failure that was foreseen: its message is a sentence for the person at the terminal, so it is
 * printed without a stack.
 */
export class PlainError extends Error {}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number,
 *   output?: 'show' | 'collect' }} [options] `show` (default) lets the program write to our
 *   terminal, `collect` keeps its output for the result
 * @returns {Promise<{ code: number, signal: string | null, output: string, timedOut: boolean }>}
 *   `output` holds standard output and standard error as they came; code is 1 after a signal.
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...options.env },
    stdio: options.output === 'collect' ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: needsShell(command),
  })
  const chunks = []
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))
  return settle(child, chunks, options.timeoutMs)
}

/** Runs a program to its end and gives its standard output; throws when it fails. */
export function readOutput(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: needsShell(command),
  })
  if (result.error) throw result.error
  if (result.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed:\n${result.stderr || result.stdout}`)
  }
  return result.stdout
}

/** The full path of a program on PATH, or undefined. */
export function findProgram(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const ending of endings) {
      const file = path.join(folder, name + ending)
      if (folder && isExecutable(file)) return file
    }
  }
  return undefined
}

/** Command and first arguments that run npm, whether or not we were started by npm. */
export function npmCommand() {
  const cli = process.env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli) && fs.existsSync(cli)) return [process.execPath, cli]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** Ends a process that we started, and everything it started, when it leads a process group. */
export function endProcessGroup(child, signal = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/**
 * Runs `main` of a command-line script; a PlainError ends it with its sentence and status 1. A
 * signal ends it in order, so that what it started (displays, apps) is stopped too.
 */
export async function runScript(main) {
  for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
    process.once(signal, () => process.exit(128 + number))
  }
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error)
    process.exitCode = 1
  }
}

/** True when the module with this `import.meta.url` was started from the command line. */
export function isMainModule(metaUrl) {
  if (!process.argv[1]) return false
  return fs.realpathSync(process.argv[1]) === fs.realpathSync(new URL(metaUrl))
}

function settle(child, chunks, timeoutMs) {
  return new Promise((resolve, reject) => {
    let timedOut = false
    const stopWithUs = () => child.kill()
    process.once('exit', stopWithUs)
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            child.kill('SIGKILL')
          }, timeoutMs)
    child.on('error', (error) => {
      clearTimeout(timer)
      process.off('exit', stopWithUs)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      process.off('exit', stopWithUs)
      resolve({ code: code ?? 1, signal, output: Buffer.concat(chunks).toString(), timedOut })
    })
  })
}

function needsShell(command) {
  return process.platform === 'win32' && /\.(cmd|bat)$/i.test(command)
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
