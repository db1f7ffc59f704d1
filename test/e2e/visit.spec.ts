import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { startApp } from '../support/app'
import { callStore } from '../support/page-store'
import { cast, makeAccountWithCast, writeAnswers } from '../support/visit-cast'

/** Marks in every private field of the visit; none may be in anything the customer gets. */
const secret = 'PRIVATE-MARKER'

test('a visit from the map to its log, without a network', async () => {
  test.slow()
  const running = await startApp()
  const { page, dataDir } = running
  await page.context().setOffline(true)
  await page.getByTestId('recovery-code-kept').click()
  const accountId = await makeAccountWithCast(page)
  const go = (place: string) =>
    page.evaluate((hash) => void (window.location.hash = hash), `#/${place}`)

  // Twelve on the map, two left, one opted out: nine can come, one stays out with a reason.
  await go(`accounts/${accountId}/visits`)
  await page.getByTestId('make-visit').first().click()
  await page.getByTestId('visit-type').selectOption('qbr')
  await page.getByTestId('visit-date').fill('2026-12-12')
  await page.getByTestId('invite-Finn Larsen').uncheck()
  await expect(page.getByTestId('invite-everyone')).toBeDisabled()
  await page.getByTestId('reason-Finn Larsen').fill('Parental leave')
  await page.getByTestId('invite-everyone').click()
  await page.getByTestId('visit-screen').waitFor()
  await expect(page.getByTestId('invited-count')).toHaveText('8 invited')
  await expect(page.getByTestId('not-asked-Lea Novak')).toContainText('asked not to be invited')
  const visitId = /visits\/([^/?]+)/.exec(page.url())![1]!

  // Coverage equals a count by hand.
  const rows = await page
    .locator('.coverage-row')
    .evaluateAll((lines) =>
      lines.map((line) => `${line.firstElementChild!.textContent}: ${line.getAttribute('title')}`),
    )
  const none = 'invited, 0 said yes'
  expect(rows).toEqual([
    `Everyone: 8 of 9 ${none}`,
    `Top five: 2 of 2 ${none}`,
    `Executive: 2 of 2 ${none}`,
    `Vice president: 1 of 1 ${none}`,
    `Director: 1 of 1 ${none}`,
    `Manager: 2 of 2 ${none}`,
    `Staff: 2 of 3 ${none}`,
  ])

  // The agenda of the template; one item to the front by keyboard; a Saturday is told of.
  await expect(page.locator('[data-agenda-id]')).toHaveCount(10)
  await expect(page.getByTestId('warning-weekend')).toBeVisible()
  const second = page.locator('[data-agenda-id]').nth(1)
  const title = (await second.locator('.agenda-card-title').textContent())!
  await second.focus()
  await page.keyboard.press('Alt+ArrowUp')
  const first = page.locator('[data-agenda-id]').first()
  await expect(first.locator('.agenda-card-title')).toHaveText(title)
  await expect(first.locator('.agenda-card-time')).toHaveText('09:00')

  // The hand: the edge pulled down makes it longer, the card pulled past the next changes places.
  await dragBy(page, first.locator('.agenda-card-edge'), 60)
  await expect(first.locator('.agenda-card-facts')).not.toContainText('20 min')
  const before = await page.locator('.agenda-card-title').allTextContents()
  await dragBy(page, first.locator('.agenda-card-title'), 150)
  await expect(page.locator('.agenda-card-title').first()).not.toHaveText(before[0]!)
  await expect(page.locator('.agenda-card-time').first()).toHaveText('09:00')
  const items = await callStore<{ id: string }[]>(page, 'agendaItem.byVisit', { visitId })
  for (const { id } of items) {
    const fields = { objective: secret, preparation: secret }
    await callStore(page, 'agendaItem.set', { id, fields })
  }
  const hidden = { objective: secret, preparation: secret }
  await callStore(page, 'visit.set', { id: visitId, fields: hidden })

  // Invitations in two languages, queued.
  await page.getByTestId('own-name').fill('Eva Vendor')
  await page.getByTestId('own-name').press('Enter')
  await page.getByTestId('own-address').fill('eva@vendor.example')
  await page.getByTestId('own-address').press('Enter')
  for (const [name, address] of [
    [cast[2][0], 'hans@acme.example'],
    [cast[7][0], 'mo@acme.example'],
  ] as const) {
    const field = page.getByTestId('missing-addresses').getByLabel(name)
    await field.fill(address)
    await field.press('Enter')
    await field.waitFor({ state: 'detached' })
  }
  await expect(page.getByTestId('preview-paper')).not.toContainText(secret)
  await page.getByTestId('queue-invitations').click()
  await expect(page.locator('[data-testid^=mail-]')).toHaveCount(8)
  const mails = await callStore<{ id: string; language: string }[]>(page, 'outgoingMail.byVisit', {
    visitId,
  })
  expect(new Set(mails.map(({ language }) => language))).toEqual(new Set(['de', 'pl']))
  const drafts = await callStore<{ bytes: Uint8Array }[]>(page, 'outbox.drafts', {
    ids: mails.map(({ id }) => id),
  })
  for (const { bytes } of drafts) {
    const text = decodeMail(Buffer.from(Object.values(bytes)).toString('utf8'))
    expect(text).toContain('METHOD:REQUEST')
    expect(text).not.toContain(secret)
  }
  await page.getByTestId('mark-sent').click()

  // Answers in the wrong order, one handed on, one from a stranger, one damaged.
  const { uid } = await callStore<{ uid: string }>(page, 'visit.byId', { id: visitId })
  const files = writeAnswers(uid).map(({ name, text }) => ({
    name,
    mimeType: 'text/calendar',
    buffer: Buffer.from(text),
  }))
  await page.getByTestId('answers-file').setInputFiles(files)
  await expect(page.locator('[data-testid^=outcome-]')).toHaveCount(5)
  await page.getByTestId('add-zoe@acme.example').click()
  await page.getByTestId('answers-close').click()
  await expect(page.getByTestId('answer-Anna Berg')).toHaveValue('ACCEPTED')
  await expect(page.getByTestId('answer-Bert de Vries')).toHaveValue('DELEGATED')
  await expect(page.getByTestId('answer-Zoe Adler')).toHaveValue('ACCEPTED')
  await expect(page.getByTestId('invited-count')).toHaveText('9 invited')

  // On a shared screen: the agenda of the customer and nothing else.
  await page.getByTestId('present-agenda').click()
  await page.locator('.present li').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('present-screen')).not.toContainText(secret)
  await expect(page.locator('.present [aria-current=step]')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.getByTestId('visit-screen').waitFor()

  // The flight pack: ours has what we want, the customer's has no private word.
  const internal = await printBrief(page, visitId, 'internal')
  const forCustomer = await printBrief(page, visitId, 'customer')
  readPdf(path.join(dataDir, 'internal.pdf'), internal, (text) => expect(text).toContain(secret))
  readPdf(path.join(dataDir, 'customer.pdf'), forCustomer, (text) => {
    expect(text).toContain('Anna Berg')
    expect(text).not.toContain(secret)
  })

  // The meeting: two walk-ins, a stance, decisions and an action.
  await page.getByTestId('start-meeting').click()
  await page.getByTestId('meeting-notes').click()
  await page.keyboard.type(
    'decision: pilot until June\n+ Maria Nowak, CFO\ntodo me send the offer\n',
  )
  await page.getByTestId('present-Maria Nowak').waitFor()
  await page.getByTestId('walk-in').fill('Olaf Nilsen, Buyer')
  await page.getByTestId('walk-in').press('Enter')
  await page.getByTestId('present-Olaf Nilsen').waitFor()
  await page.getByTestId('present-Anna Berg').click()
  await page.getByTestId('present-Ewa Wiśniewska').focus()
  await page.keyboard.press('4')
  await expect(page.getByTestId('strip-action')).toHaveCount(1)
  await page.getByTestId('end-meeting').click()

  // The log tells exactly what changed on the map; the follow-up is drafted.
  const diff = page.getByTestId('map-diff')
  await expect(diff).toHaveText(
    'Changed on the map: 2 new people, Ewa Wiśniewska: non-supporter → supporter',
  )
  await page.getByTestId('follow-up').click()
  const followUp = page.getByTestId('follow-up-text')
  await expect(followUp).toHaveValue(/pilot until June[\s\S]*send the offer \(Eva Vendor\)/)
  const contacts = await callStore<{ personId: string }[]>(page, 'view.lastContacts', { accountId })
  expect(contacts).toHaveLength(3)
  expect(running.pageErrors).toEqual([])
  await running.close()
})

