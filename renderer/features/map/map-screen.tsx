import i18next from 'i18next'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { errorWords, run } from '../../data/run'
import { store } from '../../data/store'
import { addToast } from '../../ui/toasts'
import { createCardDraft, type CardDraft } from './card-draft'
import type { OutsideWish } from './command-scene'
import type { Suggestion } from './editor'
import { MapView } from './map-view'
import type { MapSeat } from './model'
import './map-cards.css'
import './map-panels.css'
import './map.css'
import { makeLines, makeSeats } from './rows'
import { makeStoreWrites } from './store-writes'
import { suggestPeople } from './suggest'

/** The map tab of an account: live rows in, store calls out. */
export function MapScreen({ accountId }: { readonly accountId: string }) {
  const args = { accountId }
  const seats = useLive(store.seat.byAccount, args)
  const people = useLive(store.person.byAccount, args)
  const occupancies = useLive(store.occupancy.byAccount, args)
  const lines = useLive(store.line.byAccount, args)
  const roles = useLive(store.buyingRole.byAccount, args)
  const contacts = useLive(store.view.lastContacts, args)
  const meetings = useLive(store.meeting.byAccount, args)
  const running = meetings?.find((meeting) => meeting.status === 'running') ?? null
  const participants = useLive(
    store.participant.byMeeting,
    running ? { meetingId: running.id } : null,
  )
  const [nowMs] = useState(() => Date.now())

  const before = useRef<readonly MapSeat[]>([])
  const drawn = useMemo(() => {
    if (!seats || !people || !occupancies) return null
    const rows = {
      seats,
      people,
      occupancies,
      roles: roles ?? [],
      contacts: contacts ?? [],
      participants: participants ?? [],
    }
    before.current = makeSeats(rows, before.current)
    return before.current
  }, [seats, people, occupancies, roles, contacts, participants])
  const drawnLines = useMemo(() => makeLines(lines ?? []), [lines])
  const meetingId = running?.id ?? null
  const writes = useMemo(() => makeStoreWrites(accountId, meetingId), [accountId, meetingId])
  const suggest = useCallback(
    (text: string): readonly Suggestion[] => suggestPeople(text, people ?? [], drawn ?? []),
    [people, drawn],
  )
  const ask = useCallback(
    (wish: OutsideWish) => askOutside(wish, accountId, meetingId),
    [accountId, meetingId],
  )
  const [cardDraft] = useState(() => createCardDraft(accountId))
  const [restored, setRestored] = useState<CardDraft | null | undefined>(undefined)
  useEffect(() => {
    void cardDraft.find().then(setRestored)
  }, [cardDraft])
  if (drawn === null || restored === undefined)
    return <div className="map" data-testid="map-loading" aria-busy="true" />
  return (
    <MapView
      seats={drawn}
      lines={drawnLines}
      writes={writes}
      nowMs={nowMs}
      suggest={suggest}
      ask={ask}
      onError={showError}
      onTyped={cardDraft.keep}
      restored={restored}
      draftPrefix={`map.${accountId}`}
    />
  )
}

function showError(error: unknown): void {
  addToast({ kind: 'error', text: errorWords(error) })
}

/** F8: ends the running meeting, or starts one that nobody planned. */
async function toggleMeeting(accountId: string, meetingId: string | null): Promise<void> {
  if (meetingId !== null) {
    await run(store.meetingLog.end({ meetingId }))
    return
  }
  const title = i18next.t('map.meeting.title')
  await run(store.meetingLog.start({ accountId, title }))
}

/** F6: on to the next part of the page that takes the focus, from the map the one after it. */
function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('header, nav, main, aside, footer')]
  const at = panes.findLastIndex((pane) => pane.contains(document.activeElement))
  for (let i = 1; i <= panes.length; i++) {
    const pane = panes[(at + i) % panes.length]
    const target = pane?.querySelector<HTMLElement>('a[href], button, input, [tabindex="0"]')
    if (!target || pane?.contains(document.activeElement)) continue
    return target.focus()
  }
}

/** Wishes that another part of the app fulfils. */
function askOutside(wish: OutsideWish, accountId: string, meetingId: string | null): void {
  switch (wish) {
    case 'invite':
      return goTo(`accounts/${accountId}/visits`)
    case 'meeting':
      return void toggleMeeting(accountId, meetingId)
    case 'nextPane':
      return focusNextPane()
    case 'palette':
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }))
      return
    default:
      return
  }
}
