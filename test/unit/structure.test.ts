import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findForbiddenStatements } from '../../build/migration-guard.mjs'
import { listFiles, projectRoot, readImports, readSource } from '../support/source-tree'

const topFolders = ['sync', 'db', 'electron', 'renderer', 'server', 'build', 'test', 'docs']
const codeFolders = topFolders.filter((folder) => folder !== 'docs')
const codeEndings = ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.css']
const codeFiles = codeFolders.flatMap((folder) => listFiles(folder, codeEndings))
const scriptFiles = codeFiles.filter((file) => !file.endsWith('.css'))
const lineLimit = 500
const readmeLineLimit = 20

/** Arrows between top folders: what the code of a folder may import at run time and as types. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  sync: [],
  db: ['sync'],
  electron: ['sync', 'db'],
  server: ['sync'],
  renderer: [],
  build: [],
}
/**
 * The page's own arrows: the door to the store and pure values at run time; as types, whatever is
 * on the other side of the door.
 */
const pageRunTimePlaces = ['db/remote.ts', 'db/terms.ts', 'db/formats/', 'db/visit/']
const pageTypePlaces = ['db/', 'electron/shell.ts']

describe('every file', () => {
  it(`has at most ${lineLimit} lines (tests may be longer)`, () => {
    const long = codeFiles.filter(
      (file) => !file.startsWith('test/') && countLines(readSource(file)) > lineLimit,
    )
    expect(long).toEqual([])
  })

  it('has a name in kebab-case, and so have its folders', () => {
    const isKebab = (part: string) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part)
    const named = codeFiles.filter((file) => !file.startsWith('db/migrations/'))
    // The stand-in bears the name that Electron looks for.
    const exempt = (file: string) => file.startsWith('build/default_app/')
    const wrong = named.filter((file) => !exempt(file) && !file.split('/').every(isKebab))
    expect(wrong).toEqual([])
  })

  it('lives in a folder that says what it is about', () => {
    const drawers = ['shared', 'lib', 'libs', 'utils', 'helpers', 'types', 'common', 'misc']
    const folders = new Set(codeFiles.map((file) => dirname(file)))
    const wrong = [...folders].filter((folder) =>
      folder.split('/').some((part) => drawers.includes(part)),
    )
    expect(wrong).toEqual([])
  })
})

describe('imports', () => {
  it('name files that exist', () => {
    const lost = scriptFiles.flatMap((file) =>
      readImports(file)
        .filter(({ specifier, target }) => specifier.startsWith('.') && target === undefined)
        .map(({ specifier }) => `${file} -> ${specifier}`),
    )
    expect(lost).toEqual([])
  })

  it('never go round in a circle', () => {
    expect(findCycles()).toEqual([])
  })

  it.each(Object.keys(arrows))('of %s/ point to what is purer', (folder) => {
    const wrong = scriptFiles
      .filter((file) => topFolderOf(file) === folder)
      .flatMap((file) =>
        readImports(file)
          .filter(({ target, isTypeOnly }) => target && !isAllowed(folder, target, isTypeOnly))
          .map(({ target }) => `${file} -> ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('of the page reach the pure parts of db/ only', () => {
    const reached = [...reachableFrom(listFiles('renderer', codeEndings))]
    expect(reached.filter((file) => file.startsWith('db/node/'))).toEqual([])
  })

  it('of a feature never name another feature', () => {
    const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1]
    const wrong = scriptFiles
      .filter((file) => featureOf(file) !== undefined)
      .flatMap((file) =>
        readImports(file)
          .map(({ target }) => target ?? '')
          .filter((target) => featureOf(target) && featureOf(target) !== featureOf(file))
          .map((target) => `${file} -> ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('of db/ leave the driver and Node to db/node/', () => {
    const wrong = listFiles('db', ['.ts'])
      .filter((file) => !file.startsWith('db/node/'))
      .flatMap((file) =>
        readImports(file)
          .filter(
            ({ specifier, target }) =>
              /^(node:|better-sqlite3|electron$)/.test(specifier) || target?.startsWith('db/node/'),
          )
          .map(({ specifier }) => `${file} -> ${specifier}`),
      )
    expect(wrong).toEqual([])
  })
})

describe('pure code', () => {
  it('takes clock and chance from its caller', () => {
    const pure = ['sync', 'db/entities', 'db/views'].flatMap((folder) => listFiles(folder, ['.ts']))
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/
    expect(pure.filter((file) => impure.test(withoutComments(readSource(file))))).toEqual([])
  })
})

describe('every entity', () => {
  it('has a test in the same place under test/unit', () => {
    const missing = listFiles('db/entities', ['.ts'])
      .map((file) => `test/unit/${file.replace(/\.ts$/, '.test.ts')}`)
      .filter((file) => !existsSync(join(projectRoot, file)))
    expect(missing).toEqual([])
  })
})

describe('every migration', () => {
  const migrations = listFiles('db/migrations', ['.sql'])

  it.each(migrations)('%s only creates and adds', (file) => {
    expect(findForbiddenStatements(readSource(file))).toEqual([])
  })

  it('has its number once, without a gap', () => {
    const numbers = migrations.map((file) => Number(/^\d+/.exec(basename(file))?.[0]))
    expect(numbers).toEqual(numbers.map((_number, index) => index + (numbers[0] ?? 0)))
  })
})

describe('every top folder', () => {
  it.each(topFolders)(`%s/ has a README of at most ${readmeLineLimit} lines`, (folder) => {
    const readme = join(folder, 'README.md')
    expect(existsSync(join(projectRoot, readme))).toBe(true)
    expect(countLines(readSource(readme))).toBeLessThanOrEqual(readmeLineLimit)
  })

  it('is one of those that the design names', () => {
    const notCode = ['node_modules', 'out', 'dist', 'test-results', 'shots', 'coverage']
    const present = readdirSync(projectRoot, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !notCode.includes(name) && name !== 'bench-results')
    expect(present.filter((name) => !topFolders.includes(name))).toEqual([])
  })
})

function topFolderOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function isAllowed(folder: string, target: string, isTypeOnly: boolean): boolean {
  const targetFolder = topFolderOf(target)
  if (targetFolder === folder || arrows[folder]?.includes(targetFolder)) return true
  if (folder !== 'renderer') return false
  const places = isTypeOnly ? pageTypePlaces : pageRunTimePlaces
  return places.some((place) => target.startsWith(place))
}

/** Cycles of what is imported at run time, each as the files it goes through. */
function findCycles(): readonly string[] {
  const cycles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at !== -1) cycles.push([...path.slice(at), file].join(' -> '))
    if (at !== -1 || done.has(file)) return
    for (const target of runTimeTargets(file)) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of scriptFiles) walk(file, [])
  return cycles
}

function reachableFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const walk = (file: string): void => {
    if (reached.has(file) || !existsSync(join(projectRoot, file))) return
    reached.add(file)
    for (const target of runTimeTargets(file)) walk(target)
  }
  for (const file of files) walk(file)
  return reached
}

function runTimeTargets(file: string): readonly string[] {
  if (!/\.(ts|tsx|mjs|js)$/.test(file)) return []
  return readImports(file)
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .flatMap(({ target }) => target ?? [])
}

function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
