import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Makes an account by keyboard and opens its timeline. Gives the address of the timeline. */
export async function openNewTimeline(page: Page, name: string): Promise<string> {
  await page.getByTestId('nav-accounts').click()
  await page.getByTestId('new-account').first().click()
  await page.getByTestId('new-account-name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByTestId('tab-timeline').click()
  await page.getByTestId('new-note').waitFor()
  return page.evaluate(() => window.location.hash)
}

export async function openTimeline(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => void (window.location.hash = hash), address)
  await page.getByTestId('new-note').waitFor()
}

/** Types a note and keeps it; settles when the page shows that it is saved: the box is empty again. */
export async function writeNote(page: Page, text: string): Promise<void> {
  const box = page.getByTestId('new-note')
  await box.fill(text)
  await box.press('Control+Enter')
  await expect(box).toHaveValue('', { timeout: 15_000 })
}
