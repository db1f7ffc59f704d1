import { JSDOM } from 'jsdom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportSvg, sheetBounds } from '../../../../../../renderer/features/map/export/export-svg'
import {
  fitText,
  measureText,
  wrapText,
} from '../../../../../../renderer/features/map/export/text-width'
import { pickSubsets } from '../../../../../../renderer/features/map/export/font-subsets'
import { nowMs, person, picture, privateMap, seat, words } from './picture-fixtures'

describe('a map as SVG', () => {
  it('shows who sits where with what we think, as text and shapes', () => {
    const { seats, lines } = privateMap()
    const svg = exportSvg(picture(seats, { lines }), { words })
    const shown = textsOf(svg)
    expect(shown).toEqual(
      expect.arrayContaining(['Anna Berg', 'CIO', 'Jan Kowalski', '×7', '77 d', 'QQVacant']),
    )
    expect(shown).toEqual(
      expect.arrayContaining(['QQOpponent', 'QQTopFive', 'QQConflict', 'QQInternal']),
    )
    expect(shown).not.toContain('QQSupporter')
  })

  it('is well-formed whatever people are called', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { maxLength: 6 }), anyText, (all, title) => {
        const seats = all.map(([name, job], at) =>
          seat(String(at), at === 0 ? null : '0', { title: job, person: person(name) }),
        )
        const svg = exportSvg(picture(seats, { title }), { words })
        expect(() => parse(svg)).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it('holds no script, no handler and no address outside', () => {
    const evil = '<script>alert(1)</script><a href="https://x.example" onload="x()">'
    const svg = exportSvg(picture([seat('a', null, { person: person(evil), title: evil })]), {
      words,
    })
    const { documentElement } = parse(svg)
    expect(documentElement.querySelectorAll('script, a, image, use, foreignObject')).toHaveLength(0)
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  it('cuts a part out without the cards beside it', () => {
    const seats = [
      seat('root', null, { person: person('Root') }),
      ...['a', 'b'].map((id) => seat(id, 'root', { person: person(`Name ${id}`) })),
    ]
    const whole = picture(seats)
    const at = whole.layout.positions.get('a')!
    const part = { left: at.x - 5, top: at.y - 5, right: at.x + 100, bottom: at.y + 50 }
    expect(textsOf(exportSvg(whole, { words, part }))).toEqual(['NA', 'Name a'])
  })

  it('shows a folded branch as its number and leaves its people out', () => {
    const seats = [seat('a', null), seat('b', 'a'), seat('c', 'b'), seat('d', 'b')]
    const shown = textsOf(exportSvg(picture(seats, { folded: new Set(['b']) }), { words }))
    expect(shown).toContain('2')
    expect(shown).not.toContain('c')
  })

  it('shows one branch alone when asked to', () => {
    const seats = [seat('a', null), seat('b', 'a'), seat('c', 'b')]
    const shown = textsOf(exportSvg(picture(seats, { rootId: 'b' }), { words }))
    expect(shown).toEqual(expect.arrayContaining(['b', 'c']))
    expect(shown).not.toContain('a')
  })

  it('draws an empty map as a sheet with its title', () => {
    const empty = picture([])
    expect(textsOf(exportSvg(empty, { words }))).toContain('Acme · Stakeholder map')
    const { left, right } = sheetBounds(empty, { words })
    expect(right).toBeGreaterThan(left)
  })

  it('has a name in bold and fades old opinions', () => {
    const old = person('Anna', { stance: 'neutral', stanceAtMs: nowMs - 400 * 86_400_000 })
    const svg = exportSvg(picture([seat('a', null, { person: old })]), { words })
    expect(svg).toContain('opacity="0.6"')
    expect(svg).toMatch(/font-weight="600"[^>]*>Anna</)
  })
})

describe('text in a picture', () => {
  it('fits its width, whole letters only', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.nat({ max: 200 }),
        (text, width) => {
          const fitted = fitText(text, width, 13)
          expect(fitted === '' || measureText(fitted, 13) <= width).toBe(true)
          expect(text.startsWith(fitted.replace(/…$/, '').trimEnd())).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('wraps between words and cuts the last line', () => {
    expect(wrapText('Head of purchasing and supplier management', 110, 11.5, 2)).toEqual([
      'Head of purchasing',
      'and supplier man…',
    ])
    expect(wrapText('CIO', 110, 11.5, 2)).toEqual(['CIO'])
  })

  it('takes the parts of the font that have its letters', () => {
    expect(pickSubsets('Anna')).toEqual(['latin'])
    expect(pickSubsets('Łukasz Żółć')).toEqual(['latin', 'latin-ext'])
    expect(pickSubsets('Иван Ω')).toEqual(['latin', 'greek', 'cyrillic'])
    expect(pickSubsets('مدير')).toEqual([])
  })
})

const parser = new new JSDOM('').window.DOMParser()

/** @throws Error for text that is no XML */
function parse(svg: string): Document {
  const document = parser.parseFromString(svg, 'image/svg+xml')
  if (document.getElementsByTagName('parsererror').length > 0) throw new Error('not well-formed')
  return document
}

function textsOf(svg: string): string[] {
  return [...parse(svg).querySelectorAll('text')].map((element) => element.textContent ?? '')
}
