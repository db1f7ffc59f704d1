import { describe, expect, test } from 'vitest'

import type { Change } from '../../../sync/change'
import { checkChange, isCleanText } from '../../../sync/check'
import type { SyncSchema } from '../../../sync/schema'
import { checkSchema, completeSchema } from '../../../sync/schema'

const plain: SyncSchema = {
  version: 3,
  tables: {
    thing: {
      groups: { all: ['name', 'kind', 'size', 'ratio', 'isOpen'] },
      columns: {
        name: { type: 'text', max: 5 },
        kind: { type: 'text', enum: ['a', 'b'] },
        size: { type: 'integer', max: 100 },
        ratio: { type: 'real' },
        isOpen: { type: 'boolean' },
        notes: { type: 'text' },
      },
      text: ['notes'],
    },
    product: {
      groups: { name: ['name'] },
      columns: { name: { type: 'text' } },
      bucket: 'workspace',
    },
  },
}
const schema = completeSchema(plain)
const hlc = '0000000003e8-0000-abcdefgh'
const head = { n: 1, prevN: 0, tx: 1, tbl: 'thing', id: 't', b: 'a:1', base: 0, hlc }

function reasonFor(all: object, part: object = {}): string | undefined {
  return checkChange(schema, { ...head, k: 'U', set: { all }, ...part } as Change).reason
}

describe('an operation', () => {
  test('that is sound comes back with booleans as numbers [Q2]', () => {
    const set = { all: { name: 'x', kind: 'a', size: -3, ratio: 0.5, isOpen: true } }
    const checked = checkChange(schema, { ...head, k: 'I', set } as unknown as Change)
    expect(checked.change).toMatchObject({ set: { all: { isOpen: 1, size: -3 } } })
    expect(reasonFor({ name: null, isOpen: 0 })).toBe(undefined)
  })

  test.each([
    [{ name: 'longer' }, 'too_long'],
    [{ name: 7 }, 'bad_value'],
    [{ name: 'a\0' }, 'bad_text'],
    [{ name: '\ud800' }, 'bad_text'],
    [{ kind: 'c' }, 'bad_enum'],
    [{ size: 1.5 }, 'bad_value'],
    [{ size: 101 }, 'bad_value'],
    [{ size: '7' }, 'bad_value'],
    [{ isOpen: 2 }, 'bad_value'],
    [{ notes: 'x' }, 'unknown_column'],
    [{ toString: 'x' }, 'unknown_column'],
  ])('with %j is set aside as %s [Q1, Q2, W5]', (all, reason) => {
    expect(reasonFor(all)).toBe(reason)
  })

  test.each([
    [{ tbl: 'nothing' }, 'unknown_table'],
    [{ tbl: 'constructor' }, 'unknown_table'],
    [{ set: { other: {} } }, 'unknown_group'],
    [{ set: { toString: {} } }, 'unknown_group'],
    [{ hlc: 'noon' }, 'bad_stamp'],
    [{ b: 'w' }, 'bad_bucket'],
    [{ b: 'u:1' }, 'bad_bucket'],
    [{ tbl: 'product', set: { name: { name: 'x' } } }, 'bad_bucket'],
    [{ tbl: 'conflict', k: 'I', set: {} }, 'read_only'],
    [{ tbl: 'conflict', set: { conflict: { kind: 'edit' } } }, 'read_only'],
    [{ tbl: 'conflict', k: 'D', set: undefined }, 'read_only'],
    [{ k: 'T', text: { column: 'name', gen: 1, u: '' } }, 'unknown_column'],
  ])('%j is set aside as %s [Q1, M8, O4]', (part, reason) => {
    expect(reasonFor({}, part)).toBe(reason)
  })

  test('may close a conflict [M8]', () => {
    const set = { resolution: { resolvedAtMs: 5, resolvedBy: 'me' } }
    expect(reasonFor({}, { tbl: 'conflict', set })).toBe(undefined)
  })
})

describe('text', () => {
  test('is clean without NUL and half pairs [W5]', () => {
    expect(['é😀', 'a\0b', '\udc00x', 'x\ud83d'].map(isCleanText)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a schema', () => {
  test('that is sound has no faults, with the conflict table added', () => {
    expect(checkSchema(schema)).toEqual([])
  })

  test('says what is wrong with it [O8]', () => {
    const table = plain.tables['thing']!
    const tables = {
      'bad name': table,
      thing: {
        ...table,
        groups: { all: ['name', 'name', 'ghost'] },
        tree: { group: 'all', parentColumn: 'x' },
      },
    }
    expect(checkSchema({ version: 0, tables })).toEqual([
      'The version is not a whole number above zero.',
      'Table bad name has a name that cannot be sent.',
      'Column thing.name stands in 2 groups instead of one.',
      'Column thing.kind stands in 0 groups instead of one.',
      'Column thing.size stands in 0 groups instead of one.',
      'Column thing.ratio stands in 0 groups instead of one.',
      'Column thing.isOpen stands in 0 groups instead of one.',
      'Column thing.ghost has no type.',
      'The tree of thing names a parent column outside its group.',
    ])
  })
})
