import fc from 'fast-check'

/** One step of a history. Numbers pick rows, values and places; they are taken modulo what exists. */
export type Command =
  | { readonly t: 'insert'; readonly d: number; readonly pick: number; readonly v: number }
  | { readonly t: 'update'; readonly d: number; readonly pick: number; readonly v: number }
  | { readonly t: 'move'; readonly d: number; readonly pick: number; readonly v: number }
  | { readonly t: 'remove'; readonly d: number; readonly pick: number }
  | { readonly t: 'revive'; readonly d: number; readonly pick: number; readonly v: number }
  | { readonly t: 'text'; readonly d: number; readonly pick: number; readonly v: number }
  | { readonly t: 'invalid'; readonly d: number; readonly pick: number; readonly v: number }
  | { readonly t: 'push'; readonly d: number; readonly max: number }
  | { readonly t: 'pushLostAck'; readonly d: number; readonly max: number }
  | { readonly t: 'pushLost'; readonly d: number }
  | { readonly t: 'replayPush'; readonly d: number; readonly pick: number; readonly late: boolean }
  | { readonly t: 'pull'; readonly d: number; readonly rows: number }
  | { readonly t: 'pullLost'; readonly d: number; readonly rows: number }
  | { readonly t: 'latePull'; readonly d: number }
  | { readonly t: 'sync'; readonly d: number }
  | { readonly t: 'restart'; readonly d: number }
  | { readonly t: 'crash'; readonly d: number; readonly at: number }
  | { readonly t: 'clock'; readonly d: number; readonly jumpMs: number }
  | { readonly t: 'offline'; readonly d: number; readonly is: boolean }
  | { readonly t: 'wait'; readonly ms: number }
  | { readonly t: 'backup' }
  | { readonly t: 'restore' }

/** A whole history: how many devices, how wrong their clocks are, what happens. */
export interface History {
  readonly replicas: number
  readonly skewsMs: readonly number[]
  readonly seed: number
  readonly commands: readonly Command[]
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const skews = [0, 0, -3 * dayMs, 3 * dayMs, -300_000, 5 * hourMs, -3_650 * dayMs, 3_650 * dayMs]

/** Histories of up to `maxCommands` steps over 2 to 5 devices. */
export function historyArbitrary(maxCommands: number): fc.Arbitrary<History> {
  return fc.record({
    replicas: fc.integer({ min: 2, max: 5 }),
    skewsMs: fc.array(fc.constantFrom(...skews), { minLength: 5, maxLength: 5 }),
    seed: fc.nat(),
    commands: fc.array(commandArbitrary(), {
      minLength: Math.min(20, maxCommands),
      maxLength: maxCommands,
      size: 'max',
    }),
  })
}

function commandArbitrary(): fc.Arbitrary<Command> {
  const d = fc.nat(4)
  const pick = fc.nat(11)
  const v = fc.nat(63)
  const rows = fc.constantFrom(1, 2, 3, 5, 500)
  const max = fc.constantFrom(1, 2, 3, 100)
  const step = <T extends Command['t']>(t: T, weight: number, rest: object) => ({
    weight,
    arbitrary: fc.record({ t: fc.constant(t), ...rest }) as unknown as fc.Arbitrary<Command>,
  })
  return fc.oneof(
    step('insert', 5, { d, pick, v }),
    step('update', 9, { d, pick, v }),
    step('move', 7, { d, pick, v }),
    step('remove', 3, { d, pick }),
    step('revive', 2, { d, pick, v }),
    step('text', 4, { d, pick, v }),
    step('invalid', 1, { d, pick, v }),
    step('push', 6, { d, max }),
    step('pushLostAck', 3, { d, max }),
    step('pushLost', 1, { d }),
    step('replayPush', 2, { d, pick, late: fc.boolean() }),
    step('pull', 7, { d, rows }),
    step('pullLost', 2, { d, rows }),
    step('latePull', 3, { d }),
    step('sync', 5, { d }),
    step('restart', 1, { d }),
    step('crash', 3, { d, at: fc.integer({ min: 1, max: 25 }) }),
    step('clock', 1, { d, jumpMs: fc.constantFrom(-dayMs, -hourMs, 1_000, hourMs, dayMs) }),
    step('offline', 2, { d, is: fc.constantFrom(true, false, false) }),
    step('backup', 2, {}),
    step('restore', 1, {}),
    step('wait', 2, { ms: fc.constantFrom(0, 1, 1_000, hourMs) }),
  )
}