/** Pulls what the locator shows down by some pixels with the mouse. */
async function dragBy(page: Page, locator: Locator, pixels: number): Promise<void> {
  const box = (await locator.boundingBox())!
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + pixels / 2, { steps: 4 })
  await page.mouse.move(x, y + pixels, { steps: 4 })
  await page.mouse.up()
}

async function printBrief(page: Page, visitId: string, version: string): Promise<Buffer> {
  const bytes = await page.evaluate(
    async (route) => [...(await window.shell.printPdf(route, { paper: 'A4', isLandscape: false }))],
    `brief/${visitId}/${version}`,
  )
  return Buffer.from(bytes)
}

/** The words of a PDF by a program that is not ours (poppler-utils); a plain line where it is missing. */
function readPdf(file: string, pdf: Buffer, check: (text: string) => void): void {
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  fs.writeFileSync(file, pdf)
  let text: string
  try {
    text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  } catch {
    console.log('Not read: the words of the PDF; Debian has pdftotext in poppler-utils.')
    return
  }
  check(text)
}

/** A mail with its base64 parts decoded and its folded lines whole. */
function decodeMail(mail: string): string {
  const parts = [...mail.matchAll(/base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g)]
  const decoded = parts.map(([, body]) => Buffer.from(body!, 'base64').toString('utf8'))
  return [mail, ...decoded].join('\n').replace(/\r\n[ \t]|=\r\n/g, '')
}
