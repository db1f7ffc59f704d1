export interface NpsAnswer {
  readonly personId: string
  /** 0 to 10. */
  readonly score: number
  readonly atMs: number
}

export interface Nps {
  /** -100 to +100, a whole number; null = no answers, never 0. */
  readonly value: number | null
  readonly answers: number
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

/** Twelve months, ms. */
export const npsWindowMs = 365 * 86_400_000

/**
 * Net promoter score over the latest answer of each person in the window (standards.md 4):
 * share of 9-10 minus share of 0-6 over ALL answers.
 */
export function npsOf(answers: readonly NpsAnswer[], nowMs: number, windowMs = npsWindowMs): Nps {
  const latest = new Map<string, NpsAnswer>()
  for (const answer of answers) {
    if (answer.atMs > nowMs || answer.atMs < nowMs - windowMs) continue
    const known = latest.get(answer.personId)
    if (!known || known.atMs < answer.atMs) latest.set(answer.personId, answer)
  }
  const scores = [...latest.values()].map((answer) => answer.score)
  const promoters = scores.filter((score) => score >= 9).length
  const detractors = scores.filter((score) => score <= 6).length
  const count = scores.length
  const value = count === 0 ? null : Math.round(((promoters - detractors) / count) * 100)
  return { value, answers: count, promoters, passives: count - promoters - detractors, detractors }
}

/** Customer satisfaction: the share of 4-5 on 1-5, 0 to 1; null = no answers. */
export function csatOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.filter((score) => score >= 4).length / scores.length
}
