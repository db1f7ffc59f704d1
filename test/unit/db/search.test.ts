import { describe, expect, it } from 'vitest'
import { matchExpression } from '../../../db/search'
import { openedStores } from '../../support/opened-stores'
import type { TestStore } from '../../support/store'

const open = openedStores()

async function found(test: TestStore, text: string, tables?: string[]): Promise<string[]> {
  const hits = await test.store.search.find({ text, ...(tables && { tables }) })
  return hits.map((hit) => hit.id)
}

describe('search', () => {
  it('finds a person by the start of any of the words, in any order', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const id = await test.store.person.create({ accountId, name: 'Katharina van der Heijden' })
    for (const text of ['kath', 'heij ka', 'VAN DER H', 'katharina van der heijden '])
      expect(await found(test, text)).toEqual([id])
    for (const text of ['athar', 'kath xyz', '', '   ', '"', '*', 'NOT', '()'])
      expect(await found(test, text)).toEqual([])
  })

  it('finds names by plain letters: without marks, with l for ł and ue for ü', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const ids = new Map<string, string>()
    for (const name of ['Łukasz Żółć', 'Jörg Müller', 'Gülşah Yıldız', 'Søren Weiß', 'José Peña'])
      ids.set(name, await test.store.person.create({ accountId, name }))
    for (const [text, name] of [
      ['lukasz zolc', 'Łukasz Żółć'],
      ['Łukasz', 'Łukasz Żółć'],
      ['mueller joerg', 'Jörg Müller'],
      ['muller', 'Jörg Müller'],
      ['gulsah yildiz', 'Gülşah Yıldız'],
      ['soren weiss', 'Søren Weiß'],
      ['jose pena', 'José Peña'],
    ] as const)
      expect(await found(test, text)).toEqual([ids.get(name)])
  })

  it('finds words of other scripts', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const arabic = await test.store.person.create({ accountId, name: 'عمر الخطيب' })
    const greek = await test.store.person.create({ accountId, name: 'Ελένη Παππά' })
    expect(await found(test, 'الخط')).toEqual([arabic])
    expect(await found(test, 'ελενη')).toEqual([greek])
  })

  it('follows what is changed, removed and brought back', async () => {
    const test = open()
    const id = await test.store.account.create({ name: 'Nordhafen' })
    await test.store.account.set({ id, fields: { name: 'Südhafen' } })
    expect(await found(test, 'nordhafen')).toEqual([])
    expect(await found(test, 'sudhafen')).toEqual([id])
    await test.store.account.remove({ id })
    expect(await found(test, 'sudhafen')).toEqual([])
    await test.store.history.undo()
    expect(await found(test, 'sudhafen')).toEqual([id])
  })

  it('says where a hit belongs and marks the words', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const body = 'They want a reference from a mill.'
    const id = await test.store.note.create({ accountId, body })
    const [hit] = await test.store.search.find({ text: 'refer' })
    const snippet = 'They want a \u0001reference\u0002 from a mill.'
    expect(hit).toMatchObject({ table: 'note', id, accountId, snippet })
  })

  it('gives as many hits as asked for, of the tables asked for', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'Hafen' })
    for (let index = 0; index < 30; index += 1)
      await test.store.person.create({ accountId, name: `Hafen ${index}` })
    expect((await test.store.search.find({ text: 'hafen', limit: 7 })).length).toBe(7)
    expect(await found(test, 'hafen', ['account'])).toEqual([accountId])
  })

  it('is made again when it was lost, is behind, or is of another shape', async () => {
    for (const harm of [
      `DROP TABLE _search`,
      `DELETE FROM _search; DELETE FROM _search_row; DELETE FROM _local WHERE name = 'search.indexedN'`,
      `UPDATE _local SET value = '1' WHERE name = 'search.shape'`,
      `UPDATE _local SET value = '999999' WHERE name = 'search.indexedN'`,
    ]) {
      const first = open()
      const id = await first.store.account.create({ name: 'Nordhafen' })
      first.opened.services.search.flush()
      first.opened.services.db.sql.exec(harm)
      first.close()
      expect(await found(open(first.root), 'nordhafen')).toEqual([id])
    }
  })

  it('takes in at the start what was saved and not indexed before a crash', async () => {
    const first = open()
    await first.store.account.create({ name: 'Nordhafen' })
    first.opened.services.search.flush()
    const { sql } = first.opened.services.db
    const mark = sql.prepare(`SELECT value FROM _local WHERE name = 'search.indexedN'`).get()
    const id = await first.store.account.create({ name: 'Südhafen' })
    first.close()
    const between = open(first.root)
    between.opened.services.db.sql
      .prepare(`UPDATE _local SET value = ? WHERE name = 'search.indexedN'`)
      .run((mark as { value: string }).value)
    between.close()
    const second = open(first.root)
    expect(await found(second, 'hafen')).toEqual([])
    expect(await found(second, 'sudh')).toEqual([id])
  })
})

describe('the expression for words as typed', () => {
  it('asks for every word as a prefix, whatever else was typed', () => {
    expect(matchExpression('Anna  Be-rg "x')).toBe('"Anna"* "Be"* "rg"* "x"*')
    expect(matchExpression(' -- * ')).toBe(null)
  })
})
