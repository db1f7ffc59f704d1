import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDueDate } from '../../../../db/visit/due-date'
import type { NoteContext } from '../../../../db/visit/note-syntax'
import { readNoteLine } from '../../../../db/visit/note-syntax'

const person = (id: string, name: string) => ({ id, name, isMember: false })
const self = { id: 'eva', name: 'Eva Vendor', isMember: true }
/** A Saturday. */
const context: NoteContext = {
  people: [
    person('jan', 'Jan Kowalski'),
    person('jan2', 'Jan de Vries'),
    person('anna', 'Anna Berg'),
    person('luk', 'Łukasz Żółć'),
    person('may', 'May June'),
    person('li', 'Li'),
  ],
  self,
  today: '2026-11-21',
}
const read = (line: string) => readNoteLine(line, context)

describe('dates in notes', () => {
  it.each([
    ['send it 12 Dec', '2026-12-12'],
    ['by 3rd of January', '2027-01-03'],
    ['Dec 5, 2027', '2027-12-05'],
    ['bis 12. Dezember', '2026-12-12'],
    ['am 5. März', '2027-03-05'],
    ['12.12.', '2026-12-12'],
    ['1.2.2028', '2028-02-01'],
    ['vóór 12 december', '2026-12-12'],
    ['op 7 mrt', '2027-03-07'],
    ['do 12 grudnia', '2026-12-12'],
    ['5 października', '2027-10-05'],
    ['12 gru', '2026-12-12'],
    ['2026-12-24', '2026-12-24'],
    ['12/12', '2026-12-12'],
    ['today', '2026-11-21'],
    ['tomorrow', '2026-11-22'],
    ['morgen', '2026-11-22'],
    ['jutro', '2026-11-22'],
    ['on Friday', '2026-11-27'],
    ['Fri', '2026-11-27'],
    ['Samstag', '2026-11-28'],
    ['vrijdag', '2026-11-27'],
    ['w piątek', '2026-11-27'],
    ['w środę', '2026-11-25'],
    ['in 2 weeks', '2026-12-05'],
    ['in 3 Tagen', '2026-11-24'],
    ['over 2 maanden', '2027-01-21'],
    ['za 2 tygodnie', '2026-12-05'],
    ['next week', '2026-11-27'],
    ['29 Feb', '2028-02-29'],
    ['21 Nov', '2026-11-21'],
  ])('%s is %s', (line, date) => {
    expect(findDueDate(line, context.today)?.date).toBe(date)
  })

  it.each([
    'send 3 offers',
    'version 3.5 is out',
    '31 Feb',
    'maybe',
    '2026-13-40',
    'Dezemberfest',
    'room 12',
    '99/99',
    '',
  ])('%s names none', (line) => expect(findDueDate(line, context.today)).toBeNull())
})

describe('a line of the log', () => {
  it.each([
    [
      'todo Anna 12 Dec send the offer',
      {
        kind: 'todo',
        text: 'send the offer',
        dueDate: '2026-12-12',
        owner: { name: 'Anna Berg', person: context.people[2] },
      },
    ],
    [
      'todo: @Anna Berg: send the offer by Friday',
      {
        kind: 'todo',
        text: 'send the offer',
        dueDate: '2026-11-27',
        owner: { name: 'Anna Berg', person: context.people[2] },
      },
    ],
    [
      'todo me call legal tomorrow',
      {
        kind: 'todo',
        text: 'call legal',
        dueDate: '2026-11-22',
        owner: { name: 'Eva Vendor', person: self },
      },
    ],
    [
      'Aufgabe ich Vertrag prüfen bis 12. Dezember',
      {
        kind: 'todo',
        text: 'Vertrag prüfen',
        dueDate: '2026-12-12',
        owner: { name: 'Eva Vendor', person: self },
      },
    ],
    [
      'taak Anna offerte sturen vóór vrijdag',
      {
        kind: 'todo',
        text: 'offerte sturen',
        dueDate: '2026-11-27',
        owner: { name: 'Anna Berg', person: context.people[2] },
      },
    ],
    [
      'zadanie Łukasz wysłać ofertę do 12 grudnia',
      {
        kind: 'todo',
        text: 'wysłać ofertę',
        dueDate: '2026-12-12',
        owner: { name: 'Łukasz Żółć', person: context.people[3] },
      },
    ],
    [
      'zadanie lukasz wysłać',
      {
        kind: 'todo',
        text: 'wysłać',
        dueDate: null,
        owner: { name: 'Łukasz Żółć', person: context.people[3] },
      },
    ],
    ['todo Jan send it', { kind: 'todo', text: 'Jan send it', dueDate: null, owner: null }],
    [
      'todo Kowalski send it',
      {
        kind: 'todo',
        text: 'send it',
        dueDate: null,
        owner: { name: 'Jan Kowalski', person: context.people[0] },
      },
    ],
    [
      'todo @Nowak send it',
      { kind: 'todo', text: 'send it', dueDate: null, owner: { name: 'Nowak', person: null } },
    ],
    ['todo send the offer', { kind: 'todo', text: 'send the offer', dueDate: null, owner: null }],
    ['[ ] list the risks', { kind: 'todo', text: 'list the risks', dueDate: null, owner: null }],
    [
      'decision: pilot until March',
      { kind: 'decision', text: 'pilot until March', dueDate: null, owner: null },
    ],
    [
      'Entscheidung Pilot bis März',
      { kind: 'decision', text: 'Pilot bis März', dueDate: null, owner: null },
    ],
    [
      'risk: budget is frozen',
      { kind: 'problem', text: 'budget is frozen', dueDate: null, owner: null },
    ],
    ['upsell: 500 more seats', { kind: 'upsell_heard', text: '500 more seats', isPrivate: true }],
    ['competitor Northwind: showed a demo', { kind: 'sighting', text: 'Northwind: showed a demo' }],
    ['next step visit in June', { kind: 'next_step', text: 'visit in June' }],
    ['gap: no export', { kind: 'product_gap', text: 'no export' }],
    ['gap in the fence', { kind: 'note', text: 'gap in the fence' }],
    ['todos are many', { kind: 'note', text: 'todos are many' }],
    ['', { kind: 'note', text: '' }],
  ])('%s', (line, expected) => {
    expect(read(line)).toMatchObject(expected)
  })

  it('links people and topics, the longest known name first', () => {
    const { mentions, topics } = read(
      'talked to @Jan de Vries, @jan kowalski (@Żółć) and @Nowak. #pricing #go-live mail a@b.example',
    )
    expect(mentions.map(({ name, person: known }) => [name, known?.id ?? null])).toEqual([
      ['Jan de Vries', 'jan2'],
      ['Jan Kowalski', 'jan'],
      ['Łukasz Żółć', 'luk'],
      ['Nowak', null],
    ])
    expect(topics).toEqual(['pricing', 'go-live'])
  })

  it('never throws and never makes up a word, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('', 'todo ', 'decision: ', '@'),
        (text, lead) => {
          const line = read(`${lead}${text}`)
          const source = `${lead}${text}`.normalize('NFC')
          for (const word of line.text.split(/[\s,.;:–-]+/)) expect(source).toContain(word)
        },
      ),
    )
  })
})
