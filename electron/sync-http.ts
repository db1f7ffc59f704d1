import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { RawAnswer } from '../sync/answer'
import { limits, markerHeader, protocolVersion } from '../sync/wire'

const compress = promisify(gzip)
const compressFromLength = 1024

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly token: string | null
  readonly body?: string
  readonly timeoutMs: number
}

/** What came back, with the server's clock where it said so. */
export type HttpAnswer = RawAnswer & { readonly serverNowMs?: number }

export type AskServer = (request: HttpRequest) => Promise<HttpAnswer>

/**
 * One request over `fetch`. It never follows a redirect and believes only what carries the marker
 * header (sync/SPEC.md W6); an answer longer than allowed is given up while it comes in.
 */
export function createAskServer(fetchOf: typeof fetch, nowMs: () => number): AskServer {
  return async ({ method, url, token, body, timeoutMs }) => {
    const headers: Record<string, string> = {
      'accept-encoding': 'gzip',
      'x-client-now': String(Math.floor(nowMs())),
    }
    if (token !== null) headers['authorization'] = `Bearer ${token}`
    let data: string | Uint8Array | undefined
    if (body !== undefined) {
      headers['content-type'] = 'application/json'
      data = body
      if (body.length >= compressFromLength) {
        headers['content-encoding'] = 'gzip'
        data = new Uint8Array(await compress(body, { level: 3 }))
      }
    }
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const request: RequestInit = { method, headers, signal, redirect: 'manual' }
      if (data !== undefined) request.body = data as NonNullable<RequestInit['body']>
      return await readAnswer(await fetchOf(url, request))
    } catch {
      return { kind: 'none' }
    }
  }
}

async function readAnswer(response: Response): Promise<HttpAnswer> {
  const isMarked = response.headers.get(markerHeader) === String(protocolVersion)
  const retryAfterS = Number(response.headers.get('retry-after') ?? Number.NaN)
  const serverNowMs = Date.parse(response.headers.get('date') ?? '')
  const text = isMarked ? await readText(response) : ''
  // Every answer of ours says something: an empty one was cut.
  if (isMarked && text === '') return { kind: 'none' }
  if (!isMarked) await response.body?.cancel()
  return {
    kind: 'http',
    status: response.status,
    isMarked,
    body: text,
    ...(Number.isFinite(retryAfterS) && { retryAfterMs: retryAfterS * 1000 }),
    ...(isMarked && Number.isFinite(serverNowMs) && { serverNowMs }),
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = response.body?.getReader()
  if (!reader) return ''
  const parts: string[] = []
  let length = 0
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array }
    if (done || !value) return parts.join('') + decoder.decode()
    const part = decoder.decode(value, { stream: true })
    length += part.length
    if (length > limits.answerLength) {
      await reader.cancel()
      throw new Error('too long')
    }
    parts.push(part)
  }
}
