import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useLive } from '../../../../renderer/data/live'
import { store as pageStore } from '../../../../renderer/data/store'
import { DraftField } from '../../../../renderer/ui/draft-field'
import { openPage } from '../../../support/page-screen'
import type { OpenedScreen } from '../../../support/page-screen'

let page: OpenedScreen
let id: string
const user = userEvent.setup()

beforeEach(async () => {
  page = await openPage({})
  id = await page.test.store.account.create({ name: 'Acme', city: 'Berlin' })
  page.show(<City id={id} />)
  await screen.findByLabelText('City')
})
afterEach(() => page.close())

function City({ id: accountId }: { readonly id: string }) {
  const account = useLive(pageStore.account.byId, { id: accountId })
  if (!account) return null
  return (
    <DraftField
      label="City"
      draftKey={`account.${accountId}.city`}
      saved={account.city}
      check={(text) => (text === 'nowhere' ? 'That is no place.' : null)}
      save={(text) => pageStore.account.set({ id: accountId, fields: { city: text } })}
    />
  )
}

const field = () => screen.getByLabelText<HTMLInputElement>('City')
const saved = async () => (await page.test.store.account.byId({ id }))!.city

describe('a field', () => {
  it.each(['{Enter}', '{Tab}', '{Escape}'])(
    'keeps what was typed when it is left by %s',
    async (key) => {
      await user.clear(field())
      await user.type(field(), `Łódź${key}`)
      await waitFor(async () => expect(await saved()).toBe('Łódź'))
      expect(field().value).toBe('Łódź')
      await waitFor(async () =>
        expect(await page.test.store.draft.byKey({ key: `account.${id}.city` })).toBe(null),
      )
    },
  )

  it('follows an undo', async () => {
    await user.clear(field())
    await user.type(field(), 'Bonn{Enter}')
    await waitFor(async () => expect(await saved()).toBe('Bonn'))
    await page.test.store.history.undo()
    await waitFor(() => expect(field().value).toBe('Berlin'))
  })

  it('holds on to text that cannot be saved, with the reason', async () => {
    await user.clear(field())
    await user.type(field(), 'nowhere{Tab}')
    expect((await screen.findByRole('alert')).textContent).toBe('That is no place.')
    expect(field().value).toBe('nowhere')
    expect(await saved()).toBe('Berlin')
  })

  it('has every key on the disk soon, also when it is never left', async () => {
    await user.type(field(), ' Mitte')
    await waitFor(async () =>
      expect((await page.test.store.draft.byKey({ key: `account.${id}.city` }))?.body).toBe(
        'Berlin Mitte',
      ),
    )
    expect(await saved()).toBe('Berlin')
  })

  it('saves what was typed when its screen goes away', async () => {
    await user.type(field(), ' Mitte')
    cleanup()
    await waitFor(async () => expect(await saved()).toBe('Berlin Mitte'))
  })

  it('finds a draft again that a crash left', async () => {
    cleanup()
    await page.test.store.draft.save({ key: `account.${id}.city`, body: 'Potsd' })
    render(<City id={id} />)
    await waitFor(() => expect(field().value).toBe('Potsd'))
    expect(await saved()).toBe('Berlin')
  })
})
