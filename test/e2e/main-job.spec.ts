import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startApp } from '../support/app'

/** The cards of the map as 'level name', top down as a screen reader meets them. */
function readCards(page: Page): Promise<string[]> {
  return page
    .getByRole('treeitem')
    .evaluateAll((cards) =>
      cards
        .map(
          (card) =>
            `${card.getAttribute('aria-level')} ${card.getAttribute('aria-label')?.split(/[,.] /)[0]}`,
        )
        .sort(),
    )
}

/** Drags a card with the mouse; `hover` waits until the cards stand still. */
async function dragCard(page: Page, name: string, onto: string): Promise<void> {
  await page.getByRole('treeitem', { name: onto }).hover()
  const to = (await page.getByRole('treeitem', { name: onto }).boundingBox())!
  await page.getByRole('treeitem', { name }).hover()
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await expect(page.getByTestId('map-ghost')).toContainText(`Reports to ${onto}`)
  await page.mouse.up()
}

test('the main job, from an empty store to a log that survives a kill in mid-sentence', async () => {
  test.slow()
  const first = await startApp()
  const { page, dataDir } = first
  await page.getByTestId('recovery-code-kept').click()

  // An account, by keyboard.
  await page.keyboard.press('Alt+2')
  await page.getByTestId('accounts-empty').waitFor()
  await page.keyboard.press('n')
  await page.getByTestId('new-account-name').fill('Nordlicht Energie AG')
  await page.keyboard.press('Enter')
  await page.getByTestId('map-canvas').waitFor()

  // Its people, as they are named.
  await page.getByTestId('map-canvas').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Anna Berg, CIO ++')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Jan Kowalski, Head of IT +')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Eva de Vries, Product owner')
  await page.keyboard.press('Escape')
  await expect
    .poll(() => readCards(page))
    .toEqual(['1 Anna Berg', '2 Eva de Vries', '2 Jan Kowalski'])

  // One drag by mouse, taken back and done again.
  await dragCard(page, 'Eva de Vries', 'Jan Kowalski')
  const dragged = ['1 Anna Berg', '2 Jan Kowalski', '3 Eva de Vries']
  await expect.poll(() => readCards(page)).toEqual(dragged)
  await page.keyboard.press('Control+z')
  await expect.poll(() => readCards(page)).not.toEqual(dragged)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => readCards(page)).toEqual(dragged)

  // A visit that invites all of them, in one action.
  await page.getByTestId('tab-visits').click()
  await page.getByTestId('make-visit').first().click()
  await page.getByTestId('make-visit-form').waitFor()
  await page.getByTestId('invite-everyone').click()
  await page.getByTestId('visit-screen').waitFor()
  await expect(page.getByTestId('invited-count')).toContainText('3')
  const visitTitle = await page.getByTestId('visit-title-field').inputValue()

  // The meeting: who came, what was said, what will be done.
  await page.getByTestId('start-meeting').click()
  await page.getByTestId('meeting-screen').waitFor()
  await page.getByTestId('present-Anna Berg').click()
  await page.getByTestId('meeting-notes').click()
  await page.keyboard.type('They roll out in spring.\ntodo Jan send the price list\n')
  await expect(page.getByTestId('strip-action')).toContainText('price list')
  await page.keyboard.type('Anna will speak to the bo')
  await page.waitForTimeout(1100)
  expect(first.pageErrors).toEqual([])
  await first.kill()

  // The laptop is opened again: the same place, the sentence, everything.
  const second = await startApp({ dataDir })
  const again = second.page
  await again.getByTestId('meeting-screen').waitFor()
  await expect(again.getByTestId('meeting-notes')).toHaveValue(
    /roll out in spring.*speak to the bo/s,
  )
  await expect(again.getByTestId('present-Anna Berg')).toHaveAttribute('aria-pressed', 'true')
  await again.keyboard.press('Control+k')
  await again.getByTestId('palette-input').fill('kowal')
  await expect(again.getByTestId('palette-entry').first()).toContainText('Jan Kowalski')
  await again.keyboard.press('Escape')
  await again.getByTestId('nav-visits').click()
  await expect(again.getByTestId('visit-line').first()).toContainText(visitTitle)
  await again.getByTestId('nav-accounts').click()
  await again.getByTestId('account-row').first().click()
  await again.keyboard.press('Enter')
  await expect.poll(() => readCards(again)).toEqual(dragged)
  expect(second.pageErrors).toEqual([])
  await second.close()
})
