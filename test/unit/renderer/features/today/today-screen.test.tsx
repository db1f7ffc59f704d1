import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { todayStrings } from '../../../../../renderer/features/today/strings'
import { TodayScreen } from '../../../../../renderer/features/today/today-screen'
import { openPage } from '../../../../support/page-screen'
import type { OpenedScreen } from '../../../../support/page-screen'

let page: OpenedScreen
const user = userEvent.setup()

beforeEach(async () => {
  page = await openPage(todayStrings.en)
})
afterEach(() => page.close())

describe('the first screen', () => {
  it('of an empty workspace leads to the demo, the import and a first account', async () => {
    page.show(<TodayScreen />)
    await screen.findByTestId('today-empty')
    await user.click(screen.getByTestId('begin-import'))
    expect(window.location.hash).toBe('#/import')
    await user.click(screen.getByTestId('begin-add'))
    expect(window.location.hash).toBe('#/accounts?new=1')
  })

  it('ticks an action off, and undo brings it back', async () => {
    const { store } = page.test
    const accountId = await store.account.create({ name: 'Acme' })
    const id = await store.actionItem.create({ accountId, title: 'Send the plan' })
    page.show(<TodayScreen />)
    await user.click(await screen.findByLabelText('Mark as done: Send the plan'))
    await waitFor(() => expect(screen.queryByTestId('today-action')).toBe(null))
    expect((await store.actionItem.byAccount({ accountId }))[0]).toMatchObject({
      id,
      status: 'done',
    })
    await store.history.undo()
    await screen.findByTestId('today-action')
  })

  it('lists top-five people who were never met and forgets them after a call', async () => {
    const { store } = page.test
    const accountId = await store.account.create({ name: 'Acme' })
    await store.drawing.add({ accountId, bossId: null, name: 'Anna Berg', isTopFive: true })
    page.show(<TodayScreen />)
    expect((await screen.findByTestId('today-stale-person')).textContent).toContain('Not met yet')
    await user.click(screen.getByLabelText('Log a call with Anna Berg'))
    await waitFor(() => expect(screen.queryByTestId('today-stale-person')).toBe(null))
    const [meeting] = await store.meeting.byAccount({ accountId })
    expect(meeting).toMatchObject({ modality: 'phone', status: 'done' })
  })
})
