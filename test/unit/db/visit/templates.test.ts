import { describe, expect, it } from 'vitest'
import { languages, visitTypes } from '../../../../db/terms'
import { proposeAgenda, translateTitle } from '../../../../db/visit/templates'

describe('agenda templates', () => {
  it.each(visitTypes)('%s is the same agenda in four languages, each in its own words', (type) => {
    const shapes = languages.map((language) =>
      proposeAgenda(type, language).map(({ kind, durationMinutes, isCustomerValue, isNoSell }) => ({
        kind,
        durationMinutes,
        isCustomerValue,
        isNoSell,
      })),
    )
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1)
    const titles = languages.map((language) =>
      proposeAgenda(type, language).map(({ title }) => title),
    )
    for (const list of titles) {
      expect(list.every((title) => title.trim() === title && title.length > 2)).toBe(true)
      expect(new Set(list).size).toBeGreaterThanOrEqual(list.length - 1)
    }
    expect(new Set(titles.map((list) => list.join())).size).toBe(languages.length)
  })

  it('read in each language whatever language they were made in, and leave other words alone', () => {
    const [, goals] = proposeAgenda('qbr', 'pl')
    expect(languages.map((language) => translateTitle(goals!.title, language))).toEqual(
      languages.map((language) => proposeAgenda('qbr', language)[1]!.title),
    )
    expect(translateTitle('Tour of the plant', 'pl')).toBe('Tour of the plant')
  })

  it('open with the customer’s goals, not with us (methods 1.4)', () => {
    for (const type of visitTypes) {
      expect(
        proposeAgenda(type, 'en')
          .slice(0, 2)
          .every(({ isCustomerValue }) => isCustomerValue),
      ).toBe(true)
    }
  })

  it('never sell in a QBR, which has the four blocks and a surprise (methods 4.9, 2.14)', () => {
    const qbr = proposeAgenda('qbr', 'en')
    expect(qbr.every(({ isCustomerValue }) => isCustomerValue)).toBe(true)
    expect(qbr.filter(({ isNoSell }) => isNoSell).map(({ title }) => title)).toEqual([
      'Your goals this quarter',
      'Trends in your industry',
      'Our relationship: people and changes on both sides',
      'What we promised, and where it stands',
      'Suggestions for improvement, yours first',
      'Open words: what should we hear',
      'A surprise for you',
    ])
  })
})
