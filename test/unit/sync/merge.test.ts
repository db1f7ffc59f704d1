import { describe, expect, test } from 'vitest'

import { toBase64 } from '../../../sync/base64'
import type { Change, GroupValues } from '../../../sync/change'
import type { MergeInput, MergeResult } from '../../../sync/merge'
import { mergeChange } from '../../../sync/merge'
import type { StoredRow } from '../../../sync/row'
import { completeSchema } from '../../../sync/schema'
import type { TextDoc } from '../../../sync/text'
import { editText, emptyTextDoc } from '../../../sync/text'
import { toySchema } from '../../sync/model/toy-schema'

const schema = completeSchema(toySchema)

/** A bucket with one row `s`, driven operation by operation. */
class Bench {
  head = 0
  row: StoredRow | null = null
  docs: Record<string, TextDoc> = {}
  parents = new Map<string, string | null>()
  private n = 0

  put(device: string, atMs: number, part: Partial<Change> & { k: Change['k'] }): MergeResult {
    const change = {
      n: ++this.n,
      prevN: this.n - 1,
      tx: 1,
      tbl: 'seat',
      id: 's',
      b: 'a:1',
      base: 0,
      hlc: '',
      ...part,
    } as Change
    const input: MergeInput = {
      schema,
      change,
      author: { device, user: `user of ${device}`, atMs },
      row: this.row,
      docs: this.docs,
      head: this.head,
      parentOf: (id) => this.parents.get(id),
      isForeign: (id) => id === 'elsewhere',
      idOf: (name) => `id of ${name}`,
      userOf: (name) => `user of ${name}`,
    }
    const result = mergeChange(input)
    this.head = result.head
    this.row = result.row ?? this.row
    this.docs = { ...this.docs, ...result.docs }
    return result
  }

  insert(device = 'A', atMs = 1): MergeResult {
    const set = { name: { name: 'first' }, placement: { bossId: null, rank: 'a0' } }
    return this.put(device, atMs, { k: 'I', set })
  }

  name(device: string, atMs: number, base: number, name: string): MergeResult {
    return this.put(device, atMs, { k: 'U', base, set: { name: { name } } })
  }
}

function sidesOf(result: MergeResult): unknown {
  return result.conflicts.map(({ data }) => [
    data['kind'],
    data['field'],
    data['kept'],
    data['lost'],
  ])
}

const json = (values: GroupValues) => JSON.stringify(values)

describe('merge of a group', () => {
  test('applies what had seen everything, with the worst clock [M2]', () => {
    const bench = new Bench()
    bench.insert('A', 9_999_999)
    const result = bench.name('B', 0, 1, 'second')
    expect([result.outcome, bench.row?.data['name'], bench.row?.seq]).toEqual([
      'applied',
      'second',
      2,
    ])
  })

  test('lets the later of two blind writes win and keeps the other, in both orders [M3, M4]', () => {
    for (const [first, second] of [
      [
        { device: 'B', atMs: 5 },
        { device: 'C', atMs: 9 },
      ],
      [
        { device: 'C', atMs: 9 },
        { device: 'B', atMs: 5 },
      ],
    ] as const) {
      const bench = new Bench()
      bench.insert()
      bench.name(first.device, first.atMs, 1, `by ${first.device}`)
      const result = bench.name(second.device, second.atMs, 1, `by ${second.device}`)
      expect(bench.row?.data['name']).toBe('by C')
      expect(sidesOf(result)).toEqual([
        ['edit', 'name', json({ name: 'by C' }), json({ name: 'by B' })],
      ])
      expect(result.conflicts[0]?.data).toMatchObject({
        rowTable: 'seat',
        rowId: 's',
        keptDevice: 'C',
        keptUser: 'user of C',
        keptAtMs: 9,
        lostDevice: 'B',
        lostAtMs: 5,
        resolvedAtMs: null,
      })
    }
  })

  test('breaks a tie of clocks by device [M3]', () => {
    const bench = new Bench()
    bench.insert()
    bench.name('C', 5, 1, 'by C')
    bench.name('B', 5, 1, 'by B')
    expect(bench.row?.data['name']).toBe('by C')
  })

  test('makes no conflict of different groups or of equal values [M2]', () => {
    const bench = new Bench()
    bench.insert()
    bench.name('B', 5, 1, 'same')
    const stance = { stance: { stance: 'for', influence: 1 } }
    expect(bench.put('C', 6, { k: 'U', base: 1, set: stance }).outcome).toBe('applied')
    expect(bench.name('C', 7, 1, 'same').outcome).toBe('applied')
  })

  test('does not let one of two equal authors pass over the other later [M2]', () => {
    const bench = new Bench()
    bench.insert()
    bench.name('B', 5, 1, 'same')
    bench.name('C', 6, 1, 'same')
    expect(bench.name('C', 7, 1, 'other').outcome).toBe('conflict')
    const other = new Bench()
    other.insert()
    other.name('B', 5, 1, 'same')
    other.name('C', 6, 1, 'same')
    expect(other.name('B', 7, 1, 'other').outcome).toBe('conflict')
  })

  test('treats a pair as one register [M3]', () => {
    const bench = new Bench()
    bench.insert()
    bench.put('B', 5, { k: 'U', base: 1, set: { stance: { stance: 'for', influence: 1 } } })
    bench.put('C', 6, { k: 'U', base: 1, set: { stance: { stance: 'against', influence: 1 } } })
    expect(bench.row?.data).toMatchObject({ stance: 'against', influence: 1 })
  })

  test('moves the row on whatever the outcome [M6]', () => {
    const bench = new Bench()
    bench.insert()
    bench.name('C', 9, 1, 'wins')
    expect(bench.name('B', 5, 1, 'loses').row?.seq).toBe(3)
  })
})

