import { describe, expect, it } from 'vitest'
import { parseOutline } from '../../../../db/formats/outline'
import { isRecipientList, parseRecipients } from '../../../../db/formats/recipients'
import { isSignature, parseSignature } from '../../../../db/formats/signature'

describe('parseRecipients', () => {
  it.each([
    ['To: Anna Berg <anna@acme.example>, Jan Kowalski <jan@acme.example>'],
    ['To: "Berg, Anna" <anna@acme.example>; "Kowalski, Jan" <jan@acme.example>'],
    ['An: Berg, Anna <anna@acme.example>; Kowalski, Jan <jan@acme.example>;'],
    ['Berg, Anna <anna@acme.example>, Kowalski, Jan <jan@acme.example>'],
    ["Do: 'Anna Berg' <anna@acme.example>,\n Jan Kowalski <jan@acme.example>"],
    ['Aan: Anna Berg [mailto:anna@acme.example]; Jan Kowalski <mailto:jan@acme.example>'],
    [
      'From: Anna Berg <anna@acme.example>\nSent: Monday\nTo: Jan Kowalski <jan@acme.example>\nSubject: Hello, all',
    ],
    ['Anna Berg anna@acme.example;\nJan Kowalski jan@acme.example;'],
  ])('reads %s', (text) => {
    expect([
      isRecipientList(text),
      parseRecipients(text).map(({ name, email }) => [name, email]),
    ]).toEqual([
      true,
      [
        ['Anna Berg', 'anna@acme.example'],
        ['Jan Kowalski', 'jan@acme.example'],
      ],
    ])
  })

  it('makes names from addresses alone', () => {
    const text = 'anna.berg@acme.example, jan_kowalski@acme.example, eva@acme.example'
    expect(parseRecipients(text).map(({ name }) => name)).toEqual([
      'Anna Berg',
      'Jan Kowalski',
      'eva',
    ])
  })

  it('tells a turned name from two names', () => {
    const text =
      'eva@acme.example, van der Berg, Anna Maria <anna@acme.example>, Jan Kowalski, Max Power <max@acme.example>'
    expect(parseRecipients(text).map(({ name, email }) => [name, email])).toEqual([
      ['eva', 'eva@acme.example'],
      ['Anna Maria van der Berg', 'anna@acme.example'],
      ['Jan Kowalski', ''],
      ['Max Power', 'max@acme.example'],
    ])
  })

  it('takes what stands in brackets for the title', () => {
    expect(parseRecipients('To: Kowalski, Jan (IT) <jan@acme.example>')[0]).toMatchObject({
      name: 'Jan Kowalski',
      title: 'IT',
    })
  })

  it.each([
    'Anna Berg, CIO\n  Jan Kowalski',
    'Anna Berg, CIO <anna@acme.example>',
    'To do: nothing',
    '',
  ])('leaves %j alone', (text) => {
    expect(isRecipientList(text)).toBe(false)
  })
})

describe('parseSignature', () => {
  it.each([
    [
      'English',
      'Hi all,\nsee you there.\n\nKind regards,\nAnna Berg\nHead of IT\nAcme Corp.\nPhone: +49 30 1234\nanna@acme.example',
    ],
    [
      'German',
      'Mit freundlichen Grüßen\n\nAnna Berg\nHead of IT | Acme GmbH\nMusterstraße 1, 10115 Berlin\nTel.: +49 30 1234\nE-Mail: anna@acme.example\nwww.acme.example',
    ],
    [
      'Dutch',
      'Met vriendelijke groet,\nAnna Berg\nHead of IT\nT +31 20 1234567\nE anna@acme.example',
    ],
    [
      'Polish',
      'Z poważaniem\nAnna Berg\nHead of IT\nAcme Sp. z o.o.\nul. Prosta 1, 00-001 Warszawa\nkom. 600 100 200\nanna@acme.example',
    ],
    ['a delimiter', 'ok\n-- \nAnna Berg | Head of IT\nanna@acme.example\n+49 30 1234567'],
    [
      'no start at all',
      'Anna Berg\nHead of IT\n+49 30 1234567\nanna@acme.example\nhttps://acme.example',
    ],
  ])('reads one with %s', (_name, text) => {
    expect([isSignature(text), parseSignature(text)]).toMatchObject([
      true,
      [{ name: 'Anna Berg', title: 'Head of IT', email: 'anna@acme.example' }],
    ])
  })

  it.each([
    'Anna Berg, CIO <anna@acme.example>\n  Jan Kowalski, Head of IT <jan@acme.example>',
    '- Anna Berg anna@acme.example\n- Jan',
    'Anna Berg anna@acme.example\nJan Kowalski jan@acme.example',
    'Anna Berg\nHead of IT',
  ])('leaves %j alone', (text) => {
    expect(isSignature(text)).toBe(false)
  })
})

describe('parseOutline', () => {
  it('reads a pasted mail: its address lines and its signature, each person once', () => {
    const text =
      'From: Anna Berg <anna@acme.example>\nTo: Jan Kowalski <jan@acme.example>\nSubject: Visit\n\nDear Jan,\nplease come.\n\nBest regards\nAnna Berg\nHead of IT\nPhone +49 30 1234567\nanna@acme.example\n'
    const { nodes } = parseOutline(text)
    expect(
      nodes.map(({ name, title, email, parentIndex }) => [name, title, email, parentIndex]),
    ).toEqual([
      ['Anna Berg', 'Head of IT', 'anna@acme.example', null],
      ['Jan Kowalski', '', 'jan@acme.example', null],
    ])
  })
})
