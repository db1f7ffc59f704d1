import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  papers,
  planOnePage,
  planTiles,
  pxPerMm,
} from '../../../../../../renderer/features/map/export/pages'
import { readPrintJob } from '../../../../../../renderer/features/map/export/print-job'

const anySheet = fc
  .record({
    left: fc.integer({ min: -5000, max: 5000 }),
    top: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 10, max: 20_000 }),
    height: fc.integer({ min: 10, max: 9000 }),
  })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }))

describe('a map on paper', () => {
  it('fits on one page within the margins, never larger than life', () => {
    fc.assert(
      fc.property(anySheet, fc.constantFrom(...papers), (sheet, paper) => {
        const { scale, widthMm, heightMm, marginMm } = planOnePage(sheet, paper)
        expect(scale).toBeLessThanOrEqual(1)
        const width = (sheet.right - sheet.left) * scale
        const height = (sheet.bottom - sheet.top) * scale
        expect(width).toBeLessThanOrEqual((widthMm - 2 * marginMm) * pxPerMm + 0.001)
        expect(height).toBeLessThanOrEqual((heightMm - 2 * marginMm) * pxPerMm + 0.001)
      }),
    )
  })

  it('in tiles covers every point, neighbours overlapping so that they can be glued', () => {
    const anyScale = fc.constantFrom(0.4, 0.6, 1)
    fc.assert(
      fc.property(anySheet, fc.constantFrom(...papers), anyScale, (sheet, paper, scale) => {
        const { pages, columns, rows } = planTiles(sheet, paper, scale)
        expect(pages).toHaveLength(columns * rows)
        const first = pages[0]!.part
        const last = pages.at(-1)!.part
        expect([first.left, first.top]).toEqual([sheet.left, sheet.top])
        expect(last.right).toBeGreaterThanOrEqual(sheet.right - 0.001)
        expect(last.bottom).toBeGreaterThanOrEqual(sheet.bottom - 0.001)
        if (columns > 1) expect(pages[1]!.part.left).toBeLessThan(first.right)
      }),
    )
  })

  it('numbers tiles by row and column, a single page not at all', () => {
    const sheet = { left: 0, top: 0, right: 3000, bottom: 1500 }
    const { pages } = planTiles(sheet, 'A4', 1)
    expect(pages.map(({ label }) => label).slice(0, 4)).toEqual(['A1', 'A2', 'A3', 'B1'])
    expect(planTiles({ ...sheet, right: 300, bottom: 200 }, 'A4', 1).pages[0]!.label).toBe('')
  })

  it('is turned the way it fills more of the page', () => {
    const wide = planOnePage({ left: 0, top: 0, right: 3000, bottom: 900 }, 'A4')
    const tall = planOnePage({ left: 0, top: 0, right: 900, bottom: 3000 }, 'A4')
    expect(wide.widthMm).toBeGreaterThan(wide.heightMm)
    expect(tall.widthMm).toBeLessThan(tall.heightMm)
  })
})

describe('what a print page is told', () => {
  it('is the safest page when it cannot be read or is for another account', () => {
    for (const text of [null, '', '{', '{"accountId":"other","isSafe":false}', '[]'])
      expect(readPrintJob(text, 'mine')).toMatchObject({ isSafe: true, hasLegend: false })
  })

  it('shows opinions only when it says so', () => {
    const job = (rest: object) =>
      readPrintJob(JSON.stringify({ accountId: 'mine', ...rest }), 'mine')
    expect(job({}).isSafe).toBe(true)
    expect(job({ isSafe: false, paper: 'A3', mode: 'tiles', scale: 0.8 })).toMatchObject({
      isSafe: false,
      paper: 'A3',
      mode: 'tiles',
      scale: 0.8,
    })
    expect(job({ isSafe: false, paper: 'B9', scale: 99 })).toMatchObject({ paper: 'A4', scale: 2 })
  })
})
