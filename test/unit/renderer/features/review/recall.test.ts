import { describe, expect, it } from 'vitest'
import { recallNames } from '../../../../../renderer/features/review/recall'

const people = [
  { id: 'a', name: 'Zoë Müller' },
  { id: 'b', name: 'Łukasz Nowak' },
  { id: 'c', name: 'Anna Nowak-Berg' },
]
const named = (text: string) => [...recallNames(text, people).named]

describe('recallNames', () => {
  it('forgives case, accents and short forms', () => {
    expect(named('muller\nLUKASZ now')).toEqual(['a', 'b'])
  })
  it('counts each person once, and a wrong name not at all', () => {
    expect(named('Nowak\nNowak\nNobody')).toEqual(['b', 'c'])
  })
  it('takes no single letter for a name', () => {
    expect(named('a\nz')).toEqual([])
  })
})
