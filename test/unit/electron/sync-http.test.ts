import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createAskServer } from '../../../electron/sync-http'
import { classifyAnswer } from '../../../sync/answer'

const ask = createAskServer(fetch, () => 1_000)
let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server that answers every request by a function. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  server = createServer(answer)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`
}

const marked = { 'x-jetway-sync': '1', 'content-type': 'application/json' }
const request = { method: 'POST', token: 'secret', timeoutMs: 2_000 } as const

describe('a request to the server', () => {
  it('sends token, clock and a long body compressed', async () => {
    const seen: { headers: IncomingMessage['headers']; body: string }[] = []
    const url = await serve((incoming, response) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('end', () => {
        const body = gunzipSync(Buffer.concat(parts)).toString()
        seen.push({ headers: incoming.headers, body })
        response.writeHead(200, { ...marked, 'content-encoding': 'gzip' })
        response.end(gzipSync('{"ok":true}'))
      })
    })
    const body = 'x'.repeat(5_000)
    const answer = await ask({ ...request, url, body })
    expect(answer).toMatchObject({ kind: 'http', status: 200, isMarked: true, body: '{"ok":true}' })
    expect(seen[0]?.body).toBe(body)
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'x-client-now': '1000',
      'content-encoding': 'gzip',
    })
  })

  it.each([
    ['a portal that answers 200 in HTML', 200, { 'content-type': 'text/html' }, '<html>'],
    ['a portal that says 401', 401, {}, '{"code":"token_expired"}'],
    ['a portal that redirects', 302, { location: 'http://login.example/' }, ''],
    ['a portal that says 511', 511, {}, ''],
  ])('takes %s for a stranger [W6]', async (_name, status, headers, body) => {
    const url = await serve((_incoming, response) => {
      response.writeHead(status as number, headers as Record<string, string>)
      response.end(body as string)
    })
    expect(classifyAnswer(await ask({ ...request, url })).kind).toBe('stranger')
  })

  it.each([
    [
      'cut in the middle',
      (response: ServerResponse) => {
        response.writeHead(200, { ...marked, 'content-length': '100' })
        response.write('{"half')
        setTimeout(() => response.destroy(), 10)
      },
    ],
    [
      'cut in its compression',
      (response: ServerResponse) => {
        response.writeHead(200, { ...marked, 'content-encoding': 'gzip' })
        response.end(gzipSync('{"a":1}'.repeat(500)).subarray(0, 30))
      },
    ],
    [
      'not UTF-8',
      (response: ServerResponse) => {
        response.writeHead(200, marked)
        response.end(Buffer.from([0x22, 0xff, 0xfe, 0x22]))
      },
    ],
    ['never given', () => undefined],
  ])('takes an answer that is %s for none', async (_name, answer) => {
    const url = await serve((_incoming, response) => answer(response))
    expect(await ask({ ...request, url, timeoutMs: 300 })).toEqual({ kind: 'none' })
  })

  it('takes a server that is not there for none', async () => {
    expect(await ask({ ...request, url: 'http://127.0.0.1:9/x' })).toEqual({ kind: 'none' })
  })
})
