import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { classifyAnswer } from '../../../sync/answer'
import { addToChecksum, emptyChecksum } from '../../../sync/checksum'
import { parseJson } from '../../../sync/json'
import { emptyPage, packRows, unpackRows } from '../../../sync/pages'
import {
  isBucket,
  parseErrorAnswer,
  parseHello,
  parseHelloAnswer,
  parsePull,
  parsePullAnswer,
  parsePush,
} from '../../../sync/parse'
import type { FeedRow } from '../../../sync/row'

const op = {
  n: 1,
  prevN: 0,
  tx: 1,
  tbl: 'seat',
  id: 's1',
  b: 'a:1',
  k: 'U',
  set: { name: { name: 'x' } },
  base: 0,
  hlc: '0000000003e8-0000-abcdefgh',
}
const push = { epoch: 'e', previousHash: '', ops: [op] }
const pull = { epoch: 'e', accessVersion: 1, cursors: { 'a:1': 5 }, limitRows: 10, limitBytes: 10 }
const answer = {
  epoch: 'e',
  nowMs: 1,
  mark: { lastN: 1, lastHash: '' },
  page: { b: ['a:1'], t: { seat: { c: ['name'], r: [['s1', 0, 7, 0, 'Ana']] } }, x: [] },
  heads: { 'a:1': [5, 7] },
  more: false,
}

describe('JSON from the other side', () => {
  test('is measured before it is parsed [W2]', () => {
    expect(parseJson('['.repeat(1_000_000), 1e9)).toEqual({ fault: 'too_deep' })
    expect(parseJson('['.repeat(64) + ']'.repeat(64), 1e9)).toHaveProperty('value')
    expect(parseJson('['.repeat(65) + ']'.repeat(65), 1e9)).toEqual({ fault: 'too_deep' })
    expect(parseJson(JSON.stringify('[{'.repeat(100)), 1e9)).toHaveProperty('value')
    expect(parseJson('"\\"[[', 1e9)).toEqual({ fault: 'not_json' })
    expect(parseJson('1234', 3)).toEqual({ fault: 'too_long' })
  })

  test('may not reach a prototype at any level [W3]', () => {
    for (const key of ['__proto__', 'constructor', 'prototype'])
      for (const text of [`{"${key}":1}`, `[{"a":{"${key}":{}}}]`])
        expect(parseJson(text, 1e9)).toEqual({ fault: 'forbidden_key' })
  })
})

describe('requests', () => {
  test('that are well formed are read', () => {
    expect(parsePush(JSON.stringify(push))).toEqual({ ok: true, value: push })
    expect(parsePull(JSON.stringify(pull))).toEqual({ ok: true, value: pull })
    const hello = { app: '1.0.0', schema: 1, epoch: null, accessVersion: 0 }
    expect(parseHello(JSON.stringify(hello))).toEqual({ ok: true, value: hello })
  })

  test.each([
    { ...push, extra: 1 },
    { ...push, ops: [{ ...op, author: 'me' }] },
    { ...push, ops: [{ ...op, n: -1 }] },
    { ...push, ops: [{ ...op, n: 1.5 }] },
    { ...push, ops: [{ ...op, n: 2 ** 53 }] },
    { ...push, ops: [{ ...op, id: '../../etc' }] },
    { ...push, ops: [{ ...op, id: 'x'.repeat(65) }] },
    { ...push, ops: [{ ...op, tbl: 'a;drop' }] },
    { ...push, ops: [{ ...op, b: 'b:1' }] },
    { ...push, ops: [{ ...op, k: 'X' }] },
    { ...push, ops: [{ ...op, k: 'D' }] },
    { ...push, ops: [{ ...op, k: 'T' }] },
    { ...push, ops: [{ ...op, set: { name: { name: {} } } }] },
    { ...push, ops: [{ ...op, set: undefined }] },
    { ...push, ops: Array.from({ length: 1001 }, () => op) },
    { ...push, ops: {} },
    [],
    null,
    7,
  ])('of another shape are refused: %j [W1]', (request) => {
    expect(parsePush(JSON.stringify(request))).toEqual({ ok: false, fault: 'bad_shape' })
  })

  test.each([
    { ...pull, cursors: { 'a:1': -1 } },
    { ...pull, cursors: { 'a:1': 2 ** 53 } },
    { ...pull, cursors: { __proto__x: 1 } },
    { ...pull, cursors: [] },
    { ...pull, limitRows: '5' },
  ])('with forged cursors are refused: %j [W1]', (request) => {
    expect(parsePull(JSON.stringify(request))).toEqual({ ok: false, fault: 'bad_shape' })
  })

  test('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(op)), (value, key) => {
        const forged = { ...push, ops: [{ ...op, [key]: value }] }
        expect(typeof parsePush(JSON.stringify(forged)).ok).toBe('boolean')
        expect(typeof parsePullAnswer(JSON.stringify({ ...answer, page: value })).ok).toBe(
          'boolean',
        )
      }),
    )
  })

  test('name buckets of three kinds [O4]', () => {
    const names = ['w', 'a:1', 'u:x-Y', 'a:', 'w1', 'A:1', 'a:1/2', 7]
    expect(names.map(isBucket)).toEqual([true, true, true, false, false, false, false, false])
  })
})

