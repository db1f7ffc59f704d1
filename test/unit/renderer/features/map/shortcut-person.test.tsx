import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roleLetters } from '../../../../../renderer/features/map/model'
import { openMap, settle, type DrawnMap } from './map-harness'

const company = `Anna
  Bert
  Carl
  Dora
  Eva
  Fred
`

describe('shortcut table: the selected person', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
    await map.draw(company)
    await settle()
  })
  afterEach(() => map.close())

  const rolesOf = async (name: string) => {
    const { id } = await map.person(name)
    const rows = await map.test.store.buyingRole.byAccount({ accountId: map.accountId })
    return rows.filter((row) => row.personId === id).map((row) => row.role)
  }

  it.each([
    ['1', 'opponent'],
    ['2', 'non_supporter'],
    ['3', 'neutral'],
    ['4', 'supporter'],
    ['5', 'champion'],
    ['0', 'unknown'],
  ])('%s: stance %s', async (key, stance) => {
    await map.select('Bert')
    await map.press(key)
    await waitFor(async () => expect((await map.person('Bert')).stance).toBe(stance))
  })

  it('I: influence cycles High, Medium, Low, unknown', async () => {
    await map.select('Bert')
    for (const value of ['high', 'medium', 'low', 'unknown']) {
      await map.press('I')
      await waitFor(async () => expect((await map.person('Bert')).influence).toBe(value))
      await settle()
    }
  })

  it.each(Object.entries(roleLetters))('R then the letter of %s (%s)', async (role, letter) => {
    await map.select('Bert')
    await map.press('R')
    expect(screen.getByTestId('map-pending')).toBeTruthy()
    await map.press(letter)
    await waitFor(async () => expect(await rolesOf('Bert')).toEqual([role]))
  })

  it('R then X: no buying role', async () => {
    await map.select('Bert')
    await map.press('R')
    await map.press('E')
    await settle()
    await map.press('R')
    await map.press('X')
    await waitFor(async () => expect(await rolesOf('Bert')).toEqual([]))
  })

  it('K: top five; the sixth asks which to drop', async () => {
    for (const name of ['Anna', 'Bert', 'Carl', 'Dora', 'Eva']) {
      await map.select(name)
      await map.press('K')
      await settle()
    }
    await map.select('Fred')
    await map.press('K')
    const question = screen.getByTestId('map-top-five')
    const bert = [...question.querySelectorAll('button')].find((b) => b.textContent === 'Bert')
    fireEvent.click(bert as HTMLElement)
    await waitFor(async () => {
      const people = await map.test.store.person.byAccount({ accountId: map.accountId })
      const marked = people.filter((row) => row.isTopFive === 1).map((row) => row.name)
      expect(marked.sort()).toEqual(['Anna', 'Carl', 'Dora', 'Eva', 'Fred'])
    })
  })

  it('multi-select then 4 applies to all', async () => {
    await map.select('Bert', 'Carl', 'Dora')
    await map.press('4')
    await waitFor(async () => {
      const people = await map.test.store.person.byAccount({ accountId: map.accountId })
      const supporters = people.filter((row) => row.stance === 'supporter').map((row) => row.name)
      expect(supporters.sort()).toEqual(['Bert', 'Carl', 'Dora'])
    })
  })

  it('G: repeats the last attribute change', async () => {
    await map.select('Bert')
    await map.press('5')
    await map.select('Eva')
    await map.press('G')
    await waitFor(async () => expect((await map.person('Eva')).stance).toBe('champion'))
  })

  it('X: marks the seat vacant, the person left and the seat stays', async () => {
    await map.select('Bert')
    await map.press('X')
    await waitFor(async () => expect((await map.person('Bert')).status).toBe('left'))
    await waitFor(() => expect(document.querySelector('.map-card.is-vacant')).toBeTruthy())
  })

  it.each([
    ['I', 'influences'],
    ['D', 'dotted'],
    ['C', 'conflicts'],
    ['P', 'peer'],
  ])('L then %s: draws a line (%s) to whom was typed', async (key, kind) => {
    await map.select('Bert')
    await map.press('L')
    await map.press(key)
    const field = screen.getByTestId('map-line-picker').querySelector('input') as HTMLInputElement
    fireEvent.change(field, { target: { value: 'ev' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(async () => {
      const lines = await map.test.store.line.byAccount({ accountId: map.accountId })
      expect(lines.map((row) => row.kind)).toEqual([kind])
    })
    await waitFor(() => expect(document.querySelector(`.map-line--${kind}`)).toBeTruthy())
  })

  it('M: toggles attended while a meeting runs', async () => {
    const { store } = map.test
    const meetingId = await store.meeting.create({
      accountId: map.accountId,
      title: 'Visit',
      status: 'running',
    })
    await settle()
    await map.select('Bert', 'Carl')
    await map.press('M')
    await waitFor(async () => {
      const rows = await store.participant.byMeeting({ meetingId })
      expect(rows.map((row) => row.attendance)).toEqual(['attended', 'attended'])
    })
    await settle()
    await map.press('M')
    await waitFor(async () => {
      const rows = await store.participant.byMeeting({ meetingId })
      expect(rows.map((row) => row.attendance)).toEqual(['absent', 'absent'])
    })
  })

  it('Shift+M: a new walk-in is drawn and logged', async () => {
    const { store } = map.test
    const meetingId = await store.meeting.create({
      accountId: map.accountId,
      title: 'Visit',
      status: 'running',
    })
    await settle()
    await map.select('Bert')
    await map.press('Shift+M')
    await map.type('Wanda, Auditor')
    await map.press('Escape')
    await waitFor(async () => {
      const rows = await store.participant.byMeeting({ meetingId })
      expect(rows.map((row) => row.attendance)).toEqual(['walk_in'])
    })
  })
})

describe('shortcut table: writing down without leaving the map', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
    await map.draw(company)
    await settle()
  })
  afterEach(() => map.close())

  async function jot(key: string, kind: string, text: string): Promise<void> {
    await map.select('Bert')
    await map.press(key)
    const field = screen.getByTestId(`map-jot-${kind}`).querySelector('textarea') as HTMLElement
    fireEvent.change(field, { target: { value: text } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() => expect(screen.queryByTestId(`map-jot-${kind}`)).toBeNull())
  }

  it('N: a note on the selected person', async () => {
    await jot('N', 'note', 'Wants a pilot')
    const notes = await map.test.store.note.byAccount({ accountId: map.accountId })
    const bert = await map.person('Bert')
    expect(notes.map(({ body, personId }) => [body, personId])).toEqual([
      ['Wants a pilot', bert.id],
    ])
  })

  it('A: an action', async () => {
    await jot('A', 'action', 'Send the offer')
    const rows = await map.test.store.actionItem.byAccount({ accountId: map.accountId })
    expect(rows.map((row) => row.title)).toEqual(['Send the offer'])
  })

  it('V: a competitor sighting', async () => {
    await jot('V', 'sighting', 'Globex: half the price')
    const rows = await map.test.store.competitorSighting.byAccount({ accountId: map.accountId })
    expect(rows.map((row) => [row.competitorName, row.pitch])).toEqual([
      ['Globex', 'half the price'],
    ])
  })

  it('W: what the person needs to win, marked on the card', async () => {
    await jot('W', 'need', 'Fewer returns')
    expect((await map.person('Bert')).needs).toBe('Fewer returns')
    await waitFor(() => expect(document.querySelector('.map-card__needs')).toBeTruthy())
  })

  it('Esc keeps what was typed for the next time', async () => {
    await map.select('Bert')
    await map.press('N')
    const field = () =>
      screen.getByTestId('map-jot-note').querySelector('textarea') as HTMLTextAreaElement
    fireEvent.change(field(), { target: { value: 'half a tho' } })
    fireEvent.keyDown(field(), { key: 'Escape' })
    await settle()
    expect(screen.queryByTestId('map-jot-note')).toBeNull()
    await map.select('Bert')
    await map.press('N')
    await waitFor(() => expect(field().value).toBe('half a tho'))
  })
})
