import { describe, expect, it } from 'vitest'
import { listFiles, readSource } from '../support/source-tree'

const page = listFiles('renderer', ['.tsx', '.ts']).map(readSource).join('\n')

/** The ids of the table 'where | ids' in the document for drivers. */
function listedIds(): string[] {
  const text = readSource('docs/driving.md')
  const rows = text
    .slice(text.search(/^\| where +\| ids/m))
    .split('\n\n')[0]!
    .split('\n')
    .slice(2)
  return rows.flatMap((row) => [...row.split('|')[2]!.matchAll(/`([^`]+)`/g)].map((id) => id[1]!))
}

describe('docs/driving.md', () => {
  it('lists ids that the page has', () => {
    const ids = listedIds()
    expect(ids.length).toBeGreaterThan(60)
    const missing = ids.filter((id) => {
      const fixed = id.replace(/<.*$/, '')
      const quotes = id === fixed ? [`"${id}"`, `'${id}'`] : [`\`${fixed}\${`, `"${fixed}`]
      return !quotes.some((quoted) => page.includes(quoted))
    })
    expect(missing).toEqual([])
  })
})
