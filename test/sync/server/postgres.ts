import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'

/** A PostgreSQL of its own for a test, on a socket in a temporary folder. */
export interface TestPostgres {
  /** Connection string of a database; made empty the first time it is asked for. */
  urlOf(name: string): Promise<string>
  stop(): Promise<void>
}

const root = '/usr/lib/postgresql'
const startLimitMs = 30_000

/** Folder of the newest PostgreSQL from 15 on; null where Debian's package is not installed. */
export function findPostgres(): string | null {
  const versions = existsSync(root) ? readdirSync(root).map(Number) : []
  const newest = versions.filter((version) => version >= 15).sort((a, b) => b - a)[0]
  return newest === undefined ? null : join(root, String(newest), 'bin')
}

/** Starts a server; as root it runs as the user postgres, since PostgreSQL refuses root. */
export async function startPostgres(bin: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'jetway-postgres-'))
  const isRoot = process.getuid?.() === 0
  const prefix = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : []
  if (isRoot) {
    const uid = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }))
    const gid = Number(execFileSync('id', ['-g', 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, uid, gid)
  }
  const data = join(folder, 'data')
  const initdb = [...prefix, join(bin, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-N']
  execFileSync(initdb[0]!, initdb.slice(1), { stdio: 'ignore' })
  const start = [
    ...prefix,
    join(bin, 'postgres'),
    ...['-D', data, '-k', folder, '-h', '', '-c', 'fsync=off', '-c', 'max_connections=60'],
  ]
  const server = spawn(start[0]!, start.slice(1), { stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const urlTo = (name: string) =>
    `postgresql://postgres@/${name}?host=${encodeURIComponent(folder)}`
  await waitFor(urlTo('postgres'))
  const made = new Set<string>()
  return {
    async urlOf(name) {
      if (!made.has(name)) {
        await withClient(urlTo('postgres'), (client) => client.query(`CREATE DATABASE ${name}`))
        made.add(name)
      }
      return urlTo(name)
    },
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function waitFor(url: string): Promise<void> {
  const limit = Date.now() + startLimitMs
  for (;;) {
    try {
      await withClient(url, (client) => client.query('SELECT 1'))
      return
    } catch (error) {
      if (Date.now() > limit) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function withClient(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
