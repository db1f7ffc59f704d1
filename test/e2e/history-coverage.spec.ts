import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startApp } from '../support/app'

test('what changed since a snapshot is told in one sentence, drawn, and scrubbed through', async () => {
  const running = await startApp()
  const { page } = running
  await openNewAccountMap(page, 'Acme')
  await draw(page, 'Anna Berg, CIO /IT ~')
  await openTab(page, 'history')
  await page.getByTestId('history-empty').waitFor()
  await page.getByTestId('history-take').click()
  await expect(page.getByTestId('history-moment')).toHaveCount(2)
  await page.getByTestId('history-take').click()
  await expect(page.getByTestId('history-moment')).toHaveCount(2)

  await openTab(page, 'map')
  await page.getByRole('treeitem').first().click()
  await page.keyboard.press('4')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Jan Kowalski, Head of IT')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treeitem')).toHaveCount(2)

  await openTab(page, 'history')
  const summary = page.getByTestId('history-summary')
  await expect(summary).toHaveText('Jan Kowalski is new, Anna Berg: neutral → supporter')
  const picture = page.locator('.map-picture__stage')
  await expect(picture).toContainText('Jan Kowalski')
  await page.getByRole('button', { name: 'Before' }).click()
  await expect(picture).not.toContainText('Jan Kowalski')
  await page.getByTestId('history-scrubber').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(summary).toContainText('The first snapshot')
  await running.close()
})

test('a gap says what is missing and is filled; a filter leaves who fits', async () => {
  const running = await startApp()
  const { page } = running
  await openNewAccountMap(page, 'Acme')
  await draw(page, 'Anna Berg, CIO /IT + *')
  await openTab(page, 'coverage')
  await expect(page.getByTestId('coverage-count')).toHaveText('1 of 5 cells known')
  await expect(page.getByTestId('coverage-top-five')).toContainText('Anna Berg')
  await expect(page.getByTestId('coverage-roles')).toContainText('Economic buyer')

  await page.getByRole('button', { name: 'Add Director, IT' }).click()
  await page.keyboard.type('Jan Kowalski')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('coverage-count')).toHaveText('2 of 5 cells known')
  const cell = page.locator('[data-cell="director it"]')
  await expect(cell.getByTestId('coverage-chip')).toHaveText('Jan Kowalski')

  await page.getByTestId('coverage-filter').fill('jan')
  await expect(page.getByTestId('coverage-chip')).toHaveCount(1)
  await page.getByTestId('coverage-filter').fill('')
  await page.getByTestId('coverage-show-topFive').click()
  await expect(page.getByTestId('coverage-chip')).toHaveText('Anna Berg★')
  expect(running.pageErrors).toEqual([])
  await running.close()
})

test('an old opinion is confirmed by one click, and by undo it is old again', async () => {
  const running = await startApp({ args: ['--demo'] })
  const { page } = running
  await expect(page.getByTestId('demo-progress')).toHaveCount(0, { timeout: 60_000 })
  await page.getByTestId('recovery-code-kept').click()
  await page.getByTestId('nav-accounts').click()
  await page.getByTestId('account-row').first().click()
  await page.getByTestId('account-page').waitFor()
  await openTab(page, 'coverage')
  const rows = page.getByTestId('coverage-reconfirm').locator('li')
  const oldest = (await rows.first().locator('b').textContent())!
  await page.getByTestId('coverage-confirm').first().click()
  await expect(rows.first().locator('b')).not.toHaveText(oldest)
  await page.keyboard.press('Control+z')
  await expect(rows.first().locator('b')).toHaveText(oldest)
  await page.getByTestId('coverage-fade-days').fill('3650')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('coverage-reconfirm')).toHaveCount(0)
  await running.close()
})

async function draw(page: Page, text: string): Promise<void> {
  await page.getByTestId('map-canvas').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treeitem')).toHaveCount(1)
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.evaluate((tab) => {
    window.location.hash = window.location.hash.replace(/\/[^/]*$/, `/${tab}`)
  }, name)
}

async function openNewAccountMap(page: Page, name: string): Promise<void> {
  await page.getByTestId('nav-accounts').click()
  await page.getByTestId('new-account').click()
  await page.getByTestId('new-account-name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByTestId('map-canvas').waitFor()
}
