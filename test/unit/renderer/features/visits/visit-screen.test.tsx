import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { visitsStrings } from '../../../../../renderer/features/visits/strings'
import { VisitScreen } from '../../../../../renderer/features/visits/visit-screen'
import { openPage } from '../../../../support/page-screen'
import type { OpenedScreen } from '../../../../support/page-screen'
import { writeAnswers } from '../../../../support/visit-cast'
import { makeVisit } from '../../../db/flows/visit-with-people'

let page: OpenedScreen
let visitId: string
let accountId: string
const user = userEvent.setup()

beforeEach(async () => {
  page = await openPage(visitsStrings.en)
  const { store } = page.test
  ;({ visitId, accountId } = await makeVisit(store))
  for (const title of ['Results', 'Next steps']) {
    await store.agendaItem.create({ accountId, visitId, title, durationMinutes: 20 })
  }
  page.show(<VisitScreen params={{ visitId }} />)
  await screen.findByTestId('visit-screen')
})

afterEach(() => page.close())

function times(): string[] {
  return screen
    .getAllByRole('option')
    .filter((each) => each.dataset.agendaId)
    .map(
      (each) =>
        `${each.querySelector('.agenda-card-time')!.textContent} ${each.dataset.testid!.slice(7)}`,
    )
}

describe('the people of a visit', () => {
  it('are all in; leaving one out asks why and keeps the answer', async () => {
    const toggle = screen.getByTestId('toggle-Bert')
    expect(toggle).toHaveProperty('checked', true)
    await user.click(toggle)
    const reason = screen.getByTestId('reason-Bert')
    await user.type(reason, '{Enter}')
    expect(screen.getByTestId('reason-Bert')).toBe(reason)
    await user.type(reason, 'On leave{Enter}')
    await screen.findByText('On leave')
    expect(screen.getByTestId('invited-count').textContent).toBe('2 invited')
    await user.click(screen.getByTestId('invite-missing'))
    await waitFor(() => expect(screen.getByTestId('invited-count').textContent).toBe('3 invited'))
  })

  it('stay in when the reason is left empty with Escape', async () => {
    await user.click(screen.getByTestId('toggle-Bert'))
    await user.type(screen.getByTestId('reason-Bert'), 'on{Escape}')
    expect(screen.queryByTestId('reason-Bert')).toBeNull()
    expect(screen.getByTestId('toggle-Bert')).toHaveProperty('checked', true)
  })
})

describe('the agenda by keyboard', () => {
  it('reorders with Alt and arrows, and the times follow', async () => {
    expect(times()).toEqual(['09:00 Goals', '09:30 Results', '09:50 Next steps'])
    screen.getByTestId('agenda-Goals').focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() =>
      expect(times()).toEqual(['09:00 Results', '09:20 Goals', '09:50 Next steps']),
    )
    screen.getByTestId('agenda-Next steps').focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() =>
      expect(times()).toEqual(['09:00 Results', '09:20 Next steps', '09:40 Goals']),
    )
  })

  it('changes a length by five minutes with Shift and arrows, and removes with Delete', async () => {
    screen.getByTestId('agenda-Goals').focus()
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}')
    await waitFor(() => expect(times()[1]).toBe('09:25 Results'))
    screen.getByTestId('agenda-Results').focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(times()).toEqual(['09:00 Goals', '09:25 Next steps']))
  })
})

describe('what the customer will see', () => {
  it('has the agenda and no word of objective or preparation', async () => {
    const { store } = page.test
    const [item] = await store.agendaItem.byVisit({ visitId })
    const fields = { objective: 'WIN THEM', preparation: 'SECRET', title: 'Our goals' }
    await store.agendaItem.set({ id: item!.id, fields })
    await store.visit.set({ id: visitId, fields: { preparation: 'SECRET', objective: 'WIN THEM' } })
    const paper = screen.getByTestId('preview-paper')
    await within(paper).findByText('Our goals')
    expect(paper.textContent).not.toMatch(/SECRET|WIN THEM/)
  })

  it('is in the language of each invitee', async () => {
    await user.click(screen.getByTestId('preview-de'))
    expect(screen.getByTestId('preview-paper').textContent).toContain('Guten Tag Bert,')
  })
})

describe('the way out and the answers back', () => {
  it('queues a mail a person and takes answers in any order', async () => {
    const { store } = page.test
    await user.click(screen.getByTestId('queue-invitations'))
    await screen.findByTestId('outbox')
    expect(screen.getByTestId('mail-Anna').dataset.status).toBe('queued')
    await user.click(screen.getByTestId('mark-sent'))
    await waitFor(() => expect(screen.getByTestId('mail-Anna').dataset.status).toBe('sent'))
    const { uid } = (await store.visit.byId({ id: visitId }))!
    const files = writeAnswers(uid).map(({ name, text }) => new File([text], name))
    fireEvent.change(screen.getByTestId('answers-file'), { target: { files } })
    await screen.findByTestId('answers-dialog')
    const outcomes = ['applied', 'stale', 'unknown_replier', 'refused']
    for (const kind of outcomes)
      expect(screen.getAllByTestId(`outcome-${kind}`).length).toBeGreaterThan(0)
    await user.click(screen.getByTestId('add-zoe@acme.example'))
    await waitFor(() => expect(screen.getByTestId('invited-count').textContent).toBe('4 invited'))
    const people = await store.person.byAccount({ accountId })
    // Who was added is invited first and answers in the step after it.
    await waitFor(async () => {
      const rows = await store.attendee.byVisit({ visitId })
      const answers = rows.flatMap(({ personId, partstat, isUnverified }) => {
        const person = people.find(({ id }) => id === personId)
        return person ? [`${person.name} ${partstat} ${isUnverified}`] : []
      })
      expect(answers.sort()).toEqual([
        'Anna ACCEPTED 1',
        'Bert DELEGATED 1',
        'Cleo NEEDS-ACTION 0',
        'Zoe Adler ACCEPTED 1',
      ])
    })
  })
})
