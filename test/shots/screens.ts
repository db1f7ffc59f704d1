import { expect, test } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'
import { inspectPage } from '../support/inspect-page'

/** Pictures of every screen: both sizes, light and dark, English and German, little and much content. */
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const
const themes = ['light', 'dark'] as const
const languages = ['en', 'de'] as const
const folder = path.resolve('shots')

interface Stop {
  readonly name: string
  reach(running: RunningApp): Promise<void>
}

/** Takes every variant of the screen that is open, and collects what a person would stumble over. */
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
      await settle(page)
      const file = `${name}-${language}-${theme}-${width}.png`
      await page.screenshot({ path: path.join(folder, file) })
      for (const { kind, what } of await inspectPage(page)) faults.push(`${file}: ${kind} ${what}`)
    }
  return faults
}

/** Waits until nothing is loading any more. */
async function settle(page: RunningApp['page']): Promise<void> {
  await expect(page.locator('.skeleton')).toHaveCount(0, { timeout: 15_000 })
}

async function visit(running: RunningApp, stops: readonly Stop[], language: string) {
  fs.mkdirSync(folder, { recursive: true })
  const faults: string[] = []
  for (const { name, reach } of stops) {
    await reach(running)
    await settle(running.page)
    faults.push(...(await takeAll(running, name, language)))
  }
  return faults
}

const goTo = (place: string) => async (running: RunningApp) => {
  await running.page.evaluate((hash) => {
    window.location.hash = hash
  }, `#/${place}`)
  await running.page.waitForTimeout(300)
}

const emptyStops: readonly Stop[] = [
  { name: 'today-empty', reach: goTo('today') },
  { name: 'accounts-empty', reach: goTo('accounts') },
  { name: 'visits-empty', reach: goTo('visits') },
  { name: 'meetings-empty', reach: goTo('meetings') },
  { name: 'import-start', reach: goTo('importing') },
]

for (const language of languages) {
  test(`empty workspace in ${language}`, async () => {
    const running = await startApp({ language })
    const code = await takeAll(running, 'recovery-code', language)
    await running.page.getByTestId('recovery-code-kept').click()
    const faults = await visit(running, emptyStops, language)
    await running.close()
    expect([...code, ...faults]).toEqual([])
  })

  test(`demo workspace in ${language}`, async () => {
    const running = await startApp({ language, args: ['--demo'] })
    const { page } = running
    await page.getByTestId('recovery-code-kept').click()
    await expect(page.getByTestId('demo-progress')).toHaveCount(0, { timeout: 60_000 })
    await goTo('accounts')(running)
    await page.getByTestId('account-row').first().waitFor()
    const stops = await demoStops(running)
    const faults = await visit(running, stops, language)
    await running.close()
    expect(faults).toEqual([])
  })
}

/** An account of the demo by a part of its name. */
async function openAccount({ page }: RunningApp, name: string): Promise<string> {
  await page.evaluate(() => {
    window.location.hash = '#/accounts'
  })
  await page.getByTestId('account-row').filter({ hasText: name }).click()
  await page.keyboard.press('Enter')
  await page.getByTestId('tab-map').waitFor()
  return /accounts\/([0-9a-f-]{36})/.exec(page.url())![1]!
}

/** The screens of the demo: a small account with every tab, two large maps, the other places. */
async function demoStops(running: RunningApp): Promise<Stop[]> {
  const { page } = running
  const large = await openAccount(running, 'Brightwater')
  const middle = await openAccount(running, 'Nordhafen Logistik')
  const account = await openAccount(running, 'Copperfield')
  const tabs = await page
    .getByRole('tab')
    .evaluateAll((elements) =>
      elements.map((element) => (element.getAttribute('data-testid') ?? '').replace(/^tab-/, '')),
    )
  return [
    { name: 'today', reach: goTo('today') },
    { name: 'accounts', reach: goTo('accounts') },
    ...tabs
      .filter((tab) => tab !== '')
      .map((tab) => ({ name: `account-${tab}`, reach: goTo(`accounts/${account}/${tab}`) })),
    { name: 'map-large', reach: goTo(`accounts/${large}/map`) },
    { name: 'map-middle', reach: goTo(`accounts/${middle}/map`) },
    { name: 'people-large', reach: goTo(`accounts/${large}/people`) },
    { name: 'visits', reach: goTo('visits') },
    { name: 'meetings', reach: goTo('meetings') },
    { name: 'review', reach: goTo('review') },
    { name: 'team', reach: goTo('team') },
    { name: 'team-figures', reach: goTo('team/figures') },
    { name: 'settings', reach: goTo('settings') },
    {
      name: 'palette',
      reach: async ({ page: current }) => {
        await current.keyboard.press('Control+k')
        await current.getByTestId('palette-input').fill('an')
        await current.waitForTimeout(300)
      },
    },
  ]
}
