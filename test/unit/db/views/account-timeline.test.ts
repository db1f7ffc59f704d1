import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('the timeline of an account', () => {
  it('tells meetings, notes, opinions, sightings, visits and actions, the newest first', async () => {
    const { store, clock } = open()
    const accountId = await store.account.create({ name: 'Acme' })
    const other = await store.account.create({ name: 'Other' })
    const anna = await store.drawing.add({ accountId, bossId: null, name: 'Anna Berg' })
    const personId = anna.personId!
    const dayMs = 86_400_000
    const startMs = clock.nowMs
    await store.meetingLog.logContact({ personId, modality: 'phone' })
    clock.nowMs = startMs + dayMs
    await store.opinions.setStance({ personIds: [personId], stance: 'champion' })
    clock.nowMs = startMs + 2 * dayMs
    await store.competitorSighting.create({ accountId, competitorName: 'Contoso', personId })
    clock.nowMs = startMs + 3 * dayMs
    await store.note.create({ accountId, body: 'They like it', isPrivate: 1 })
    clock.nowMs = startMs + 4 * dayMs
    await store.actionItem.create({ accountId, title: 'Send the plan' })
    await store.note.create({ accountId: other, body: 'Elsewhere' })
    await store.visitPlan.create({
      accountId,
      title: 'Discovery',
      type: 'discovery',
      modality: 'on_site',
      startAtMs: startMs + 9 * dayMs,
      endAtMs: startMs + 9 * dayMs + 3_600_000,
      timeZone: 'Europe/Berlin',
      startLocal: '2026-03-11T10:00',
    })
    const entries = await store.view.accountTimeline({ accountId, limit: 100 })
    expect(
      entries.map(({ kind, title, value, personName, isPrivate }) =>
        [kind, title, value, personName, isPrivate ? 'private' : ''].join('|'),
      ),
    ).toEqual([
      'visit|Discovery|draft||',
      'action|Send the plan|open||',
      'note|They like it|note||private',
      'sighting|Contoso||Anna Berg|',
      'opinion||champion|Anna Berg|',
      'meeting|Anna Berg|phone|Anna Berg|',
    ])
  })

  it('gives the newest when there is more than was asked for', async () => {
    const { store, clock } = open()
    const accountId = await store.account.create({ name: 'Acme' })
    for (const body of ['one', 'two', 'three']) {
      await store.note.create({ accountId, body })
      clock.nowMs += 1000
    }
    const entries = await store.view.accountTimeline({ accountId, limit: 2 })
    expect(entries.map(({ title }) => title)).toEqual(['three', 'two'])
  })
})
