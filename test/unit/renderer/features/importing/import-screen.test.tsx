import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportScreen } from '../../../../../renderer/features/importing/import-screen'
import { importingStrings } from '../../../../../renderer/features/importing/strings'
import { openPage } from '../../../../support/page-screen'
import type { OpenedScreen } from '../../../../support/page-screen'

let page: OpenedScreen
const user = userEvent.setup()

beforeEach(async () => {
  page = await openPage(importingStrings.en)
  window.location.hash = '#/import'
  page.show(<ImportScreen />)
})
afterEach(() => page.close())

const staff = [
  'Employee ID,Name,Job title,Manager ID',
  '1,Anna Berg,CIO,',
  '2,Jan Kowalski,Head of IT,1',
  '3,Zoë Müller,Engineer,77',
].join('\n')

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)

async function pick(...files: [name: string, content: BlobPart][]): Promise<void> {
  const input = screen.getByTestId<HTMLInputElement>('import-files')
  await user.upload(
    input,
    files.map(([name, content]) => new File([content], name)),
  )
}
const start = () => screen.getByTestId<HTMLButtonElement>('start-import')
const sum = () =>
  ['created', 'updated', 'skipped', 'rows'].map((name) =>
    Number(screen.getByTestId(`count-${name}`).textContent),
  )

describe('the import', () => {
  it('goes from a file over a preview to a report that adds up, and back by undo', async () => {
    await pick(['acme_staff.csv', staff])
    await waitFor(() => expect(start().disabled).toBe(false))
    expect(sum()).toEqual([3, 0, 0, 3])
    expect(screen.getByTestId<HTMLInputElement>('import-account').value).toBe('Acme staff')
    await user.click(screen.getByTestId('import-rows-tab'))
    expect(await screen.findByText('Manager unknown')).toBeTruthy()
    await user.click(start())
    await screen.findByTestId('import-report')
    expect(sum()).toEqual([3, 0, 0, 3])
    const { store } = page.test
    const [account] = await store.account.all()
    expect(account!.name).toBe('Acme staff')
    expect((await store.person.byAccount({ accountId: account!.id })).length).toBe(3)
    await user.click(screen.getByTestId('undo-import'))
    await waitFor(async () => expect(await store.account.all()).toEqual([]))
  })

  it('says for each bad file why, and imports the good one beside it', async () => {
    await pick(['empty.csv', ''], ['acme.csv', staff], ['photo.png', png])
    await waitFor(() => expect(start().disabled).toBe(false))
    const problems = screen.getAllByTestId('file-problem').map((each) => each.textContent)
    expect(problems[0]).toContain('empty')
    expect(problems.length).toBe(2)
    expect(sum()).toEqual([3, 0, 0, 3])
  })

  it('takes a column away when the user says so', async () => {
    await pick(['acme.csv', staff])
    await waitFor(() => expect(start().disabled).toBe(false))
    const fields = screen.getAllByTestId<HTMLSelectElement>('column-field')
    expect(fields.map((field) => field.value)).toEqual(['externalId', 'name', 'title', 'managerId'])
    await user.selectOptions(fields[2]!, '')
    await waitFor(() => expect(start().disabled).toBe(false))
    await user.click(start())
    await screen.findByTestId('import-report')
    const { store } = page.test
    const [account] = await store.account.all()
    const seats = await store.seat.byAccount({ accountId: account!.id })
    expect(seats.map((seat) => seat.title)).toEqual(['', '', ''])
  })

  it('waits for a name of the account', async () => {
    await pick(['acme.csv', staff])
    await waitFor(() => expect(start().disabled).toBe(false))
    await user.clear(screen.getByTestId('import-account'))
    await waitFor(() => expect(start().disabled).toBe(true))
    expect(await page.test.store.account.all()).toEqual([])
  })
})
