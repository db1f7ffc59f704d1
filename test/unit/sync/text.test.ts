import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'

import { fromBase64, toBase64 } from '../../../sync/base64'
import { isCleanText } from '../../../sync/check'
import { diffText } from '../../../sync/diff'
import type { TextDoc } from '../../../sync/text'
import {
  applyTextUpdate,
  editText,
  emptyTextDoc,
  readInsertedText,
  readText,
  restartText,
} from '../../../sync/text'

const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'né', '👩‍🚀', '😀', '😁', '한'), {
  maxLength: 40,
})
const texts = words.map((parts) => parts.join(''))

describe('plain edits', () => {
  test('turn any text into any other [T6]', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        let text = before
        for (const edit of diffText(before, after)) {
          expect(isCleanText(edit.insert)).toBe(true)
          text = text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.removeLength)
        }
        expect(text).toBe(after)
      }),
    )
  })

  test('touch only what changed [T6]', () => {
    expect(diffText('one two three', 'one 2 three')).toEqual([
      { at: 4, removeLength: 3, insert: '2' },
    ])
    expect(diffText('one two three four', 'ONE two three FOUR')).toEqual([
      { at: 14, removeLength: 4, insert: 'FOUR' },
      { at: 0, removeLength: 3, insert: 'ONE' },
    ])
  })

  test('never cut a surrogate pair, which the library would spoil [T6]', () => {
    expect(diffText('😀', '😁')).toEqual([{ at: 0, removeLength: 2, insert: '😁' }])
    const doc = write(emptyTextDoc, 'x😀y', 1)
    expect(readText(write(doc, 'x😁y', 2))).toBe('x😁y')
  })

  test('of a long text with changes at both ends stay quick', () => {
    const body = 'word '.repeat(20_000)
    expect(readText(write(write(emptyTextDoc, `a${body}b`, 1), `c${body}d`, 2))).toBe(`c${body}d`)
  })
})

describe('texts', () => {
  test('edited apart are the same in every order of arrival [T1, T2]', () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { minLength: 2, maxLength: 4 }), (origin, versions) => {
        const base = write(emptyTextDoc, origin, 1)
        const updates = versions.flatMap(
          (version, i) => editText(base, version, 10 + i)?.update ?? [],
        )
        const forth = applyAll(base, updates)
        const back = applyAll(base, [...updates.toReversed(), ...updates])
        expect(readText(forth)).toBe(readText(back))
      }),
      { numRuns: 60 },
    )
  })

  test('keep what both authors wrote', () => {
    const base = write(emptyTextDoc, 'Met Ana.', 1)
    const mine = editText(base, 'Met Ana. She likes it.', 2)!
    const yours = editText(base, 'Yesterday: Met Ana.', 3)!
    const merged = readText(applyAll(base, [mine.update, yours.update]))
    expect(merged).toBe('Yesterday: Met Ana. She likes it.')
  })

  test('that did not change make no update', () => {
    expect(editText(write(emptyTextDoc, 'same', 1), 'same', 2)).toBe(null)
  })

  test('refuse what is no update [T4]', () => {
    for (const bytes of [[1], [255, 255, 255, 255], [1, 1, 1, 1, 1, 1, 200]])
      expect(applyTextUpdate(emptyTextDoc, new Uint8Array(bytes))).toEqual({
        fault: expect.stringMatching(/^text_/) as string,
      })
  })

  test('refuse an update whose predecessor is missing [T4]', () => {
    const first = editText(emptyTextDoc, 'one', 1)!
    const second = editText(first.doc, 'one two', 1)!
    expect(applyTextUpdate(emptyTextDoc, second.update)).toEqual({ fault: 'text_gap' })
  })

  test('refuse updates and documents that are too large [T4]', () => {
    const large = editText(emptyTextDoc, 'x'.repeat(300_000), 1)!
    expect(applyTextUpdate(emptyTextDoc, large.update)).toEqual({ fault: 'text_too_large' })
    let doc = emptyTextDoc
    let fault: string | null = null
    for (let i = 0; i < 12 && fault === null; i++) {
      const part = editText(doc, readText(doc) + `${i}`.repeat(200_000), 5)!
      const result = applyTextUpdate(doc, part.update)
      if ('fault' in result) fault = result.fault
      else doc = result.doc
    }
    expect(fault).toBe('text_too_large')
  })

  test('refuse an update that writes beside the text', () => {
    const ydoc = new Y.Doc()
    ydoc.getMap('evil').set('a', 1)
    const result = applyTextUpdate(emptyTextDoc, Y.encodeStateAsUpdate(ydoc))
    expect(result).toEqual({ fault: 'text_undecodable' })
  })

  test('start anew under the next generation, and old updates can still be read [T3]', () => {
    const doc = write(emptyTextDoc, 'hello', 1)
    const late = editText(doc, 'hello world', 2)!
    const fresh = restartText(doc, 'clean', 3)
    expect([fresh.gen, readText(fresh)]).toEqual([2, 'clean'])
    expect(readInsertedText(late.update)).toBe(' world')
    expect(readInsertedText(new Uint8Array([9, 9]))).toBe('')
  })
})

describe('base64', () => {
  test('is that of RFC 4648, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      }),
    )
    expect([fromBase64('a'), fromBase64('????'), fromBase64('=abc')]).toEqual([null, null, null])
  })
})

function write(doc: TextDoc, text: string, client: number): TextDoc {
  return editText(doc, text, client)?.doc ?? doc
}

function applyAll(doc: TextDoc, updates: readonly Uint8Array[]): TextDoc {
  return updates.reduce((at, update) => {
    const result = applyTextUpdate(at, update)
    if ('fault' in result) throw new Error(result.fault)
    return result.doc
  }, doc)
}
