import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { action } from '../action'
import type { ActionContext, StoreServices } from '../action'
import { accountTable } from '../entities/account'
import type { Change } from '../entity'
import { StoreError } from '../errors'
import { demoChanges, demoCount } from './portfolio'
import type { DemoSize } from './portfolio'

/** Changes written in one transaction, a third of a second; other calls get their turn after each. */
const chunkSize = 5000

/** The seed of every demo: the same companies on every machine, under ids of their own. */
const demoSeed = 20_260_302

/** The demo workspace in one click. */
export const demo = {
  /**
   * Fills an empty workspace with fictional companies; does nothing where there is an account.
   * It is no step that undo takes back. Cancelled, it leaves the workspace as it was.
   */
  make: action(z.object({ size: z.enum(['usual', 'large']) }), makeDemo),
}

async function makeDemo(
  services: StoreServices,
  { size }: { size: DemoSize },
  { signal, progress }: ActionContext,
): Promise<null> {
  const { db, door } = services
  if (
    db.read
      .select({ one: sql`1` })
      .from(accountTable)
      .limit(1)
      .get()
  )
    return null
  const tx = door.open('demo.make')
  try {
    const total = demoCount(size)
    let done = 0
    let chunk: Change[] = []
    for (const changes of demoChanges(size, demoSeed, door.context())) {
      done += 1
      chunk.push(...changes)
      if (chunk.length < chunkSize) continue
      door.append(tx, chunk)
      chunk = []
      services.search.flush()
      progress(done, total)
      await services.breathe()
      if (signal.aborted) throw new StoreError('cancelled')
    }
    door.append(tx, chunk)
    progress(total, total)
    door.settle(tx)
    return null
  } catch (error) {
    door.abandon(tx)
    throw error
  }
}
