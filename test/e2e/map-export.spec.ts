import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { startApp, type RunningApp } from '../support/app'
import { readPdfText } from '../support/pdf-text'
import { makeTestFolder } from '../support/folder'

/** Typed into what the customer must not see: department, address, needs. */
const marker = 'ZZPRIVATE'
/** Words of opinions in English, as a picture, a slide or a page would show them. */
const opinionWords = [
  marker,
  'Champion',
  'Opponent',
  'Internal',
  'Economic',
  'Influence',
  'Top five',
]

test('every file for the customer holds names, titles and reporting lines, and nothing else', async () => {
  test.setTimeout(240_000)
  const running = await startApp({ width: 1400, height: 900 })
  const { page } = running
  const folder = await saveInto(running)
  await drawPrivateMap(page)
  const internal = await exportAll(page, folder, 'internal')
  const safe = await exportAll(page, folder, 'safe')

  for (const [format, data] of Object.entries(safe)) {
    const text = textOf(format, data)
    if (format !== 'png')
      for (const name of ['Anna Berg', 'Jan Kowalski', 'CIO']) expect(text).toContain(name)
    expect({ format, found: opinionWords.filter((word) => text.includes(word)) }).toEqual({
      format,
      found: [],
    })
  }
  for (const format of ['svg', 'pdf', 'pptx'])
    expect(textOf(format, internal[format]!)).toMatch(/Champion/)
  expect(textOf('csv', internal.csv!)).toContain(marker)
  expect(internal.png!.equals(safe.png!)).toBe(false)
  expect(running.pageErrors).toEqual([])
  await running.close()
})

test('in the customer-safe view only the safe variant can be chosen', async () => {
  const running = await startApp()
  const { page } = running
  await drawPrivateMap(page)
  await page.keyboard.press('F9')
  await page.keyboard.press('Control+Shift+S')
  await expect(page.getByTestId('map-export-safe')).toBeChecked()
  await expect(page.getByTestId('map-export-internal')).toBeDisabled()
  const shown = await page.getByTestId('map-export').evaluate((dialog) => {
    const labels = [...dialog.querySelectorAll('[aria-label]')].map((each) => each.ariaLabel)
    return `${dialog.querySelector('svg[viewBox]')?.textContent} ${labels.join()}`
  })
  expect(shown).not.toContain(marker)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('map-export')).toHaveCount(0)
  await running.close()
})

test('a wide map is printed in tiles that are numbered by row and column', async () => {
  test.setTimeout(180_000)
  const running = await startApp()
  const { page } = running
  const folder = await saveInto(running)
  await drawPrivateMap(page)
  await page.keyboard.press('Control+Shift+S')
  await page.locator('input[value=pdf]').check({ force: true })
  await page.getByLabel('Paper').selectOption('A4')
  await page.getByLabel('Pages').selectOption('tiles')
  await page.getByLabel('Size').selectOption('1')
  const pdf = await save(page, folder, 'pdf')
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  expect(pages).toBeGreaterThan(1)
  expect(readPdfText(pdf)).toContain('Page A2')
  const boxes = new Set(pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g))
  expect(boxes.size).toBe(1)
  await running.close()
})

async function drawPrivateMap(page: Page): Promise<void> {
  await openNewAccountMap(page, 'Acme')
  await page.getByTestId('map-canvas').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(`Anna Berg, CIO ++ !H #E * <${marker}@acme.example> /${marker}`)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Jan Kowalski, Head of IT -- !L #T')
  for (const name of ['Eva de Vries', 'Ingrid Groß']) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(`${name}, Team lead ~`)
    await page.keyboard.press('Tab')
    await page.keyboard.type(`Report of ${name}`)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type(`Peer of ${name}`)
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('treeitem')).toHaveCount(8)
}

async function exportAll(
  page: Page,
  folder: string,
  variant: 'internal' | 'safe',
): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {}
  for (const format of [
    'png',
    'svg',
    'pdf',
    'pptx',
    'outline',
    'mermaid',
    'opml',
    'csv',
    'vcard',
  ]) {
    await page.getByTestId('map-open-export').click()
    await page.locator(`input[value=${format}]`).check({ force: true })
    await page.getByTestId(`map-export-${variant}`).check()
    files[format] = await save(page, folder, format)
  }
  return files
}

async function save(page: Page, folder: string, format: string): Promise<Buffer> {
  for (const old of fs.readdirSync(folder)) fs.rmSync(path.join(folder, old))
  await expect(page.getByTestId('map-export-save')).toBeEnabled()
  await page.getByTestId('map-export-save').click()
  await expect(page.getByTestId('map-export')).toHaveCount(0, { timeout: 60_000 })
  const [name] = fs.readdirSync(folder)
  expect(name, format).toBeTruthy()
  return fs.readFileSync(path.join(folder, name!))
}

/** What somebody could read out of a file: its text, for a picture every byte that is no pixel. */
function textOf(format: string, data: Buffer): string {
  if (format === 'pdf') return readPdfText(data)
  if (format === 'png') return readPngTexts(data)
  return data.toString('utf8')
}

/** Chunks besides the picture itself; a text layer would be tEXt, zTXt, iTXt or eXIf. */
function readPngTexts(png: Buffer): string {
  let text = ''
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at)
    const kind = png.toString('latin1', at + 4, at + 8)
    if (kind !== 'IDAT') text += `${kind} ${png.toString('latin1', at + 8, at + 8 + size)}\n`
    at += 12 + size
  }
  return text
}

/** Answers the dialog 'save as' with a folder of the test's own. */
async function saveInto({ app }: RunningApp): Promise<string> {
  const folder = makeTestFolder()
  await app.evaluate(({ dialog }, into) => {
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const { defaultPath } = args.at(-1) as { defaultPath: string }
      return { canceled: false, filePath: `${into}/${defaultPath}` }
    }) as typeof dialog.showSaveDialog
  }, folder)
  return folder
}

async function openNewAccountMap(page: Page, name: string): Promise<void> {
  await page.getByTestId('nav-accounts').click()
  await page.getByTestId('new-account').click()
  await page.getByTestId('new-account-name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByTestId('map-canvas').waitFor()
}
