import { useSyncExternalStore } from 'react'

const stepMs = 60_000
const listeners = new Set<() => void>()
const clock = { nowMs: Date.now(), timer: 0 }

/** The present time to the minute, UTC ms; what shows it is painted again when the minute changes. */
export function useNowMs(): number {
  return useSyncExternalStore(subscribe, () => clock.nowMs)
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    if (Date.now() - clock.nowMs > stepMs) clock.nowMs = Date.now()
    clock.timer = window.setInterval(tick, stepMs)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.clearInterval(clock.timer)
  }
}

function tick(): void {
  clock.nowMs = Date.now()
  for (const listener of listeners) listener()
}
