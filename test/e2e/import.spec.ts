import { expect, test } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'

const sharedOrganisations = path.resolve(
  process.env.JETWAY_TEST_DATA ?? '../shared/data',
  'org/org-uk-gov-dev-nonames',
)

/** Our own small file of the same ground: an unknown manager, a self-report, a loop, a vacancy. */
const ownFile = [
  'Employee ID;Name;Job title;Department;Manager ID',
  '1;Anna Berg;CIO;IT;',
  '2;"Kowalski, Jan";Head of IT;IT;1',
  '3;Eva de Vries;Product owner;IT;2',
  '4;Vacant;Procurement lead;Finance;1',
  '5;Omar Haddad;Buyer;Finance;99',
  '6;Łucja Wójcik;Analyst;Finance;6',
  '7;Piotr Nowak;Clerk;Finance;8',
  '8;Ingrid Groß;Clerk;Finance;7',
].join('\r\n')

async function openImport({ page }: RunningApp): Promise<void> {
  await page.getByTestId('recovery-code-kept').click()
  await page.evaluate(() => {
    window.location.hash = '#/import'
  })
  await page.getByTestId('import-drop').waitFor()
}

async function count({ page }: RunningApp, name: string): Promise<number> {
  const text = (await page.getByTestId(`count-${name}`).first().textContent()) ?? ''
  return Number(text.replace(/[^\d]/g, ''))
}

test('an organisation with every kind of mistake is imported as one step, and taken back', async () => {
  const running = await startApp()
  const { page } = running
  await openImport(running)
  const buffer = Buffer.from(ownFile, 'utf8')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByTestId('import').waitFor()
  await page.getByTestId('import-account').fill('Nordlicht Energie AG')
  const rows = (await count(running, 'created')) + (await count(running, 'skipped'))
  expect(rows).toBe(8)
  await page.getByTestId('start-import').click()
  await page.getByTestId('import-report').waitFor()
  await page.getByTestId('nav-accounts').click()
  await expect(page.getByTestId('account-row')).toHaveCount(1)
  await page.getByTestId('account-row').click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { name: /Jan Kowalski|Kowalski, Jan/ })).toBeVisible()
  expect(running.pageErrors).toEqual([])
  await running.close()
})

test('a file that is no table is refused with a sentence, and nothing is changed', async () => {
  const running = await startApp()
  const { page } = running
  await openImport(running)
  const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await expect(page.getByTestId('file-problem').first()).toContainText(/picture|image|PNG/i)
  await running.close()
})

test('the largest real organisation is imported, senior and junior files together', async () => {
  const names = fs.existsSync(sharedOrganisations)
    ? fs.readdirSync(sharedOrganisations).filter((name) => name.startsWith('her_majestys'))
    : []
  if (names.length === 0)
    console.log('The real organisations are not on this machine: only our own file was imported.')
  const running = await startApp()
  const { page } = running
  await openImport(running)
  const files =
    names.length > 0
      ? names.map((name) => path.join(sharedOrganisations, name))
      : [{ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(ownFile, 'utf8') }]
  await page.locator('input[type=file]').setInputFiles(files as string[])
  await page.getByTestId('import').waitFor({ timeout: 60_000 })
  const account = page.getByTestId('import-account')
  if (await account.isVisible()) await account.fill('Revenue and Customs')
  const created = await count(running, 'created')
  expect(created).toBe(names.length > 0 ? 6138 : 8)
  await page.getByTestId('start-import').click()
  await page.getByTestId('import-report').waitFor({ timeout: 60_000 })
  await page.getByTestId('nav-accounts').click()
  await expect(page.getByTestId('account-row')).toHaveCount(1)
  await running.close()
})
