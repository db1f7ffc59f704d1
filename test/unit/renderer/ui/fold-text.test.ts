import { describe, expect, it } from 'vitest'
import { foldText, holdsWords } from '../../../../renderer/ui/fold-text'

describe('folded text', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Müller', 'muller'],
    ['Straße', 'strasse'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Zoë', 'zoe'],
    ['الأنصاري', foldText('الانصاري')],
  ])('%s is found without its marks', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('holds every word of what was typed, in any order', () => {
    const hay = foldText('Łódź Transport, Poland')
    expect(holdsWords(hay, 'poland lod')).toBe(true)
    expect(holdsWords(hay, 'poland berlin')).toBe(false)
  })
})
