import { describe, expect, it } from 'vitest'
import { readSource } from '../../support/source-tree'

interface Manifest {
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const manifest = readManifest('package.json')
const named = { ...manifest.dependencies, ...manifest.devDependencies }
const listed = readTable(readSource('docs/dependencies.md'))

describe('docs/dependencies.md', () => {
  it('lists every package of package.json and no other', () => {
    expect(Object.keys(listed).sort()).toEqual(Object.keys(named).sort())
  })

  it('tells the licence that each package declares', () => {
    const declared = Object.keys(listed).map((name) => [
      name,
      readManifest(`node_modules/${name}/package.json`).license,
    ])
    expect(listed).toEqual(Object.fromEntries(declared))
  })
})

describe('package.json', () => {
  it('pins every version', () => {
    const loose = Object.entries(named).filter(
      ([, version]) => !/(^|@)\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })
})

function readManifest(file: string): Manifest {
  return JSON.parse(readSource(file)) as Manifest
}

/** Name and licence from lines such as `| zod | MIT | why |`. */
function readTable(markdown: string): Readonly<Record<string, string>> {
  const rows = [...markdown.matchAll(/^\| (\S+) +\| ([^|]+?) +\| [^|]+ \|$/gm)]
  const cells = rows.map(([, name = '', licence = '']) => [name, licence] as const)
  return Object.fromEntries(cells.filter(([name]) => name !== 'package' && !name.startsWith('--')))
}
