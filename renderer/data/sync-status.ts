import { useEffect, useSyncExternalStore } from 'react'
import type { StoreEvent } from '../../db/remote'
import type { SyncStatus } from '../../db/sync/status'
import { client, store } from './store'

/** Changes of one's own come in bursts; the figures follow a moment later, ms. */
const followMs = 400

interface Watched {
  value: SyncStatus | null
  timer: number | undefined
  isFollowing: boolean
}

const watched: Watched = { value: null, timer: undefined, isFollowing: false }
const listeners = new Set<() => void>()

/** How sync stands; null until the store was asked. */
export function useSyncStatus(): SyncStatus | null {
  return useSyncExternalStore(subscribe, () => watched.value)
}

/** Tells the server which account is on the screen, and reads its news. */
export function useLookAt(accountId: string | null): void {
  useEffect(() => {
    void store.sync.look({ accountId }).then(
      (seen) => seen > 0 && ask(),
      () => undefined,
    )
  }, [accountId])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    if (!watched.isFollowing) {
      watched.isFollowing = true
      client.listen(follow)
      window.addEventListener('online', wake)
    }
    ask()
  }
  return () => listeners.delete(listener)
}

function ask(): void {
  clearTimeout(watched.timer)
  watched.timer = undefined
  void store.sync.status().then(
    (value) => {
      if (JSON.stringify(value) === JSON.stringify(watched.value)) return
      watched.value = value
      for (const listener of listeners) listener()
    },
    () => undefined,
  )
}

function follow(event: StoreEvent): void {
  if (listeners.size === 0) return
  if (event.kind === 'attached' || (event.kind === 'stale' && event.tables.includes('_sync'))) ask()
  else watched.timer ??= window.setTimeout(ask, followMs)
}

function wake(): void {
  void store.sync.wake().catch(() => undefined)
}
