import { describe, expect, it } from 'vitest'
import { exportPptx } from '../../../../../../renderer/features/map/export/export-pptx'
import { exportSvg } from '../../../../../../renderer/features/map/export/export-svg'
import { readStoredZip } from '../../../../../../renderer/features/map/export/stored-zip'
import {
  exportCsv,
  exportMermaid,
  exportOpml,
  exportOutline,
  exportVcards,
} from '../../../../../../renderer/features/map/export/text-files'
import { csvWords, marker, picture, privateMap, words } from './picture-fixtures'

/** What a file for the customer must not hold: markers, words of opinions, colours of stances. */
const forbidden = [marker, 'QQ', '77 d', '×7', '#c8371d', '#0b7a6f', 'C8371D', '0B7A6F', '★', '++']
const kept = ['Anna Berg', 'Jan Kowalski', 'Eva de Vries', 'CIO', 'Head of IT']

describe('a file for the customer', () => {
  const { seats, lines, contacts } = privateMap()
  const safe = picture(seats, { lines, isSafe: true, title: 'Acme · Organisation chart' })
  const open = picture(seats, { lines })

  const files: Record<string, (from: typeof safe) => Promise<string>> = {
    SVG: async (from) => exportSvg(from, { words }),
    PowerPoint: async (from) => {
      const zip = readStoredZip(await exportPptx(from, words))
      return [...zip]
        .filter(([path]) => path !== 'docProps/core.xml')
        .map(([path, data]) => path + new TextDecoder().decode(data))
        .join('\n')
    },
    outline: async (from) => exportOutline(from, contacts),
    Mermaid: async (from) => exportMermaid(from, contacts),
    OPML: async (from) => exportOpml(from, contacts),
    CSV: async (from) => exportCsv(from, contacts, { ...csvWords, ...words }, ','),
    vCard: async (from) => exportVcards(from, contacts, 'Acme'),
  }

  it.each(Object.keys(files))(
    'as %s holds names, titles and lines of reporting only',
    async (kind) => {
      const text = await files[kind]!(safe)
      expect(kept.filter((name) => !text.includes(name))).toEqual([])
      expect(forbidden.filter((word) => text.includes(word))).toEqual([])
    },
  )

  it.each(['SVG', 'PowerPoint', 'outline', 'CSV'])(
    'is what makes the difference: the internal %s does hold opinions',
    async (kind) => {
      const text = await files[kind]!(open)
      expect(forbidden.some((word) => text.includes(word))).toBe(true)
    },
  )

  it('draws the same map for people whose opinions differ', async () => {
    const plain = seats.map((seat) => ({
      ...seat,
      department: '',
      headcount: 1,
      isVacant: false,
      level: 'unknown' as const,
      person: seat.person && {
        ...seat.person,
        stance: 'unknown' as const,
        influence: 'unknown' as const,
        roles: [],
        isTopFive: false,
        hasNeeds: false,
        lastContactAtMs: null,
      },
    }))
    const other = picture(plain, { isSafe: true, title: 'Acme · Organisation chart' })
    for (const make of Object.values(files))
      expect((await make(other)) === (await make(safe))).toBe(true)
  })
})

describe('a vCard', () => {
  it('never holds an opinion, in no variant', () => {
    const { seats, lines, contacts } = privateMap()
    const text = exportVcards(picture(seats, { lines }), contacts, 'Acme')
    expect(text).toContain(`${marker}@acme.example`)
    expect(text).not.toMatch(/opponent|champion|economic|QQ|high/i)
  })
})
