import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareElectronRuntime } from '../../../build/electron-runtime.mjs'
import { run } from '../../../build/processes.mjs'

const rounds = 60

test('the SQLite driver outlives constant garbage collection in a utility process of Electron', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jetway-gc-'))
  try {
    const runtime = await prepareElectronRuntime(() => {})
    const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const main = join(import.meta.dirname, 'stress-main.mjs')
    const profile = `--user-data-dir=${join(folder, 'profile')}`
    const args = [main, ...noSandbox, profile, '--disable-gpu', folder, String(rounds)]
    const { code, output } = await run(runtime.executable, args, { output: 'collect' })
    expect(output).toContain(`{"rounds":${rounds},"electron":"${runtime.version}"`)
    expect(code).toBe(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
