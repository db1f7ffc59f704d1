import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startApp } from '../support/app'

/** Who is drawn under whom, read from what a screen reader hears. */
async function readTree(page: Page): Promise<string[]> {
  return page
    .getByRole('treeitem')
    .evaluateAll((cards) =>
      cards
        .map(
          (card) =>
            `${card.getAttribute('aria-level')} ${card.getAttribute('aria-label')?.split('. ')[0]}`,
        )
        .sort(),
    )
}

test('ten people on three levels by keyboard alone, kept through a kill', async () => {
  const first = await startApp()
  const { page } = first
  await openNewAccountMap(page, 'Acme')

  let structuralKeys = 0
  const press = async (key: string) => {
    structuralKeys += 1
    await page.keyboard.press(key)
  }
  await page.getByTestId('map-canvas').focus()
  await press('Enter')
  await page.keyboard.type('Anna Berg, CIO ++')
  await press('Tab')
  await page.keyboard.type('Jan Kowalski, Head of IT +')
  await press('Tab')
  await page.keyboard.type('Eva de Vries, Product owner ~')
  await press('Enter')
  await page.keyboard.type('Piotr Nowak -')
  await press('Enter')
  await page.keyboard.type('Łucja Wójcik, Architect')
  await press('Shift+Tab')
  await page.keyboard.type('Dieter Müller, Head of Sales --')
  await press('Tab')
  await page.keyboard.type('Ingrid Groß')
  await press('Enter')
  await page.keyboard.type('Omar Haddad +')
  await press('Shift+Tab')
  await page.keyboard.type('Sofie Jansen, CFO')
  await press('Tab')
  await page.keyboard.type('?, Procurement lead')
  await press('Escape')
  expect(structuralKeys).toBeLessThanOrEqual(20)

  const drawn = [
    '1 Anna Berg, CIO',
    '2 Dieter Müller, Head of Sales',
    '2 Jan Kowalski, Head of IT',
    '2 Sofie Jansen, CFO',
    '3 Eva de Vries, Product owner',
    '3 Ingrid Groß',
    '3 Omar Haddad',
    '3 Person not known yet, Procurement lead',
    '3 Piotr Nowak',
    '3 Łucja Wójcik, Architect',
  ]
  await expect.poll(() => readTree(page)).toEqual(drawn)
  expect(first.pageErrors).toEqual([])
  await first.kill()

  const second = await startApp({ dataDir: first.dataDir })
  await second.page.getByTestId('map-canvas').waitFor()
  await expect.poll(() => readTree(second.page)).toEqual(drawn)
  await expect(second.page.getByRole('treeitem', { name: /Anna Berg.*Champion/ })).toBeVisible()
  await second.close()
})

test('a card dragged onto another reports to it, and Ctrl+Z takes it back', async () => {
  const { page, close } = await startApp()
  await openNewAccountMap(page, 'Acme')
  await page.getByTestId('map-canvas').focus()
  for (const [key, text] of [
    ['Enter', 'Anna'],
    ['Tab', 'Bert'],
    ['Enter', 'Carl'],
  ] as const) {
    await page.keyboard.press(key)
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treeitem')).toHaveCount(3)
  // Hovering waits until the card stands still.
  await page.getByRole('treeitem', { name: /Carl/ }).hover()
  await page.mouse.down()
  const bert = (await page.getByRole('treeitem', { name: /Bert/ }).boundingBox())!
  await page.mouse.move(bert.x + bert.width / 2, bert.y + bert.height / 2, { steps: 8 })
  await expect(page.getByTestId('map-ghost')).toContainText('Reports to Bert')
  await page.mouse.up()
  await expect.poll(() => readTree(page)).toEqual(['1 Anna', '2 Bert', '3 Carl'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => readTree(page)).toEqual(['1 Anna', '2 Bert', '2 Carl'])
  await close()
})

async function openNewAccountMap(page: Page, name: string): Promise<void> {
  await page.getByTestId('nav-accounts').click()
  await page.getByTestId('new-account').click()
  await page.getByTestId('new-account-name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByTestId('map-canvas').waitFor()
}
