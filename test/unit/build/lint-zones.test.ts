import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** One line of code, the file it stands in, and whether the lint zones let it pass. */
const cases: readonly (readonly [file: string, line: string, verdict: 'passes' | 'refused'])[] = [
  ['sync/a.ts', "export { b } from './b'", 'passes'],
  ['sync/c.ts', "import { b } from '../db/b'", 'refused'],
  ['sync/d.ts', "import { b } from 'node:fs'", 'refused'],
  ['sync/e.ts', "import { b } from 'drizzle-orm'", 'refused'],
  ['db/a.ts', "import { b } from '../sync/clock'", 'passes'],
  ['db/b.ts', "import { b } from 'drizzle-orm'", 'passes'],
  ['db/c.ts', "import { b } from 'node:fs'", 'refused'],
  ['db/d.ts', "import { b } from './node/open'", 'refused'],
  ['db/views/e.ts', "import { b } from '../node/open'", 'refused'],
  ['db/entities/f.ts', "import { b } from '../../electron/shell'", 'refused'],
  ['db/g.ts', "import { b } from 'better-sqlite3'", 'refused'],
  ['db/node/a.ts', "import { b } from 'better-sqlite3'", 'passes'],
  ['db/node/b.ts', "import { b } from 'node:fs'", 'passes'],
  ['db/node/c.ts', "import { b } from 'electron'", 'refused'],
  ['db/node/d.ts', "import { b } from '../../electron/main'", 'refused'],
  ['electron/a.ts', "import { b } from '../db/node/open'", 'passes'],
  ['electron/b.ts', "import { b } from 'electron'", 'passes'],
  ['electron/c.ts', "import { b } from 'react'", 'refused'],
  ['electron/d.ts', "import { b } from '../renderer/app/frame'", 'refused'],
  ['electron/e.ts', "import { b } from 'drizzle-orm'", 'refused'],
  ['renderer/data/a.ts', "import { b } from '../../db/remote'", 'passes'],
  ['renderer/data/b.ts', "import type { b } from '../../db/api'", 'passes'],
  ['renderer/data/c.ts', "import { b } from '../../db/api'", 'refused'],
  ['renderer/data/d.ts', "import type { b } from '../../electron/shell'", 'passes'],
  ['renderer/data/e.ts', "import { b } from '../../electron/shell'", 'refused'],
  ['renderer/data/f.ts', "import { b } from '../../db/write'", 'refused'],
  ['renderer/data/j.ts', "import type { b } from '../../db/entities/seat'", 'passes'],
  ['renderer/data/k.ts', "import { b } from '../../db/entities/seat'", 'refused'],
  ['renderer/data/l.ts', "import { b } from '../../db/terms'", 'passes'],
  ['renderer/features/map/m.ts', "import { b } from '../../../db/formats/zone'", 'passes'],
  ['renderer/features/map/n.ts', "import { b } from '../../../db/visit/readiness'", 'passes'],
  ['renderer/features/map/o.ts', "import { b } from '../../../db/node/open'", 'refused'],
  ['renderer/data/g.ts', "import { b } from 'node:fs'", 'refused'],
  ['renderer/data/h.ts', "import { b } from 'electron'", 'refused'],
  ['renderer/data/i.ts', "import type { b } from '../../sync/clock'", 'refused'],
  ['server/a.ts', "import { b } from '../sync/wire'", 'passes'],
  ['server/b.ts', "import { b } from '../db/registry'", 'refused'],
  ['server/c.ts', "import { b } from 'electron'", 'refused'],
]

let folder = ''
const refused = new Set<string>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetway-zones-'))
  cpSync(resolve('.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [file, line] of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    const use = line.startsWith('import type') ? 'export type c = b' : 'export const c = b'
    writeFileSync(join(folder, file), line.startsWith('export') ? line : `${line}\n${use}\n`)
  }
  const oxlint = resolve('node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  for (const { code, filename } of report.diagnostics) {
    if (code.includes('no-restricted-imports')) refused.add(filename)
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the lint zones', () => {
  it.each(cases)('%s with %s: %s', (file, _line, verdict) => {
    expect(refused.has(file) ? 'refused' : 'passes').toBe(verdict)
  })
})
