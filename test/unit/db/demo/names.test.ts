import { describe, expect, it } from 'vitest'
import { makeName, toMailLetters } from '../../../../db/demo/names'
import { createRandom } from '../../../../db/demo/random'

describe('a made-up name', () => {
  it('takes the form of its gender in Polish and keeps a family together', () => {
    const random = createRandom(5)
    const names = Array.from(
      { length: 400 },
      () => makeName(random, 'pl', 'Kowalski/Kowalska').shown,
    )
    const women = names.filter((name) => name.endsWith('Kowalska'))
    expect(women.length).toBeGreaterThan(100)
    expect(women.every((name) => /a \S+$/.test(name))).toBe(true)
  })

  it('is shown in its own script and mailed in ours', () => {
    const random = createRandom(5)
    const { shown, mailName } = makeName(random, 'ar')
    expect(shown).toMatch(/^\p{Script=Arabic}+ \p{Script=Arabic}+$/u)
    expect(mailName).toMatch(/^[a-z]+\.[a-z]+$/)
  })

  it('is spelled in plain letters for mail', () => {
    expect(['Łukasz', 'Weiß', 'Çiğdem', 'Yıldız', 'van den Berg'].map(toMailLetters)).toEqual([
      'lukasz',
      'weiss',
      'cigdem',
      'yildiz',
      'vandenberg',
    ])
  })
})

describe('chance', () => {
  it('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 20 }, createRandom(seed).next)
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
  })

  it('keeps its bounds and its weights', () => {
    const random = createRandom(3)
    const numbers = Array.from({ length: 2000 }, () => random.whole(3, 5))
    expect([...new Set(numbers)].sort()).toEqual([3, 4, 5])
    const values = Array.from({ length: 2000 }, () => random.weighted({ often: 9, seldom: 1 }))
    const often = values.filter((value) => value === 'often').length
    expect(often).toBeGreaterThan(1700)
    expect(often).toBeLessThan(1900)
    expect(random.some([1, 2, 3], 9).sort()).toEqual([1, 2, 3])
  })
})
