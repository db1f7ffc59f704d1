import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMap, settle, type DrawnMap } from './map-harness'

const marker = 'SENSITIVE'

describe('customer-safe mode', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
  })
  afterEach(() => map.close())

  it('leaves nothing but names, titles and reporting lines in the page', async () => {
    const { store } = map.test
    const { accountId } = map
    const add = async (name: string, bossId: string | null) =>
      store.drawing.add({
        accountId,
        bossId,
        name,
        title: `Title of ${name}`,
        department: `${marker} department`,
        email: `${marker}@acme.example`,
        stance: 'opponent',
        influence: 'high',
        roles: ['economic_buyer', 'legal'],
        isTopFive: true,
      })
    const anna = await add('Anna', null)
    const bert = await add('Bert', anna.seatId)
    for (const { personId, seatId } of [anna, bert]) {
      await store.person.set({
        id: personId!,
        fields: { needs: `${marker} needs`, about: `${marker} about`, buyInEvidence: marker },
      })
      await store.seat.set({ id: seatId, fields: { remark: `${marker} remark`, headcount: 77 } })
      await store.meetingLog.logContact({ personId: personId!, modality: 'phone', remark: marker })
    }
    const ends = { fromSeatId: anna.seatId, toSeatId: bert.seatId }
    for (const kind of ['conflicts', 'influences'] as const) {
      await store.line.create({ accountId, kind, ...ends, remark: `${marker} line` })
    }
    await settle()
    await map.select('Bert')
    expect(document.querySelectorAll('.map-line')).toHaveLength(2)
    await map.press('F9')
    await map.press('F1')

    const page = document.documentElement.outerHTML + document.title
    const words = [
      marker,
      'Opponent',
      'opponent',
      'Economic',
      'Top five',
      'Influence',
      '×77',
      'data-line=',
    ]
    expect(words.filter((word) => page.includes(word))).toEqual([])
    expect(screen.getAllByRole('treeitem').map((card) => card.getAttribute('aria-label'))).toEqual([
      'Anna, Title of Anna',
      'Bert, Title of Bert',
    ])
  })
})
