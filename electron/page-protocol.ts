import type { Session } from 'electron'
import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Everything the page loads comes from here; the origin is `app://jetway`. */
export const pageOrigin = 'app://jetway'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob: data:`,
  `font-src 'self'`,
  `connect-src 'self' blob:`,
  `worker-src 'self' blob:`,
  `frame-src 'self'`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'self'`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ')

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the built page to a session, and nothing outside its folder. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = fileFor(folder, url)
    if (url.origin === pageOrigin || url.host === 'jetway') {
      try {
        const type = contentTypes[path.extname(file ?? '')]
        if (file && type) {
          const headers = {
            'content-type': type,
            'content-security-policy': contentPolicy,
            'x-content-type-options': 'nosniff',
          }
          return new Response(new Uint8Array(await readFile(file)), { headers })
        }
      } catch {
        return notFound()
      }
    }
    return notFound()
  })
}

function notFound(): Response {
  return new Response('not found', { status: 404 })
}

function fileFor(folder: string, url: URL): string | null {
  const name = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)
  if (name.includes('\0')) return null
  const file = path.normalize(path.join(folder, name))
  return file.startsWith(folder + path.sep) ? file : null
}
