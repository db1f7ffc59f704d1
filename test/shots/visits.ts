import { expect, test } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'
import { inspectPage } from '../support/inspect-page'
import { callStore } from '../support/page-store'
import { makeAccountWithCast, writeAnswers } from '../support/visit-cast'

/** Pictures of a visit from its making to its log, on a map of twelve people typed by this script. */
const folder = path.resolve('shots')
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const
const themes = ['light', 'dark'] as const

for (const language of ['en', 'pl'] as const) {
  test(`a visit in ${language}`, async () => {
    fs.mkdirSync(folder, { recursive: true })
    const running = await startApp({ language })
    const { page } = running
    await page.getByTestId('recovery-code-kept').click()
    const accountId = await makeAccountWithCast(page)
    const faults: string[] = []
    const take = async (name: string) => faults.push(...(await takeAll(running, name, language)))

    await goTo(running, `visits/new/${accountId}`)
    await page.getByTestId('visit-type').selectOption('qbr')
    await page.getByTestId('visit-date').fill('2026-12-12')
    await page.getByTestId('invite-Finn Larsen').uncheck()
    await page.getByTestId('reason-Finn Larsen').fill('Parental leave until January')
    await take('visit-make')
    await page.getByTestId('invite-everyone').click()
    await page.getByTestId('visit-screen').waitFor()
    await take('visit-new')

    await page.locator('[data-agenda-id]').nth(2).click()
    await take('visit-item')
    await page.keyboard.press('Escape')
    await page.getByTestId('ask-champion').click()
    await take('visit-champion')
    await page.keyboard.press('Escape')

    await page.getByTestId('own-name').fill('Eva Vendor')
    await page.getByTestId('own-name').press('Enter')
    await page.getByTestId('own-address').fill('eva@vendor.example')
    await page.getByTestId('own-address').press('Enter')
    for (const [name, address] of [
      ['Hans-Jürgen Großmann-Schmitt', 'hans@acme.example'],
      ['محمد الأحمد', 'mo@acme.example'],
    ] as const) {
      const field = page.getByTestId('missing-addresses').getByLabel(name)
      await field.fill(address)
      await field.press('Enter')
      await field.waitFor({ state: 'detached' })
    }
    await page.getByTestId('missing-addresses').waitFor({ state: 'detached' })
    await page.getByTestId('queue-invitations').click()
    await page.getByTestId('outbox').waitFor()
    await take('visit-outbox')
    await page.getByTestId('mark-sent').click()
    await openAnswers(running)
    await take('visit-answers')
    await page.getByTestId('add-zoe@acme.example').click()
    await page.getByTestId('answers-close').click()
    await take('visit-answered')

    await page.getByTestId('present-agenda').click()
    await page.locator('.present li').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await take('visit-present')
    await page.keyboard.press('Escape')

    await page.getByTestId('open-brief').click()
    await page.getByTestId('brief-internal').first().waitFor()
    await take('visit-brief')
    await page.getByTestId('brief-for-customer').click()
    await take('visit-brief-customer')
    await page.getByTestId('brief-back').click()

    await page.getByTestId('start-meeting').click()
    await page.getByTestId('meeting-notes').waitFor()
    const lines = [
      'Anna opened with the outage of last week; the whole floor was down for an hour.',
      'decision: pilot runs until June @Anna #pricing',
      'todo me 12 Dec send the offer for the second site',
      'todo @Nowak collect the security questions',
      'competitor Northwind: showed a demo to finance',
      'upsell: 500 more seats in Łódź',
      '+ Maria Nowak, CFO',
    ]
    await page.getByTestId('meeting-notes').focus()
    for (const line of lines) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
    await page.getByTestId('present-Anna Berg').click()
    await page.getByTestId('present-Anna Berg').press('5')
    await page.getByTestId('present-Bert de Vries').click()
    await page.getByTestId('present-Bert de Vries').click()
    await expect(page.getByTestId('strip-action')).toHaveCount(3)
    await take('meeting-log')
    await page.getByTestId('follow-up').click()
    await take('meeting-follow-up')
    await page.keyboard.press('Escape')
    await page.getByTestId('end-meeting').click()
    await page.getByTestId('map-diff').waitFor()
    await page.locator('.toast').last().waitFor()
    await take('meeting-ended')
    await goTo(running, 'meetings')
    await take('meetings')
    await goTo(running, 'visits')
    await take('visits')
    await goTo(running, `meetings/contact/${accountId}`)
    await take('contact')
    expect(running.pageErrors).toEqual([])
    await running.close()
    expect(faults).toEqual([])
  })
}

/** Answers in the wrong order, one handed on, one from a stranger, one damaged. */
async function openAnswers({ page }: RunningApp): Promise<void> {
  const id = /visits\/([^/?]+)/.exec(page.url())![1]
  const { uid } = await callStore<{ uid: string }>(page, 'visit.byId', { id })
  const files = writeAnswers(uid).map(({ name, text }) => {
    const buffer = Buffer.from(text)
    return { name, mimeType: 'text/calendar', buffer }
  })
  await page.getByTestId('answers-file').setInputFiles(files)
  await page.getByTestId('answers-dialog').waitFor()
}

async function goTo({ page }: RunningApp, place: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#/${place}`)
  await page.waitForTimeout(400)
}

async function takeAll(running: RunningApp, name: string, language: string): Promise<string[]> {
  const { app, page } = running
  const faults: string[] = []
  // What was just said covers the foot of the screen for a moment; the picture is of the screen.
  const dismiss = page.locator('.toast .icon-only')
  while ((await page.locator('dialog[open]').count()) === 0 && (await dismiss.count()) > 0) {
    await dismiss.first().click()
  }
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
