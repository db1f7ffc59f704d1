import { expect, test } from '@playwright/test'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'
import { openNewTimeline, writeNote } from '../support/note-typing'
import { readSavedNotes } from '../support/saved-notes'

/** The process that owns the store file, as Electron counts it. */
function storeProcessId({ app }: RunningApp): Promise<number | undefined> {
  return app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find((process) => process.name === 'Jetway store')?.pid,
  )
}

test('the store process may die: the page goes on with a new one and nothing saved is lost', async () => {
  const running = await startApp()
  const { page, dataDir } = running
  await openNewTimeline(page, 'Nordhafen Logistik')
  const texts: string[] = []
  const pids = new Set<number>()
  for (let round = 0; round < 4; round += 1) {
    for (const part of ['first', 'second']) {
      texts.push(`${part} note of round ${round}`)
      await writeNote(page, texts.at(-1)!)
    }
    const pid = (await storeProcessId(running))!
    pids.add(pid)
    process.kill(pid, 'SIGKILL')
    await expect
      .poll(async () => (await storeProcessId(running)) ?? pid, { timeout: 20_000 })
      .not.toBe(pid)
  }
  texts.push('after the last death')
  await writeNote(page, texts.at(-1)!)
  expect(pids.size).toBe(4)
  expect(readSavedNotes(dataDir).sort()).toEqual(texts.sort())
  await running.close()
})
