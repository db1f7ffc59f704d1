// What Jetway needs from the operating system: the shared libraries of Electron, a display for
// machines without one, and a compiler where the SQLite driver must be built.
import fs from 'node:fs'
import { canStartDisplay, hasDisplay } from './display.mjs'
import { findProgram, PlainError, readOutput, run } from './processes.mjs'

/**
 * Names of the Debian packages of Electron's libraries. Debian 13 and Ubuntu 24.04 renamed some
 * (t64), so each entry lists the names under which one library can come.
 */
const libraryPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libnss3'],
  ['libgbm1'],
  ['libdrm2'],
  ['libnotify4'],
  ['libsecret-1-0'],
  ['libxss1'],
  ['libxtst6'],
  ['fonts-dejavu-core'],
]

/**
 * Makes sure that everything in `needs` is on the machine. Installs it as root on Debian and its
 * relatives; otherwise throws a sentence with the one command to run.
 * @param {{ executable?: string, programs?: Record<string, string>, display?: boolean }} needs
 *   executable: an Electron whose shared libraries must be there; programs: program -> package;
 *   display: true when windows must be shown
 * @param {(sentence: string) => void} say
 */
export async function prepareSystemPackages(needs, say) {
  if (process.platform !== 'linux') return
  const missing = findMissing(needs)
  if (missing.names.length === 0) return
  if (!findProgram('apt-get')) {
    throw new PlainError(
      `Missing on this machine: ${missing.names.join(', ')}. Install what is missing with your ` +
        "system's package manager, then run the command again.",
    )
  }
  if (process.getuid?.() !== 0) {
    throw new PlainError(
      `Missing on this machine: ${missing.names.join(', ')}. Run this one command, then again:\n` +
        `  sudo sh -c 'apt-get update && apt-get install -y ${choosePackages(missing).join(' ')}'`,
    )
  }
  await install(missing, say)
  const still = findMissing(needs).names
  if (still.length > 0) throw new PlainError(`Still missing after apt-get: ${still.join(', ')}.`)
}

/** Shared libraries that the dynamic linker does not find for a program. */
export function findMissingLibraries(executable) {
  const lines = readOutput('ldd', [executable]).split('\n')
  return lines.filter((line) => line.includes('not found')).map((line) => line.trim().split(' ')[0])
}

function findMissing(needs) {
  const libraries = needs.executable ? findMissingLibraries(needs.executable) : []
  const programs = Object.entries(needs.programs ?? {}).filter(([name]) => !findProgram(name))
  const display = needs.display && !hasDisplay() && !canStartDisplay()
  return {
    names: [...libraries, ...programs.map(([name]) => name), ...(display ? ['Xvfb'] : [])],
    hasMissingLibraries: libraries.length > 0,
    packages: [...programs.map(([, name]) => name), ...(display ? ['xvfb'] : [])],
  }
}

async function install(missing, say) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  /** @type {Parameters<typeof run>[2]} */
  const quiet = { env, output: 'collect' }
  say(`Installing what is missing on this machine: ${missing.names.join(', ')}.`)
  const update = await run('apt-get', ['update'], quiet)
  const packages = choosePackages(missing)
  const args = ['install', '-y', '--no-install-recommends', ...packages]
  const installed = await run('apt-get', args, quiet)
  if (installed.code === 0) return
  throw new PlainError(
    `apt-get could not install ${packages.join(' ')}:\n` +
      lastLines(installed.output) +
      (update.code === 0 ? '' : `\nand "apt-get update" had failed:\n${lastLines(update.output)}`),
  )
}

function choosePackages(missing) {
  if (!missing.hasMissingLibraries) return missing.packages
  const libraries = libraryPackages.map((names) => names.find(isOffered) ?? names.at(-1))
  return [...missing.packages, ...libraries]
}

function isOffered(name) {
  try {
    return /Candidate: (?!\(none\))/.test(readOutput('apt-cache', ['policy', name]))
  } catch {
    return false
  }
}

function lastLines(text) {
  return text.trim().split('\n').slice(-6).join('\n')
}

/**
 * Debian's packages that some tests compare us with: an independent calendar parser, a mail server
 * of another make, PDF text, a real PostgreSQL. Tests say plainly when one is missing.
 * File that shows it is there -> package.
 */
const testPackages = {
  '/usr/lib/python3/dist-packages/icalendar': 'python3-icalendar',
  '/usr/lib/python3/dist-packages/gi': 'python3-gi',
  '/usr/share/gir-1.0/ICal-3.0.gir|/usr/lib/x86_64-linux-gnu/girepository-1.0/ICal-3.0.typelib':
    'gir1.2-ical-3.0',
  '/usr/lib/python3/dist-packages/aiosmtpd': 'python3-aiosmtpd',
  '/usr/bin/pdftotext': 'poppler-utils',
  '/usr/lib/postgresql': 'postgresql',
}

/** Installs them as root on Debian; elsewhere, and where it fails, the tests do without. */
export async function installTestPackages(say) {
  const isRootOnDebian = process.getuid?.() === 0 && findProgram('apt-get')
  const missing = Object.entries(testPackages)
    .filter(([places]) => !places.split('|').some((place) => fs.existsSync(place)))
    .map(([, name]) => name)
  if (!isRootOnDebian || missing.length === 0) return
  say(`Installing what some tests compare with: ${missing.join(', ')}.`)
  const quiet = {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    output: /** @type {const} */ ('collect'),
  }
  await run('apt-get', ['update'], quiet)
  const result = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...missing],
    quiet,
  )
  if (result.code !== 0) say(`They could not be installed; those comparisons will not run.`)
}