describe('delete and edit', () => {
  test('a delete that saw everything deletes [M5]', () => {
    const bench = new Bench()
    bench.insert()
    expect(bench.put('B', 2, { k: 'D', base: 1 }).outcome).toBe('applied')
    expect(bench.row).toMatchObject({ isDeleted: true, seq: 2, data: { name: 'first' } })
  })

  test('a delete that missed an edit yields [M5]', () => {
    const bench = new Bench()
    bench.insert()
    bench.name('B', 2, 1, 'edited')
    const result = bench.put('C', 3, { k: 'D', base: 1 })
    expect(bench.row?.isDeleted).toBe(false)
    expect(sidesOf(result)).toEqual([
      ['edit_beats_delete', '$row', json({ deleted: 0 }), json({ deleted: 1 })],
    ])
  })

  test('a delete by the winner of a conflict yields to the loser it never saw [M5]', () => {
    const bench = new Bench()
    bench.insert()
    bench.name('B', 2, 1, 'loses')
    bench.name('C', 3, 1, 'wins')
    expect(bench.put('C', 4, { k: 'D', base: 1 }).outcome).toBe('conflict')
  })

  test('an edit brings a deleted row back, with a conflict if it had not seen the delete [M5]', () => {
    for (const [base, outcome] of [
      [1, 'conflict'],
      [2, 'applied'],
    ] as const) {
      const bench = new Bench()
      bench.insert()
      bench.put('B', 2, { k: 'D', base: 1 })
      expect(bench.name('C', 3, base, 'back').outcome).toBe(outcome)
      expect(bench.row).toMatchObject({ isDeleted: false, data: { name: 'back' } })
    }
  })

  test('a delete that comes before its insert is not forgotten [M5, M7]', () => {
    const bench = new Bench()
    bench.put('B', 2, { k: 'D', base: 0 })
    expect(bench.row).toMatchObject({ isDeleted: true, data: {} })
    expect(bench.insert().outcome).toBe('conflict')
    expect(bench.row).toMatchObject({ isDeleted: false, data: { name: 'first' } })
  })

  test('deleting twice is one delete', () => {
    const bench = new Bench()
    bench.insert()
    bench.put('B', 2, { k: 'D', base: 1 })
    expect(bench.put('C', 3, { k: 'D', base: 1 }).outcome).toBe('applied')
  })
})

