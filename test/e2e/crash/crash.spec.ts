import { expect, test } from '@playwright/test'
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createRandom } from '../../../db/demo/random'
import { startApp } from '../../support/app'
import { makeTestFolder } from '../../support/folder'
import { openNewTimeline, openTimeline, writeNote } from '../../support/note-typing'
import { readSavedNotes } from '../../support/saved-notes'

const rounds = Number(process.env.JETWAY_CRASH_ROUNDS ?? 5)
const seed = Number(process.env.JETWAY_CRASH_SEED ?? Date.now() % 1_000_000)

test(`every acknowledged note outlives ${rounds} kills at random moments`, async () => {
  const random = createRandom(seed)
  const dataDir = makeTestFolder()
  const acknowledged: string[] = []
  const begun: string[] = []
  let address = ''
  for (let round = 0; round < rounds; round += 1) {
    const running = await startApp({ dataDir })
    if (round === 0) address = await openNewTimeline(running.page, 'Nordhafen Logistik')
    else await openTimeline(running.page, address)
    expectAllThere()

    let isKilled = false
    const killed = wait(random.whole(0, 900)).then(() => {
      isKilled = true
      return running.kill()
    })
    try {
      while (!isKilled) {
        const text = `round ${round} note ${begun.length}`
        begun.push(text)
        await writeNote(running.page, text)
        acknowledged.push(text)
      }
    } catch (error) {
      if (!isKilled) throw error
    }
    await killed
  }
  const last = await startApp({ dataDir })
  await openTimeline(last.page, address)
  expectAllThere()
  expect(last.pageErrors).toEqual([])
  await last.close()
  console.log(
    `seed ${seed}: ${rounds} kills, ${acknowledged.length} of ${begun.length} notes were acknowledged`,
  )
  fs.rmSync(dataDir, { recursive: true, force: true })

  /** Every acknowledged note once; of the others, each at most once; nothing else. */
  function expectAllThere(): void {
    const saved = readSavedNotes(dataDir)
    expect(saved.length).toBe(new Set(saved).size)
    expect(acknowledged.filter((text) => !saved.includes(text))).toEqual([])
    expect(saved.filter((text) => !begun.includes(text))).toEqual([])
  }
})
