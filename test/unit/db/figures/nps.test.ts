import { describe, expect, it } from 'vitest'
import { csatOf, npsOf } from '../../../../db/figures/nps'

const nowMs = Date.UTC(2026, 5, 1)
const answers = (...scores: number[]) =>
  scores.map((score, index) => ({ personId: `p${index}`, score, atMs: nowMs - 1000 }))

describe('npsOf', () => {
  it('is the share of promoters minus detractors over all answers', () => {
    const tenth = [9, 10, 9, 7, 8, 7, 8, 7, 0, 6]
    expect(npsOf(answers(...tenth), nowMs)).toEqual({
      value: 10,
      answers: 10,
      promoters: 3,
      passives: 5,
      detractors: 2,
    })
  })
  it('is no data without answers, never zero', () => {
    expect(npsOf([], nowMs).value).toBeNull()
  })
  it('counts the latest answer of a person and none outside the window', () => {
    const old = { personId: 'p', score: 0, atMs: nowMs - 100 * 86_400_000 }
    const latest = { personId: 'p', score: 10, atMs: nowMs - 1 }
    const ancient = { personId: 'q', score: 0, atMs: nowMs - 400 * 86_400_000 }
    expect(npsOf([old, latest, ancient], nowMs)).toMatchObject({ value: 100, answers: 1 })
  })
})

describe('csatOf', () => {
  it('is the share of four and five', () => {
    expect(csatOf([5, 4, 3, 1])).toBe(0.5)
    expect(csatOf([])).toBeNull()
  })
})