describe('tree', () => {
  const move = (bossId: string | null) => ({ placement: { bossId, rank: 'a1' } })

  test('a move that closes a loop is kept as a conflict and changes nothing [P1]', () => {
    const bench = new Bench()
    bench.insert()
    bench.parents.set('child', 's')
    const result = bench.put('B', 2, { k: 'U', base: 1, set: move('child') })
    expect(bench.row?.data).toMatchObject({ bossId: null, rank: 'a0' })
    expect(sidesOf(result)).toEqual([
      ['cycle', 'placement', json({ bossId: null, rank: 'a0' }), json(move('child').placement)],
    ])
  })

  test('an insert that closes a loop stands at the top [P1]', () => {
    const bench = new Bench()
    bench.parents.set('child', 's')
    const set = { name: { name: 'x' }, ...move('child') }
    expect(bench.put('B', 2, { k: 'I', set }).outcome).toBe('conflict')
    expect(bench.row?.data['bossId']).toBe(null)
  })

  test('a winning blind move that closes a loop is a loop, not an edit [P1, M3]', () => {
    const bench = new Bench()
    bench.insert()
    bench.put('B', 2, { k: 'U', base: 1, set: move('other') })
    bench.parents.set('child', 's')
    const result = bench.put('C', 3, { k: 'U', base: 1, set: move('child') })
    expect(result.conflicts.map((row) => row.data['kind'])).toEqual(['cycle'])
    expect(bench.row?.data['bossId']).toBe('other')
  })

  test('a boss in another account is refused [Q2]', () => {
    const bench = new Bench()
    bench.insert()
    const result = bench.put('B', 2, { k: 'U', base: 1, set: move('elsewhere') })
    expect([result.outcome, result.reason]).toEqual(['quarantined', 'foreign_parent'])
  })
})

describe('text', () => {
  const edit = (
    doc: TextDoc,
    text: string,
    client: number,
    gen = 1,
  ): Partial<Change> & { k: 'T' } => ({
    k: 'T',
    base: 1,
    text: { column: 'story', gen, u: toBase64(editText(doc, text, client)!.update) },
  })

  test('joins blind edits without a conflict [T1, T2]', () => {
    const bench = new Bench()
    bench.insert()
    bench.put('B', 2, edit(emptyTextDoc, 'one', 1))
    expect(bench.put('C', 3, edit(emptyTextDoc, 'two', 2)).outcome).toBe('applied')
    expect(String(bench.row?.data['story']).length).toBe(6)
  })

  test('a delete yields to text it never saw, also beside own text [M5]', () => {
    const bench = new Bench()
    bench.insert()
    bench.put('B', 2, edit(emptyTextDoc, 'one', 1))
    bench.put('C', 3, edit(emptyTextDoc, 'two', 2))
    expect(bench.put('C', 4, { k: 'D', base: 1 }).outcome).toBe('conflict')
    expect(bench.put('B', 5, { k: 'D', base: 1 }).outcome).toBe('conflict')
  })

  test('keeps the text of an update that came for an older generation [T3]', () => {
    const bench = new Bench()
    bench.insert()
    bench.docs = { story: { gen: 2, state: new Uint8Array() } }
    const result = bench.put('B', 2, edit(emptyTextDoc, 'late words', 1))
    expect(sidesOf(result)).toEqual([
      ['old_text', '$text.story', json({ story: null }), json({ story: 'late words' })],
    ])
  })

  test('sets aside what it cannot take [T4, Q1]', () => {
    const bench = new Bench()
    bench.insert()
    const text = (u: string, gen = 1) => ({
      k: 'T' as const,
      base: 1,
      text: { column: 'story', gen, u },
    })
    expect(bench.put('B', 2, text('????')).reason).toBe('text_undecodable')
    expect(bench.put('B', 2, text('AQEB')).reason).toBe('text_undecodable')
    expect(bench.put('B', 2, { ...edit(emptyTextDoc, 'x', 1, 7) }).reason).toBe('bad_generation')
  })
})

describe('what cannot be applied', () => {
  test('moves the row on without touching it, and leaves a place holder for a new one [Q3, M7]', () => {
    const bench = new Bench()
    const lost = bench.name('B', 2, 0, 'nobody knows this row')
    expect([lost.reason, lost.row?.isDeleted, lost.row?.seq]).toEqual(['unknown_row', true, 1])
    bench.insert()
    const early = bench.name('B', 2, 99, 'from the future')
    expect([early.reason, early.row?.seq, early.row?.data['name']]).toEqual([
      'bad_base',
      3,
      'first',
    ])
  })

  test('a row of another bucket is left alone [O4]', () => {
    const bench = new Bench()
    bench.insert()
    const result = bench.put('B', 2, { k: 'U', b: 'a:2', set: { name: { name: 'x' } } })
    expect([result.reason, result.row]).toEqual(['wrong_bucket', null])
  })
})
