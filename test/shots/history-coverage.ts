import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'
import { inspectPage } from '../support/inspect-page'
import { callStore } from '../support/page-store'

/** Pictures of coverage, history and export on accounts of the demo: a small one and a large one. */
const folder = path.resolve('shots')
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const
const themes = ['light', 'dark'] as const

for (const language of ['en', 'de', 'pl'] as const)
  test(`coverage, history and export in ${language}`, async () => {
    fs.mkdirSync(folder, { recursive: true })
    const running = await startApp({ language, args: ['--demo'] })
    const { page } = running
    await expect(page.getByTestId('demo-progress')).toHaveCount(0, { timeout: 60_000 })
    await page.getByTestId('recovery-code-kept').click()
    const accounts = await callStore<{ id: string; people: number }[]>(page, 'view.accountList', {})
    const sorted = accounts.toSorted((a, b) => a.people - b.people)
    const small = sorted.find(({ people }) => people >= 10)!.id
    const large = sorted.at(-1)!.id
    const faults: string[] = []
    const take = async (name: string) => faults.push(...(await takeAll(running, name, language)))

    for (const [id, size] of [
      [small, 'small'],
      [large, 'large'],
    ] as const) {
      await goTo(page, `accounts/${id}/coverage`)
      await page.getByTestId('coverage-grid').waitFor()
      await take(`coverage-${size}`)
      await goTo(page, `accounts/${id}/history`)
      await page.locator('[data-testid=history], [data-testid=history-empty]').first().waitFor()
      await take(`history-${size}-first`)
      await callStore(page, 'snapshots.take', { accountId: id, name: 'Q4' })
      await change(page, id)
      await page.getByTestId('history-diff').waitFor()
      await take(`history-${size}`)
      await goTo(page, `accounts/${id}/map`)
      await page.getByTestId('map-canvas').waitFor()
      await page.getByTestId('map-open-export').click()
      await page.getByTestId('map-export').waitFor()
      await take(`export-${size}`)
      await page.locator('input[value=pdf]').check({ force: true })
      await page.getByTestId('map-export-safe').check()
      await take(`export-pdf-${size}`)
      await page.keyboard.press('Escape')
    }
    await goTo(page, `accounts/${small}/coverage`)
    await page.getByTestId('coverage-show-gaps').click()
    await take('coverage-gaps')
    await page.getByTestId('coverage-add').first().click()
    await take('coverage-add')
    expect(running.pageErrors).toEqual([])
    await running.close()
    expect(faults).toEqual([])
  })

/** What a meeting might bring: new people, changed minds, a gate, somebody who left. */
async function change(page: Page, accountId: string): Promise<void> {
  const people = await callStore<{ id: string; status: string }[]>(page, 'person.byAccount', {
    accountId,
  })
  const seats = await callStore<{ id: string; bossId: string | null }[]>(page, 'seat.byAccount', {
    accountId,
  })
  const top = seats.find(({ bossId }) => bossId === null)!.id
  const active = people.filter(({ status }) => status === 'active').map(({ id }) => id)
  for (const [at, stance] of (['opponent', 'champion', 'neutral'] as const).entries())
    await callStore(page, 'opinions.setStance', { personIds: [active[at]], stance })
  for (const name of ['Jan Kowalski', 'محمد الأحمد', 'Anna-Lena Großmann-Hüttenberger'])
    await callStore(page, 'drawing.add', {
      accountId,
      bossId: top,
      name,
      title: 'Leiterin Einkauf',
      department: 'Einkauf',
    })
  await callStore(page, 'gate.set', { accountId, kind: 'cio', fields: { status: 'passed' } })
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#/${place}`)
  await page.waitForTimeout(500)
}

async function takeAll(running: RunningApp, name: string, language: string): Promise<string[]> {
  const { app, page } = running
  const faults: string[] = []
  for (const [width, height] of sizes)
    for (const theme of themes) {
      await page.evaluate((wanted) => window.shell.setPreferences({ theme: wanted }), theme)
      await app.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size),
        [width, height] as [number, number],
      )
      await page.waitForTimeout(350)
      const file = `${name}-${language}-${theme}-${width}.png`
      await page.screenshot({ path: path.join(folder, file) })
      for (const { kind, what } of await inspectPage(page)) faults.push(`${file}: ${kind} ${what}`)
    }
  return faults
}
