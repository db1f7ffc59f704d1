import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PeopleTab } from '../../../../../renderer/features/accounts/people-tab'
import { accountsStrings } from '../../../../../renderer/features/accounts/strings'
import { openPage } from '../../../../support/page-screen'
import type { OpenedScreen } from '../../../../support/page-screen'

let page: OpenedScreen
let accountId: string
let annaId: string
const user = userEvent.setup()

beforeEach(async () => {
  page = await openPage(accountsStrings.en)
  const { store } = page.test
  accountId = await store.account.create({ name: 'Acme' })
  const anna = {
    accountId,
    bossId: null,
    name: 'Anna Berg',
    title: 'CIO',
    email: 'anna@acme.example',
  }
  annaId = (await store.drawing.add(anna)).personId!
  await store.drawing.add({ accountId, bossId: null, name: 'Jan Kowalski' })
  window.location.hash = `#/accounts/${accountId}/people?person=${annaId}`
  page.show(<PeopleTab accountId={accountId} />)
  await screen.findByTestId('person-inspector')
})
afterEach(() => page.close())

const anna = async () => (await page.test.store.person.byId({ id: annaId }))!

describe('the inspector of a person', () => {
  it('saves a stance as a dated opinion that undo takes back', async () => {
    await user.click(screen.getByTestId('stance-opponent'))
    await waitFor(async () => expect((await anna()).stance).toBe('opponent'))
    expect((await page.test.store.opinion.byPerson({ personId: annaId })).length).toBe(1)
    await page.test.store.history.undo()
    expect((await anna()).stance).toBe('unknown')
  })

  it('marks the top five', async () => {
    await user.click(screen.getByTestId('person-top-five'))
    await waitFor(async () => expect((await anna()).isTopFive).toBe(1))
  })

  it('refuses what is no e-mail address and keeps the one it had', async () => {
    const email = screen.getByTestId<HTMLInputElement>('person-email')
    await user.clear(email)
    await user.type(email, 'anna at acme{Tab}')
    expect(await screen.findByText('This is not an e-mail address.')).toBeTruthy()
    expect((await anna()).email).toBe('anna@acme.example')
  })

  it('writes title and department to the seat, not to the person', async () => {
    const title = screen.getByTestId<HTMLInputElement>('person-title')
    await user.clear(title)
    await user.type(title, 'CTO{Enter}')
    await waitFor(async () => {
      const seats = await page.test.store.seat.byAccount({ accountId })
      expect(seats.map((seat) => seat.title).sort()).toEqual(['', 'CTO'])
    })
  })

  it('lets somebody leave the company and keeps the seat as vacant', async () => {
    await user.click(screen.getByTestId('person-left'))
    await waitFor(async () => expect((await anna()).status).toBe('left'))
    const seats = await page.test.store.seat.byAccount({ accountId })
    expect(seats.length).toBe(2)
    const held = await page.test.store.occupancy.byAccount({ accountId })
    expect(held.filter((row) => row.toDate === null).length).toBe(1)
  })

  it('asks before it deletes', async () => {
    await user.click(screen.getByTestId('delete-person'))
    const question = await screen.findByTestId('confirm')
    expect(within(question).getByText(/goes to the trash/)).toBeTruthy()
    expect((await page.test.store.person.byAccount({ accountId })).length).toBe(2)
    await user.click(screen.getByTestId('confirm-yes'))
    await waitFor(async () =>
      expect((await page.test.store.person.byAccount({ accountId })).length).toBe(1),
    )
  })
})
