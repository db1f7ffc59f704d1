import { insert } from '../entity'
import type { Change, CommandContext } from '../entity'
import { accountTable } from '../entities/account'

export type DemoSize = 'usual' | 'large'

/** How many accounts a demo has. */
export function demoCount(size: DemoSize): number {
  return size === 'large' ? 10_000 : 12
}

/** The rows of a demo, account by account. */
export function* demoChanges(
  size: DemoSize,
  seed: number,
  context: CommandContext,
): Generator<readonly Change[]> {
  for (let index = 0; index < demoCount(size); index += 1) {
    const name = `Account ${seed % 7}${index}`
    const values = { id: context.newId(), name, ownerMemberId: context.memberId }
    yield [insert(accountTable, { ...values, createdAtMs: context.nowMs })]
  }
}
