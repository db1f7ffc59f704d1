import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, posix, relative, resolve, sep } from 'node:path'

/** The root of the project; tests run from there. */
export const projectRoot = resolve(import.meta.dirname, '../..')

/** One import or re-export, as it stands in a file. */
export interface ImportLine {
  /** The specifier as written, such as '../db/api' or 'node:fs'. */
  readonly specifier: string
  /** The file of ours it names, relative to the root with '/'; undefined for a package. */
  readonly target: string | undefined
  /** True when nothing of it is left at run time. */
  readonly isTypeOnly: boolean
}

/** Files below a folder whose names end in one of `endings`, relative to the root with '/'. */
export function listFiles(folder: string, endings: readonly string[]): readonly string[] {
  const start = join(projectRoot, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.includes(extname(name)))
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((file) => statSync(join(projectRoot, file)).isFile())
    .sort()
}

export function readSource(file: string): string {
  return readFileSync(join(projectRoot, file), 'utf8')
}

/** What a file imports, in order. Comments and code in strings are not told apart. */
export function readImports(file: string): readonly ImportLine[] {
  const text = readSource(file)
  return [...readFromClauses(text), ...readBareImports(text)].map(({ specifier, isTypeOnly }) => ({
    specifier,
    target: specifier.startsWith('.') ? resolveFile(file, specifier) : undefined,
    isTypeOnly,
  }))
}

const fromClause = /^\s*(?:import|export)\s+(type\s+)?([\w*{][^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/gm
const bareImport = /(?:^\s*import\s*|\bimport\s*\(\s*)['"]([^'"]+)['"]/gm

function readFromClauses(text: string): { specifier: string; isTypeOnly: boolean }[] {
  return [...text.matchAll(fromClause)].map(([, type, names = '', specifier = '']) => ({
    specifier,
    isTypeOnly: type !== undefined || namesOnlyTypes(names),
  }))
}

/** `import { type A, type B } from` */
function namesOnlyTypes(names: string): boolean {
  const inner = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1]
  if (inner === undefined) return false
  const parts = inner.split(',').filter((part) => part.trim() !== '')
  return parts.length > 0 && parts.every((part) => /^\s*type\s/.test(part))
}

function readBareImports(text: string): { specifier: string; isTypeOnly: boolean }[] {
  return [...text.matchAll(bareImport)].map((match) => ({
    specifier: match[1] ?? '',
    isTypeOnly: /typeof\s*$/.test(text.slice(0, match.index)),
  }))
}

function resolveFile(file: string, specifier: string): string | undefined {
  const [path = ''] = specifier.split('?')
  const place = resolve(join(projectRoot, dirname(file)), path)
  const endings = ['', '.ts', '.tsx', '.mjs', '.d.ts', '/index.ts']
  const found = endings
    .map((ending) => place + ending)
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile())
  return found && relative(projectRoot, found).split(sep).join('/')
}
