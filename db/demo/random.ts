/** A stream of chance that a seed decides whole. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the values, each as likely as its weight says. */
  weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T
  /** Up to `count` different elements, in a random order. */
  some<T>(list: readonly T[], count: number): T[]
}

/** Mulberry32: 32 bits of state, even enough for a demo, the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  function whole(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1))
  }
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => list[whole(0, list.length - 1)]!,
    weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T {
      const entries = Object.entries(weights) as [T, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of entries) if ((left -= weight) < 0) return value
      return entries[0]![0]
    },
    some(list, count) {
      const rest = [...list]
      const taken = Math.min(count, rest.length)
      for (let index = 0; index < taken; index += 1) {
        const other = whole(index, rest.length - 1)
        ;[rest[index], rest[other]] = [rest[other]!, rest[index]!]
      }
      return rest.slice(0, taken)
    },
  }
}
