import { CrashError } from './contract'

type Cell = Map<string, unknown>

/**
 * A durable key-value store in memory: transactions undo themselves when they fail, and the power can
 * be cut at any statement. It stands in for a database file, where `restart` finds what was committed.
 */
export class Store {
  private undo: (() => void)[] | null = null
  private statementsLeft = Number.POSITIVE_INFINITY

  /** The power goes at the k-th statement from now; 0 takes that back. */
  armCrash(statements: number): void {
    this.statementsLeft = statements > 0 ? statements : Number.POSITIVE_INFINITY
  }

  set<T>(map: Map<string, T>, key: string, value: T): void {
    this.tick()
    this.remember(map, key)
    map.set(key, value)
  }

  delete<T>(map: Map<string, T>, key: string): void {
    this.tick()
    this.remember(map, key)
    map.delete(key)
  }

  transaction<T>(work: () => T): T {
    this.tick()
    this.undo = []
    try {
      const result = work()
      this.tick()
      return result
    } catch (error) {
      for (const step of this.undo.reverse()) step()
      throw error
    } finally {
      this.undo = null
    }
  }

  private tick(): void {
    if (--this.statementsLeft <= 0) {
      this.statementsLeft = Number.POSITIVE_INFINITY
      throw new CrashError('The power went.')
    }
  }

  private remember<T>(map: Map<string, T>, key: string): void {
    const cell = map as Cell
    const had = cell.has(key)
    const value = cell.get(key)
    this.undo?.push(() => (had ? cell.set(key, value) : cell.delete(key)))
  }
}