describe('answers', () => {
  test('that are well formed are read, new keys and all [W1]', () => {
    expect(parsePullAnswer(JSON.stringify({ ...answer, news: 1 })).ok).toBe(true)
  })

  test.each([
    { ...answer, mark: undefined },
    { ...answer, heads: { 'a:1': [7, 5] } },
    { ...answer, heads: { 'a:1': 7 } },
    { ...answer, more: 'yes' },
    { ...answer, nowMs: -1 },
    withRow(['s1', 1, 7, 0, 'Ana']),
    withRow(['s1', 0, 7, 0]),
    withRow(['s1', 0, 7, 0, 'Ana', 'too many']),
    withRow(['s1', 0, -7, 0, 'Ana']),
    withRow(['s1', 0, 7, 3, 'Ana']),
    withRow(['s1', 0, 7, 2, 'Ana']),
    withRow(['../s', 0, 7, 0, 'Ana']),
    withRow(['s1', 0, 7, 0, { html: 1 }]),
    { ...answer, page: { ...answer.page, x: [['seat', 's1', 'story', 1, '<script>']] } },
  ])('with one thing wrong are not believed at all: %j [W4]', (forged) => {
    expect(parsePullAnswer(JSON.stringify(forged)).ok).toBe(false)
  })

  test('to a hello need every part', () => {
    const hello = {
      epoch: 'e',
      nowMs: 1,
      protocol: [1, 1],
      schema: 1,
      minSchema: 1,
      mark: { lastN: 0, lastHash: '' },
      state: 'ok',
      limits: { pushOps: 1, bodyBytes: 1 },
      access: { version: 1, buckets: [{ id: 'w', role: 'viewer', head: 3, floor: 2 }] },
    }
    expect(parseHelloAnswer(JSON.stringify(hello)).ok).toBe(true)
    for (const key of Object.keys(hello))
      expect(parseHelloAnswer(JSON.stringify({ ...hello, [key]: undefined })).ok).toBe(false)
  })

  test('of refusal come from the closed list [W8]', () => {
    expect(parseErrorAnswer('{"code":"op_gap","expected":4}').ok).toBe(true)
    expect(parseErrorAnswer('{"code":"teapot"}').ok).toBe(false)
  })

  test('of strangers are not ours, whatever their status [W6]', () => {
    const http = (status: number, isMarked: boolean, body: string) =>
      classifyAnswer({ kind: 'http', status, isMarked, body })
    expect(http(200, false, '{"epoch":"e"}')).toEqual({ kind: 'stranger', status: 200 })
    expect(http(401, false, '{"code":"token_expired"}').kind).toBe('stranger')
    expect(http(401, true, '<html>').kind).toBe('stranger')
    expect(http(401, true, '{"code":"token_expired"}')).toMatchObject({ code: 'token_expired' })
    expect(http(200, true, '{}')).toEqual({ kind: 'ok', body: '{}' })
    expect(classifyAnswer({ kind: 'none' })).toEqual({ kind: 'offline' })
    const busy = {
      kind: 'http',
      status: 429,
      isMarked: true,
      body: '{"code":"retry_later"}',
    } as const
    expect(classifyAnswer({ ...busy, retryAfterMs: 9 })).toMatchObject({
      error: { retryAfterMs: 9 },
    })
  })
})

describe('a page', () => {
  test('gives back the rows that went in [W4]', () => {
    const rows: FeedRow[] = [
      makeRow('seat', 's1', { name: 'Ana', rank: null }),
      { ...makeRow('seat', 's2', { name: 'Bo', rank: 'a0' }), isDeleted: true, b: 'w' },
      { ...makeRow('seat', 's3', {}), isDeleted: true },
      { ...makeRow('note', 'n1', { text: 'x' }), texts: { text: { gen: 2, state: 'AAAA' } } },
    ]
    const page = JSON.parse(JSON.stringify(packRows(rows))) as ReturnType<typeof packRows>
    expect(unpackRows(page)).toEqual(rows)
    expect(packRows([])).toEqual(emptyPage)
  })
})

describe('a checksum', () => {
  test('is free of order and sees a changed sequence [E4]', () => {
    const rows = [makeRow('seat', 's1', {}), makeRow('seat', 's2', {}), makeRow('note', 's1', {})]
    const sum = (list: readonly FeedRow[]) => list.reduce(addToChecksum, emptyChecksum)
    expect(sum(rows.toReversed())).toEqual(sum(rows))
    expect(sum(rows).count).toBe(3)
    expect(sum([{ ...rows[0]!, seq: 8 }, ...rows.slice(1)])).not.toEqual(sum(rows))
  })
})

function withRow(row: readonly unknown[]): object {
  return { ...answer, page: { ...answer.page, t: { seat: { c: ['name'], r: [row] } } } }
}

function makeRow(tbl: string, id: string, data: FeedRow['data']): FeedRow {
  return { tbl, id, b: 'a:1', seq: 7, isDeleted: false, data, texts: {} }
}
