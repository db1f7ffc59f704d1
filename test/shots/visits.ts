import { expect, test } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'
import { inspectPage } from '../support/inspect-page'

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
    const accountId = await makeTwelve(running)
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

/** An account with a site and twelve people: two left, one opted out. */
async function makeTwelve({ page }: RunningApp): Promise<string> {
  return page.evaluate(makeAccount)
}

/** Runs in the page: uses the store's own port as the page does. */
async function makeAccount(): Promise<string> {
  const nonce = crypto.randomUUID()
  const port = await new Promise<MessagePort>((resolve) => {
    window.addEventListener('message', (event) => {
      if (event.data?.storePort === nonce) resolve(event.ports[0]!)
    })
    window.shell.connectStore(nonce)
  })
  let lastId = 0
  const call = (operation: string, args: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++lastId
      const listen = ({ data }: MessageEvent) => {
        if (data.id !== id) return
        port.removeEventListener('message', listen)
        if ('error' in data) reject(new Error(data.error.code))
        else resolve(data.value)
      }
      port.addEventListener('message', listen)
      port.start()
      port.postMessage({ id, operation, args })
    })
  const accountId = (await call('account.create', { name: 'Acme Żółć & Söhne' })) as string
  await call('site.create', {
    accountId,
    name: 'Headquarters',
    street: 'ul. Prosta 1',
    postalCode: '00-838',
    city: 'Warszawa',
    country: 'Polska',
    timeZone: 'Europe/Warsaw',
    isHeadquarters: 1,
  })
  const people = [
    ['Bert de Vries', 'CIO', 'executive', 'IT', ''],
    ['Cleo Papadopoulou', 'CFO', 'executive', 'Finance', ''],
    ['Hans-Jürgen Großmann-Schmitt', 'VP Operations', 'vice_president', 'Operations', ''],
    ['Anna Berg', 'Director of infrastructure services', 'director', 'IT', 'champion'],
    ['Dirk Brandt', 'Team lead', 'manager', 'IT', 'supporter'],
    ['Ewa Wiśniewska', 'Controlling', 'manager', 'Finance', 'non_supporter'],
    ['Finn Larsen', 'Engineer', 'staff', 'IT', 'neutral'],
    ['محمد الأحمد', 'Counsel', 'staff', 'Legal', 'opponent'],
    ['Ida Kok', 'Planner', 'staff', 'Operations', ''],
    ['Jan Kowalski', 'Former head of IT', 'director', 'IT', ''],
    ['Kim Lee', 'Former buyer', 'staff', 'Procurement', ''],
    ['Lea Novak', 'Compliance', 'manager', 'Legal', ''],
  ] as const
  for (const [name, title, level, department, stance] of people) {
    const { personId, seatId } = (await call('drawing.add', {
      accountId,
      bossId: null,
      name,
      title,
    })) as {
      personId: string
      seatId: string
    }
    await call('seat.set', { id: seatId, fields: { level, department } })
    const email = `${name.split(' ')[0]!.toLowerCase()}@acme.example`
    const isPlain = /^[a-z-]+@/.test(email)
    const status = name === 'Jan Kowalski' || name === 'Kim Lee' ? 'left' : 'active'
    const isOptedOut = name === 'Lea Novak' ? 1 : 0
    await call('person.set', {
      id: personId,
      fields: { status, isOptedOut, ...(isPlain ? { email } : {}) },
    })
    if (stance) await call('opinions.setStance', { personIds: [personId], stance })
    if (level === 'executive') await call('person.setTopFive', { id: personId, isTopFive: 1 })
  }
  port.close()
  return accountId
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
