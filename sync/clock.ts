/**
 * Hybrid logical clock of one device. It orders the operations of a device and breaks ties of true
 * conflicts; it never decides whether there is a conflict (SPEC C4).
 */
export interface Clock {
  /** Milliseconds since 1970 UTC, 0 to 2^48 - 2. */
  readonly ms: number
  /** 0 to 65535, counts stamps within one millisecond. */
  readonly counter: number
  /** 8 characters of base32 that tell devices of a workspace apart. */
  readonly node: string
}

/** Largest millisecond a stamp can carry (year 10889). */
export const maxClockMs = 2 ** 48 - 2
const maxCounter = 0xffff
const nodeAlphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const stampPattern = /^([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-hjkmnp-tv-z]{8})$/

/** Gives the clock after one more local event at wall time `nowMs`. Never goes back (SPEC C1, C2). */
export function tickClock(clock: Clock, nowMs: number): Clock {
  const wallMs = clampMs(nowMs)
  if (wallMs > clock.ms) return { ...clock, ms: wallMs, counter: 0 }
  if (clock.counter < maxCounter) return { ...clock, counter: clock.counter + 1 }
  return { ...clock, ms: Math.min(clock.ms + 1, maxClockMs), counter: 0 }
}

/**
 * Gives the clock after a message stamped `remoteMs` arrived, trusting it only up to the server's
 * own time. Never refuses a message (SPEC C3).
 */
export function receiveTime(clock: Clock, remoteMs: number, serverNowMs: number): Clock {
  const trustedMs = Math.min(clampMs(remoteMs), clampMs(serverNowMs))
  return trustedMs > clock.ms ? { ...clock, ms: trustedMs, counter: 0 } : clock
}

/** Text form `%012x-%04x-<node>`; sorts bytewise in the order of the events (SPEC C1). */
export function formatStamp(clock: Clock): string {
  const ms = clock.ms.toString(16).padStart(12, '0')
  return `${ms}-${clock.counter.toString(16).padStart(4, '0')}-${clock.node}`
}

/** Reads a stamp; null when the text is not one. */
export function parseStamp(text: string): Clock | null {
  const match = stampPattern.exec(text)
  if (match === null) return null
  const [, ms, counter, node] = match
  return { ms: parseInt(ms!, 16), counter: parseInt(counter!, 16), node: node! }
}

/**
 * Server time of an operation: its stamp moved by the difference of the two wall clocks, never later
 * than now (SPEC C5). A wrong laptop clock therefore loses at most a tie.
 */
export function correctStampMs(stampMs: number, clientNowMs: number, serverNowMs: number): number {
  const movedMs = stampMs + (serverNowMs - clampMs(clientNowMs))
  return Math.max(0, Math.min(movedMs, serverNowMs))
}

/** Makes a node name from 8 random numbers in [0, 1). */
export function makeNode(random: () => number): string {
  let node = ''
  for (let i = 0; i < 8; i++) node += nodeAlphabet[Math.floor(random() * nodeAlphabet.length)]
  return node
}

function clampMs(ms: number): number {
  return Number.isFinite(ms) ? Math.max(0, Math.min(Math.floor(ms), maxClockMs)) : 0
}
