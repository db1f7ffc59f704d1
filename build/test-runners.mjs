// Starts vitest and Playwright and gives their counts.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { displayForTests } from './display.mjs'
import { inProject } from './paths.mjs'
import { run } from './processes.mjs'
import { countPlaywright, countVitest, judgeSuite } from './test-results.mjs'

/**
 * Runs vitest once.
 * @param {{ args?: readonly string[], timeoutMs?: number }} [options] args: file filters and
 *   options of vitest
 */
export async function runVitest({ args = [], timeoutMs } = {}) {
  return withReport(async (reportFile) => {
    const cli = inProject('node_modules', 'vitest', 'vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
    const { code } = await run(process.execPath, [cli, 'run', ...reporters, ...args], {
      env: colourless(),
      timeoutMs,
    })
    return judgeSuite(readReport(reportFile, countVitest), code)
  })
}

/**
 * Runs one Playwright project on a display for tests.
 * @param {{ project: string, args?: readonly string[], env?: Record<string, string | undefined>,
 *   timeoutMs?: number }} options
 */
export async function runPlaywright({ project, args = [], env = {}, timeoutMs }) {
  const display = await displayForTests()
  try {
    return await withReport(async (reportFile) => {
      const cli = inProject('node_modules', '@playwright', 'test', 'cli.js')
      const options = ['test', `--project=${project}`, '--reporter=list,json']
      const { code } = await run(process.execPath, [cli, ...options, ...args], {
        env: { ...display.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
        timeoutMs,
      })
      return judgeSuite(readReport(reportFile, countPlaywright), code)
    })
  } finally {
    display.stop()
  }
}

/** Vitest and oxlint colour a CI's log too, where colours are only noise. */
export function colourless() {
  return process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }
}

async function withReport(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-report-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file, count) {
  if (!fs.existsSync(file)) return undefined
  return count(JSON.parse(fs.readFileSync(file, 'utf8')))
}
