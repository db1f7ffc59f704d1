import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { SyncStatus } from '../../db/sync/status'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'
import { startCutProxy } from '../support/cut-proxy'
import type { CutProxy } from '../support/cut-proxy'
import { callStore } from '../support/page-store'
import { startSyncServer } from '../support/sync-server'
import type { RunningServer } from '../support/sync-server'

/** One app behind a wire of its own. */
interface Device extends RunningApp {
  readonly wire: CutProxy
  /** The member's id on the server. */
  member: string
}

let server: RunningServer
const devices: Device[] = []

test.beforeAll(async () => {
  server = await startSyncServer()
})
test.afterAll(async () => {
  for (const device of devices) {
    await device.close()
    await device.wire.close()
  }
  await server.close()
})

async function startDevice(): Promise<Device> {
  const wire = await startCutProxy(server.url)
  const app = await startApp()
  const device = { ...app, wire, member: '' }
  devices.push(device)
  await device.page.getByTestId('recovery-code-kept').click()
  return device
}

/** Joins as a person does: the palette's screen, the pasted link, the button. */
async function join(device: Device, name: string): Promise<void> {
  const { page, wire } = device
  const link = (await server.invite({ role: 'rep', name })).replace(server.url, wire.url)
  await page.evaluate(() => (window.location.hash = '#/sync'))
  await page.getByTestId('invitation').fill(`${name}, please join: ${link}`)
  await page.getByTestId('device-name').fill(`${name}'s laptop`)
  await page.getByTestId('join').click()
  await expect(page.getByTestId('sync-line')).toHaveAttribute('data-state', 'done')
  device.member = (await callStore<{ memberId: string }>(page, 'storeInfo.read', {})).memberId
}

const statusOf = (page: Page) => callStore<SyncStatus>(page, 'sync.status', {})

async function goOnline(device: Device): Promise<void> {
  device.wire.setOpen(true)
  await callStore(device.page, 'sync.wake', {})
  await expect.poll(async () => (await statusOf(device.page)).pending).toBe(0)
}

/** What an app shows of an account, in a comparable form. */
async function pictureOf({ page }: Device, accountId: string) {
  const rows = async (operation: string) => {
    const found = await callStore<{ id: string }[]>(page, operation, { accountId })
    return found.sort((left, right) => (left.id < right.id ? -1 : 1))
  }
  return {
    seats: await rows('seat.byAccount'),
    people: await rows('person.byAccount'),
    lines: await rows('line.byAccount'),
    notes: await rows('note.byAccount'),
    conflicts: (await callStore<{ id: string }[]>(page, 'conflict.open', {})).map(({ id }) => id),
  }
}

