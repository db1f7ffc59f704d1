import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MySelf } from '../../../../../renderer/features/settings/my-self'
import { settingsStrings } from '../../../../../renderer/features/settings/strings'
import { openPage } from '../../../../support/page-screen'
import type { OpenedScreen } from '../../../../support/page-screen'

let page: OpenedScreen
let memberId: string
const user = userEvent.setup()

beforeEach(async () => {
  page = await openPage(settingsStrings.en)
  memberId = (await page.test.store.storeInfo.read()).memberId
  page.show(<MySelf memberId={memberId} />)
  await screen.findByTestId('me-name')
})
afterEach(() => page.close())

const me = async () => (await page.test.store.member.byId({ id: memberId }))!

describe("the user's own details", () => {
  it('are saved to the row that invitations are signed with', async () => {
    await user.type(screen.getByTestId('me-name'), 'Maja Nowak{Enter}')
    await user.type(screen.getByTestId('me-email'), 'maja@us.example{Enter}')
    await user.selectOptions(screen.getByLabelText('Role'), 'fae')
    await waitFor(async () =>
      expect(await me()).toMatchObject({
        name: 'Maja Nowak',
        email: 'maja@us.example',
        teamRole: 'fae',
      }),
    )
  })

  it('need an e-mail address that is one', async () => {
    await user.type(screen.getByTestId('me-email'), 'maja at us{Tab}')
    expect((await screen.findByRole('alert')).textContent).toBe('This is not an e-mail address.')
    expect((await me()).email).toBe('')
  })
})
