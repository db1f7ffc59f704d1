import WebSocket from 'ws'
import { retryDelayMs } from '../sync/session'

/** What the server says by itself: something moved, access changed, who is on an account. */
export type WakeMessage =
  | { readonly t: 'wake'; readonly b: readonly string[] }
  | { readonly t: 'access' }
  | { readonly t: 'presence'; readonly a: string; readonly who: readonly { member: string }[] }

export interface WakeSocket {
  send(message: object): void
  close(): void
}

export interface WakeSocketParts {
  readonly url: string
  token(): string | null
  random(): number
  onMessage(message: WakeMessage): void
  /** The server closed for a reason that a new greeting will tell. */
  onRefused(): void
  onOpen(): void
}

/** Nothing heard for this long (the server pings every 25 s) means a dead line. */
const silenceMs = 70_000
const maxPayloadBytes = 64 * 1024

/**
 * Keeps a socket to the server open, again and again with growing waits and jitter. It only wakes:
 * whatever gets lost here is found by asking every minute.
 */
export function openWakeSocket(parts: WakeSocketParts): WakeSocket {
  let socket: WebSocket | null = null
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let silence: NodeJS.Timeout | undefined
  let isClosed = false

  function heard(): void {
    clearTimeout(silence)
    silence = setTimeout(() => socket?.terminate(), silenceMs)
  }

  function again(): void {
    clearTimeout(silence)
    if (isClosed) return
    failures += 1
    timer = setTimeout(open, retryDelayMs(failures, parts.random))
  }

  function open(): void {
    const token = parts.token()
    if (token === null) return again()
    const opened = new WebSocket(parts.url, {
      headers: { authorization: `Bearer ${token}` },
      handshakeTimeout: 20_000,
      maxPayload: maxPayloadBytes,
      followRedirects: false,
    })
    socket = opened
    opened.on('open', () => {
      failures = 0
      heard()
      parts.onOpen()
    })
    opened.on('ping', heard)
    opened.on('message', (data, isBinary) => {
      heard()
      const message = isBinary ? null : readMessage(String(data))
      if (message) parts.onMessage(message)
    })
    opened.on('error', () => undefined)
    opened.on('close', (code) => {
      if (socket !== opened) return
      if (code === 4001) parts.onRefused()
      again()
    })
  }

  open()
  return {
    send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      clearTimeout(silence)
      socket?.terminate()
    },
  }
}

function readMessage(text: string): WakeMessage | null {
  try {
    const message = JSON.parse(text) as Partial<WakeMessage> | null
    if (message?.t === 'access') return { t: 'access' }
    if (message?.t === 'wake' && Array.isArray(message.b)) return message as WakeMessage
    if (message?.t === 'presence' && typeof message.a === 'string' && Array.isArray(message.who))
      return message as WakeMessage
    return null
  } catch {
    return null
  }
}