test('two apps edit the same account offline and end in the same state, with the true conflicts', async () => {
  test.slow()
  const a = await startDevice()
  const accountId = await callStore<string>(a.page, 'account.create', { name: 'Hafen AG' })
  const add = (bossId: string | null, name: string) =>
    callStore<{ seatId: string; personId: string }>(a.page, 'drawing.add', {
      accountId,
      bossId,
      name,
    })
  const anna = await add(null, 'Anna Berg')
  const jan = await add(anna.seatId, 'Jan Kowalski')
  const eva = await add(anna.seatId, 'Eva de Vries')
  const noteId = await callStore<string>(a.page, 'note.create', {
    accountId,
    body: 'They sail on Monday.',
  })
  const oldNoteId = await callStore<string>(a.page, 'note.create', { accountId, body: 'Old' })
  await join(a, 'Ada')

  // A colleague is put on the account and sees it by itself, without a month of data twice.
  const b = await startDevice()
  await join(b, 'Ben')
  await server.setTeam(accountId, b.member, 'editor')
  await callStore(b.page, 'sync.wake', {})
  await expect
    .poll(async () => (await pictureOf(b, accountId)).people.length, { timeout: 30_000 })
    .toBe(3)
  expect(await pictureOf(b, accountId)).toEqual(await pictureOf(a, accountId))
  await expect(b.page.getByTestId('status-line')).not.toContainText('Conflicts')

  // Both wires are cut; both work on.
  a.wire.setOpen(false)
  b.wire.setOpen(false)
  const setStance = (page: Page, stance: string) =>
    callStore(page, 'opinions.setStance', { personIds: [jan.personId], stance })
  await setStance(a.page, 'champion')
  await setStance(b.page, 'opponent')
  await callStore(a.page, 'seat.move', { id: eva.seatId, bossId: jan.seatId })
  await callStore(b.page, 'seat.move', { id: eva.seatId, bossId: null })
  for (const [page, kind] of [
    [a.page, 'dotted'],
    [b.page, 'influences'],
  ] as const)
    await callStore(page, 'line.create', {
      accountId,
      fromSeatId: jan.seatId,
      toSeatId: eva.seatId,
      kind,
    })
  const setNote = (page: Page, body: string) =>
    callStore(page, 'note.set', { id: noteId, fields: { body } })
  await setNote(a.page, 'They sail on Monday at nine.')
  await setNote(b.page, 'Surely they sail on Monday.')
  await callStore(a.page, 'note.set', { id: oldNoteId, fields: { body: 'Old and new' } })
  await callStore(b.page, 'note.remove', { id: oldNoteId })
  await expect.poll(async () => (await statusOf(a.page)).pending).toBeGreaterThan(0)

  // Online in random order.
  const order = Math.random() < 0.5 ? [a, b] : [b, a]
  for (const device of order) await goOnline(device)
  await expect
    .poll(
      async () => {
        for (const device of order) await callStore(device.page, 'sync.wake', {})
        const [left, right] = [await pictureOf(a, accountId), await pictureOf(b, accountId)]
        return JSON.stringify(left) === JSON.stringify(right) && left.conflicts.length
      },
      { timeout: 30_000 },
    )
    .toBe(3)
  const picture = await pictureOf(a, accountId)
  const bodies = picture.notes.map((note) => (note as unknown as { body: string }).body)
  expect(bodies.sort()).toEqual(['Old and new', 'Surely they sail on Monday at nine.'])
  expect(picture.lines.length).toBe(2)

  // The conflicts are on the screen; one key decides, and the other app follows.
  await a.page.getByTestId('sync-conflicts').click()
  const conflict = a.page.getByTestId('conflict')
  await expect(conflict).toBeVisible()
  for (let left = 3; left > 0; left--) {
    await expect(a.page.locator('.conflict-list li')).toHaveCount(left)
    await a.page.keyboard.press(left === 2 ? 'ArrowRight' : 'ArrowLeft')
  }
  await expect(a.page.getByTestId('no-conflicts')).toBeVisible()
  await goOnline(a)
  await expect
    .poll(
      async () => {
        await callStore(b.page, 'sync.wake', {})
        return JSON.stringify(await pictureOf(b, accountId))
      },
      { timeout: 30_000 },
    )
    .toBe(JSON.stringify(await pictureOf(a, accountId)))
  expect(a.pageErrors).toEqual([])
  expect(b.pageErrors).toEqual([])
})

test('an edit is on the colleague’s screen by itself, and a revoked app keeps its rescue file', async () => {
  test.slow()
  const [a, b] = devices as [Device, Device]
  const [account] = await callStore<{ id: string }[]>(a.page, 'account.all', {})
  await b.page.evaluate((id) => (window.location.hash = `#/accounts/${id}`), account!.id)
  await expect(b.page.getByTestId('work')).toContainText('Anna Berg')
  const people = await callStore<{ id: string; name: string }[]>(a.page, 'person.byAccount', {
    accountId: account!.id,
  })
  const anna = people.find(({ name }) => name === 'Anna Berg')!
  await callStore(a.page, 'person.set', { id: anna.id, fields: { name: 'Anna Bergmann' } })
  await expect(b.page.getByTestId('work')).toContainText('Anna Bergmann', { timeout: 10_000 })

  b.wire.setOpen(false)
  await callStore(b.page, 'person.set', { id: anna.id, fields: { needs: 'A berth' } })
  await server.setTeam(account!.id, b.member, null)
  await goOnline(b)
  await expect
    .poll(async () => (await callStore<object[]>(b.page, 'account.all', {})).length)
    .toBe(0)
  await b.page.evaluate(() => (window.location.hash = '#/sync'))
  await expect(b.page.getByTestId('sync-rescues')).toContainText('Hafen AG')
  expect((await callStore<object[]>(a.page, 'account.all', {})).length).toBe(1)
})
