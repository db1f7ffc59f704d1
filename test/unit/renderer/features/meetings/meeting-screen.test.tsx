import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MeetingScreen } from '../../../../../renderer/features/meetings/meeting-screen'
import { meetingsStrings } from '../../../../../renderer/features/meetings/strings'
import { openPage } from '../../../../support/page-screen'
import type { OpenedScreen } from '../../../../support/page-screen'
import { makeVisit } from '../../../db/flows/visit-with-people'

let page: OpenedScreen
let meetingId: string
let accountId: string
const user = userEvent.setup()

beforeEach(async () => {
  page = await openPage(meetingsStrings.en)
  const { store } = page.test
  const made = await makeVisit(store)
  accountId = made.accountId
  meetingId = await store.meetingLog.startFromVisit({ visitId: made.visitId })
  page.show(<MeetingScreen params={{ meetingId }} />)
  await screen.findByTestId('meeting-notes')
})

afterEach(() => page.close())

const notes = () => screen.getByTestId<HTMLTextAreaElement>('meeting-notes')

describe('a line of the log', () => {
  it('becomes an action with owner and date when Enter ends it', async () => {
    const { store } = page.test
    await user.type(notes(), 'Hello{Enter}todo Anna 2027-01-15 send the plan{Enter}')
    expect((await screen.findByTestId('strip-action')).textContent).toContain('send the plan')
    expect(notes().value).toBe('Hello\n☐ send the plan (Anna, 2027-01-15)\n')
    const people = await store.person.byAccount({ accountId })
    const [action] = await store.actionItem.byAccount({ accountId })
    expect(action).toMatchObject({
      title: 'send the plan',
      dueDate: '2027-01-15',
      meetingId,
      personId: people.find(({ name }) => name === 'Anna')!.id,
      isPrivate: 0,
    })
  })

  it('becomes a decision, a problem or a sighting by its first word', async () => {
    const { store } = page.test
    const lines = [
      'decision: go on',
      'risk budget',
      'competitor Northwind: a demo',
      'next step visit in June',
    ]
    for (const line of lines) await user.type(notes(), `${line}{Enter}`)
    await screen.findByTestId('strip-sighting')
    expect(screen.getByTestId('strip-decision').textContent).toContain('go on')
    expect(screen.getByTestId('strip-problem').textContent).toContain('budget')
    const [sighting] = await store.competitorSighting.byAccount({ accountId })
    expect(sighting).toMatchObject({ competitorName: 'Northwind', pitch: 'a demo', meetingId })
    await waitFor(async () =>
      expect(await store.meeting.byId({ id: meetingId })).toMatchObject({
        nextStep: 'visit in June',
      }),
    )
  })

  it('heard about an upsell stays private, with a task, and out of the follow-up', async () => {
    const { store } = page.test
    await user.type(notes(), 'upsell: 500 seats{Enter}decision: go on{Enter}')
    await screen.findByTestId('strip-upsell_heard')
    await screen.findByTestId('strip-decision')
    const [task] = await store.actionItem.byAccount({ accountId })
    expect(task).toMatchObject({ title: '500 seats', isPrivate: 1, dueDate: expect.any(String) })
    await user.click(screen.getByTestId('follow-up'))
    const text = screen.getByTestId<HTMLTextAreaElement>('follow-up-text').value
    expect(text).toContain('go on')
    expect(text).not.toContain('500 seats')
  })

  it('puts who just came in on the map and into the room', async () => {
    const { store } = page.test
    await user.type(notes(), '+ Maria Nowak, CFO{Enter}')
    const chip = await screen.findByTestId('present-Maria Nowak')
    expect(chip.dataset.attendance).toBe('walk_in')
    const seats = await store.seat.byAccount({ accountId })
    expect(seats.map(({ title }) => title)).toContain('CFO')
    expect(notes().value).toBe('+ Maria Nowak, CFO ✓\n')
  })

  it('is on the disk as a draft soon after a key, and in the log when the field is left', async () => {
    const { store } = page.test
    await user.type(notes(), 'half a sen')
    await waitFor(async () =>
      expect(await store.draft.byKey({ key: `meeting:${meetingId}:notes` })).toMatchObject({
        body: 'half a sen',
      }),
    )
    notes().blur()
    await waitFor(async () => {
      const found = await store.note.byMeeting({ meetingId })
      expect(found.map(({ body }) => body)).toEqual(['half a sen'])
    })
    expect(notes().value).toBe('half a sen')
  })
})

describe('a person in the room', () => {
  it('came with a tap, is absent with another, and takes a stance by number', async () => {
    const { store } = page.test
    const chip = () => screen.getByTestId('present-Anna')
    await user.click(chip())
    await waitFor(() => expect(chip().dataset.attendance).toBe('attended'))
    chip().focus()
    await user.keyboard('5')
    await waitFor(async () => {
      const opinions = await store.opinion.byAccount({ accountId })
      expect(opinions.map(({ value, meetingId: at }) => [value, at])).toEqual([
        ['champion', meetingId],
      ])
    })
    await user.click(chip())
    await waitFor(() => expect(chip().dataset.attendance).toBe('absent'))
  })

  it('takes two quick taps as two steps', async () => {
    await user.dblClick(screen.getByTestId('present-Bert'))
    await waitFor(() =>
      expect(screen.getByTestId('present-Bert').dataset.attendance).toBe('absent'),
    )
  })

  it('known from the map is added by name, without a second card', async () => {
    const { store } = page.test
    await store.person.create({ accountId, name: 'Dora' })
    await user.type(screen.getByTestId('walk-in'), 'dora{Enter}')
    const chip = await screen.findByTestId('present-Dora')
    expect(chip.dataset.attendance).toBe('walk_in')
    expect(
      (await store.person.byAccount({ accountId })).filter(({ name }) => /dora/i.test(name)),
    ).toHaveLength(1)
  })
})
