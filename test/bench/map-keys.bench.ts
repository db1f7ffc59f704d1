import type { Page } from '@playwright/test'
import { startApp } from '../support/app'
import { makePeople } from './map-page/people'

interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit?: number
  readonly note?: string
}

const people = 1000
const samples = 40
const limitMs = 50

/**
 * One key to its painted effect in the real app, store and disk included, on a map of 1,000: from
 * the key event to the end of the frame that shows the new field, the named card, the new stance.
 */
export async function run(): Promise<Measure[]> {
  const { page, close } = await startApp()
  try {
    await drawCompany(page)
    await page.keyboard.press('Control+1')
    const times = { field: [] as number[], card: [] as number[], stance: [] as number[] }
    for (let i = 0; i < samples; i++) {
      const name = `New person ${i}`
      await select(page, 'Person 40')
      times.field.push(await timeKey(page, 'Tab', '.map-editor__field:focus'))
      await page.keyboard.type(name)
      times.card.push(await timeKey(page, 'Escape', `[aria-label^="${name}."]`))
      times.stance.push(await timeKey(page, '5', `[aria-label^="${name}. Stance: Champion"]`))
    }
    return [
      figure('map: key to painted field', times.field),
      figure('map: key to painted new card', times.card),
      figure('map: key to painted stance', times.stance),
    ]
  } finally {
    await close()
  }
}

function figure(what: string, times: readonly number[]): Measure {
  const sorted = [...times].sort((a, b) => a - b)
  const value = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  const note = `median ${median.toFixed(1)} ms of ${sorted.length}, in the app with its store`
  return { name: `${what} among ${people}, p95`, value, unit: 'ms', limit: limitMs, note }
}

/** A new account with the company pasted as an outline, as a user would. */
async function drawCompany(page: Page): Promise<void> {
  await page.getByTestId('nav-accounts').click()
  await page.getByTestId('new-account').click()
  await page.getByTestId('new-account-name').fill('Thousand AG')
  await page.keyboard.press('Enter')
  await page.getByTestId('map-canvas').waitFor()
  const outline = printOutline()
  await page.getByTestId('map-canvas').evaluate((canvas, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    canvas.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, outline)
  await page.getByText(`${people} people`).waitFor({ timeout: 60_000 })
  await page.getByTestId('map-canvas').focus()
}

function printOutline(): string {
  const rows = makePeople(people)
  const depthById = new Map<string, number>()
  const childrenById = new Map<string, number[]>()
  rows.forEach(({ id, bossId }, i) => {
    depthById.set(id, bossId === null ? 0 : (depthById.get(bossId) ?? 0) + 1)
    if (bossId !== null) childrenById.set(bossId, [...(childrenById.get(bossId) ?? []), i])
  })
  const lines: string[] = []
  const write = (i: number) => {
    const id = `p${i}`
    lines.push(`${'  '.repeat(depthById.get(id) ?? 0)}Person ${i}, ${rows[i]?.title}`)
    for (const child of childrenById.get(id) ?? []) write(child)
  }
  write(0)
  return lines.join('\n')
}

async function select(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByTestId('map-find').locator('input').fill(name)
  await page.keyboard.press('Enter')
  await page.getByTestId('map-find').waitFor({ state: 'detached' })
}

declare global {
  interface Window {
    keyTimed?: Promise<number>
  }
}

/** From the key event to the end of the frame in which `selector` is there, ms. */
async function timeKey(page: Page, key: string, selector: string): Promise<number> {
  // Two calls: the listener must be there before the key, however busy the machine is.
  await page.evaluate((wanted) => {
    window.keyTimed = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${wanted} was not shown`)), 15_000)
      window.addEventListener('keydown', ({ timeStamp }) => look(timeStamp), {
        capture: true,
        once: true,
      })
      function look(startMs: number): void {
        requestAnimationFrame(() => {
          if (!document.querySelector(wanted)) return look(startMs)
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - startMs)
          port2.postMessage(null)
        })
      }
    })
  }, selector)
  await page.keyboard.press(key)
  return page.evaluate(() => window.keyTimed ?? Promise.reject(new Error('no key was timed')))
}
