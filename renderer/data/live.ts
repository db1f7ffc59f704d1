import { useCallback, useSyncExternalStore } from 'react'
import type { LiveCall } from '../../db/remote'
import type { Reads } from '../../db/serve'
import type { Announcement } from '../../db/write'
import { client } from './store'

/** A watched query: its value, who listens, and what it depends on. */
interface Watched {
  readonly operation: string
  readonly args: unknown
  value: unknown
  reads: Reads | null
  isAsking: boolean
  isStale: boolean
  listeners: Set<() => void>
  dropTimer: ReturnType<typeof setTimeout> | undefined
}

type RowWithId = Readonly<Record<string, unknown>> & { readonly id: string }

/** How long a query without listeners stays, so that going back is instant, ms. */
const keepMs = 20_000

const watchedByKey = new Map<string, Watched>()
let frame = 0

/**
 * The value of a query, kept up to date: lists of one table are patched row by row, other queries
 * are asked again at most once a frame. Undefined while it is asked for the first time, and always
 * for `args` null.
 */
export function useLive<A, V>(call: LiveCall<A, V>, args: A | null): V | undefined {
  const operation = call.operation
  const key = args === null ? '' : `${operation} ${JSON.stringify(args)}`
  const subscribe = useCallback(
    (listener: () => void) => {
      if (key === '') return () => undefined
      return watch(key, operation, JSON.parse(key.slice(operation.length + 1)), listener)
    },
    [key, operation],
  )
  return useSyncExternalStore(subscribe, () => watchedByKey.get(key)?.value as V | undefined)
}

function watch(key: string, operation: string, args: unknown, listener: () => void): () => void {
  let watched = watchedByKey.get(key)
  if (!watched) {
    const listeners = new Set<() => void>()
    watched = {
      operation,
      args,
      value: undefined,
      reads: null,
      isAsking: false,
      isStale: false,
      listeners,
      dropTimer: undefined,
    }
    watchedByKey.set(key, watched)
    void ask(watched)
  }
  const entry = watched
  clearTimeout(entry.dropTimer)
  entry.listeners.add(listener)
  return () => {
    entry.listeners.delete(listener)
    if (entry.listeners.size > 0) return
    entry.dropTimer = setTimeout(() => watchedByKey.delete(key), keepMs)
  }
}

async function ask(watched: Watched): Promise<void> {
  if (watched.isAsking) {
    watched.isStale = true
    return
  }
  watched.isAsking = true
  watched.isStale = false
  try {
    const { value, reads } = await client.read(watched.operation, watched.args)
    watched.reads = reads
    setValue(watched, value)
  } catch (error) {
    console.error(watched.operation, error)
  } finally {
    watched.isAsking = false
    if (watched.isStale) askSoon(watched)
  }
}

function askSoon(watched: Watched): void {
  watched.isStale = true
  if (frame !== 0) return
  frame = requestAnimationFrame(() => {
    frame = 0
    for (const entry of watchedByKey.values()) if (entry.isStale) void ask(entry)
  })
}

client.listen((event) => {
  for (const watched of watchedByKey.values()) {
    if (event.kind === 'changed') takeChange(watched, event.announcement)
    else if (event.kind === 'attached') {
      if (watched.reads) askSoon(watched)
    } else if (watched.reads?.tables.some((table) => event.tables.includes(table))) askSoon(watched)
  }
})

function takeChange(watched: Watched, announcement: Announcement): void {
  const { reads } = watched
  if (!reads || !reads.tables.some((table) => table in announcement)) return
  if (!reads.patch || watched.isAsking) return askSoon(watched)
  const { table, column, value } = reads.patch
  const { rows, removed } = announcement[table]!
  const list = watched.value as readonly RowWithId[]
  const patched = patchRows(list, rows as readonly RowWithId[], removed, column, value)
  if (patched !== list) setValue(watched, patched)
}

/** The list with changed rows put in place, new ones at the end and removed ones gone. */
export function patchRows<T extends RowWithId>(
  list: readonly T[],
  rows: readonly T[],
  removed: readonly string[],
  column: string,
  value: unknown,
): readonly T[] {
  const gone = new Set(removed)
  const changed = new Map<string, T>()
  for (const row of rows) {
    if (row[column] === value) changed.set(row.id, row)
    else gone.add(row.id)
  }
  let isTouched = false
  const next: T[] = []
  for (const row of list) {
    const replacement = changed.get(row.id)
    if (replacement) {
      changed.delete(row.id)
      next.push(replacement)
      isTouched = true
    } else if (gone.has(row.id)) isTouched = true
    else next.push(row)
  }
  if (changed.size > 0) isTouched = true
  return isTouched ? [...next, ...changed.values()] : list
}

function setValue(watched: Watched, value: unknown): void {
  watched.value = value
  for (const listener of watched.listeners) listener()
}
