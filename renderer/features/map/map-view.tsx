import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { CommandScene, OutsideWish } from './command-scene'
import { runCommand } from './commands'
import { readOutline, writeOutline } from './commands-view'
import type { CardDraft } from './card-draft'
import { addDraft } from './drafting'
import type { Drop } from './drop'
import { createEditing } from './editing'
import { writeCardText } from './edit-text'
import { Editor, type Suggestion } from './editor'
import { foldForFit } from './fold'
import { branchOf, buildForest } from './forest'
import { bindKeys, type KeyCommandId, type KeyOverrides } from './keys'
import { layoutMap } from './layout'
import { MapBar } from './map-bar'
import { MapCanvas, type MapCanvasHandle } from './map-canvas'
import { MapHints } from './map-hints'
import { MapPanels } from './map-panels'
import { createMapStore, editDraft, editSeat, type MapEdit, type MapScreenStore } from './map-store'
import type { MapLine, MapSeat } from './model'
import { stripForCustomer } from './safe'
import { useMapKeys } from './use-map-keys'
import type { MapWrites } from './writes'

export interface MapViewProps {
  readonly seats: readonly MapSeat[]
  readonly lines: readonly MapLine[]
  readonly writes: MapWrites
  readonly overrides?: KeyOverrides
  readonly nowMs: number
  readonly suggest: (text: string) => readonly Suggestion[]
  readonly ask: (wish: OutsideWish, seats: readonly MapSeat[]) => void
  readonly onError: (error: unknown) => void
  /** Keeps the card being typed against a crash; null = nothing is being typed. */
  readonly onTyped: (draft: CardDraft | null) => void
  /** The card that was being typed when the app ended. */
  readonly restored?: CardDraft | null
  /** Prefix of the keys under which unfinished notes are kept. */
  readonly draftPrefix: string
  /** Given by tests and drivers; otherwise the view makes its own. */
  readonly screen?: MapScreenStore
}

/** The map of one account as an editor: bar, canvas, the field in a card, what opens over it. */
export function MapView(props: MapViewProps) {
  const { lines, writes, nowMs, suggest, ask, onError, onTyped } = props
  const { t } = useTranslation()
  const [screen] = useState(() => props.screen ?? createMapStore(foldAtStart(props.seats)))
  const isSafe = useStore(screen, (s) => s.isSafe)
  const edit = useStore(screen, (s) => s.edit)
  const folded = useStore(screen, (s) => s.folded)
  const isolatedId = useStore(screen, (s) => s.isolatedId)
  const canvas = useRef<MapCanvasHandle>(null)
  const isMac = navigator.platform.startsWith('Mac')
  const bindings = useMemo(() => bindKeys(props.overrides), [props.overrides])

  const seats = useMemo(
    () => (isSafe ? stripForCustomer(props.seats) : props.seats),
    [isSafe, props.seats],
  )
  const whole = useMemo(() => buildForest(addDraft(seats, edit)), [seats, edit])
  const forest = useMemo(() => {
    if (isolatedId === null || !whole.seatsById.has(isolatedId)) return whole
    return buildForest(branchOf(whole, isolatedId).map((id) => whole.seatsById.get(id)!))
  }, [whole, isolatedId])
  const layout = useMemo(() => layoutMap(forest, folded), [forest, folded])

  const latest = useRef({ forest, layout })
  latest.current = { forest, layout }
  const say = useCallback(
    (key: string, values: Record<string, unknown> = {}) => {
      const { valueKey, ...rest } = values
      const value = typeof valueKey === 'string' ? t(`map.${valueKey}`) : undefined
      screen.setState({ spoken: t(`map.${key}`, { ...rest, value }) })
    },
    [screen, t],
  )
  const readScene = useCallback(
    (): CommandScene => ({
      ...latest.current,
      screen,
      writes,
      canvas: canvas.current,
      ask,
      onError,
      say,
    }),
    [screen, writes, ask, onError, say],
  )
  const run = useCallback((id: KeyCommandId) => runCommand(id, readScene()), [readScene])
  const scene = useRef(readScene)
  scene.current = readScene
  const [commit] = useState(() => createEditing(() => scene.current()))
  const keys = useMapKeys({ screen, bindings, isMac, run })

  const editId = edit === null ? null : edit.kind === 'seat' ? edit.seatId : edit.draftId
  const editAt = editId === null ? undefined : layout.positions.get(editId)
  const session = edit?.session
  useRestored(props.restored ?? null, screen, forest.seatsById)
  useEffect(() => {
    if (editId !== null) canvas.current?.reveal(editId)
  }, [editId])
  useEffect(() => {
    if (session !== undefined) return
    canvas.current?.focus()
    onTyped(null)
  }, [session, onTyped])

  return (
    <section
      className="map"
      data-testid="map"
      onKeyDown={keys.onKeyDown}
      onKeyUp={keys.onKeyUp}
      onCopy={(event) => {
        const text = isInField(event.target) ? '' : readOutline(readScene())
        if (text === '') return
        event.preventDefault()
        event.clipboardData.setData('text/plain', text)
      }}
      onPaste={(event) => {
        if (isInField(event.target)) return
        event.preventDefault()
        writeOutline(readScene(), event.clipboardData.getData('text/plain'))
      }}
    >
      <MapBar screen={screen} count={countPeople(props.seats)} run={run} />
      <div className="map__stage">
        <MapCanvas
          ref={canvas}
          forest={forest}
          layout={layout}
          lines={lines}
          screen={screen}
          nowMs={nowMs}
          heldId={editId}
          onDrop={(drop) => applyDrop(drop, readScene())}
          onEdit={(id) => editSeat(screen, id)}
        >
          {edit !== null && editAt && (
            <Editor
              key={edit.session}
              at={editAt}
              isOldText={edit.kind === 'seat' && edit.text === undefined}
              initialText={initialText(edit, forest.seatsById)}
              bindings={bindings}
              isMac={isMac}
              suggest={suggest}
              commit={commit}
              onCommand={run}
              onLeave={() => canvas.current?.focus()}
              onTyped={(text) => onTyped(draftOf(edit, text))}
            />
          )}
        </MapCanvas>
        {forest.order.length === 0 && (
          <EmptyMap onAdd={() => editDraft(screen, { bossId: null })} />
        )}
        <MapHints screen={screen} bindings={bindings} isMac={isMac} />
        <MapPanels
          screen={screen}
          forest={whole}
          bindings={bindings}
          isMac={isMac}
          readScene={readScene}
          draftPrefix={props.draftPrefix}
          onClose={() => canvas.current?.focus()}
        />
      </div>
    </section>
  )
}

function draftOf(edit: MapEdit, text: string): CardDraft {
  return edit.kind === 'draft'
    ? { text, place: edit.place, seatId: null }
    : { text, place: null, seatId: edit.seatId }
}

/** Opens the field again with what was being typed when the app ended. */
function useRestored(
  restored: CardDraft | null,
  screen: MapScreenStore,
  seatsById: ReadonlyMap<string, MapSeat>,
): void {
  const [first] = useState({ restored, seatsById })
  useEffect(() => {
    if (first.restored === null) return
    const { place, seatId, text } = first.restored
    const isThere = (id: string | null | undefined) => !id || first.seatsById.has(id)
    if (seatId !== null && first.seatsById.has(seatId)) editSeat(screen, seatId, text)
    else if (place !== null && isThere(place.bossId) && isThere(place.afterId)) {
      editDraft(screen, place, text)
    } else editDraft(screen, { bossId: null }, text)
  }, [first, screen])
}

function isInField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function EmptyMap({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="map-empty" data-map-control>
      <h2>{t('map.empty.title')}</h2>
      <p>{t('map.empty.body')}</p>
      <button type="button" className="map-empty__add" data-testid="map-add-first" onClick={onAdd}>
        {t('map.empty.action')} <kbd>Enter</kbd>
      </button>
    </div>
  )
}

/** What letting go of dragged cards does in the store. */
function applyDrop(drop: Drop, { screen, writes, onError }: CommandScene): void {
  switch (drop.kind) {
    case 'report':
      return void writes.move(drop.ids, drop.bossId).catch(onError)
    case 'order':
      return void writes.move(drop.ids, drop.bossId, drop.afterId).catch(onError)
    case 'detach':
      return void writes.move(drop.ids, null).catch(onError)
    case 'dotted':
      for (const id of drop.ids) writes.addLine('dotted', id, drop.toId).catch(onError)
      return
    case 'copy':
      return void writes.copyBranch(drop.ids, drop.bossId).catch(onError)
    case 'refuse':
      screen.setState({ refusal: drop.reason })
      return
    case 'nothing':
      return
  }
}

function initialText(edit: MapEdit, seatsById: ReadonlyMap<string, MapSeat>): string {
  if (edit.text !== undefined) return edit.text
  const seat = edit.kind === 'seat' ? seatsById.get(edit.seatId) : undefined
  return seat ? writeCardText(seat) : ''
}

function countPeople(seats: readonly MapSeat[]): number {
  return seats.reduce((count, seat) => (seat.person ? count + 1 : count), 0)
}

function foldAtStart(seats: readonly MapSeat[]): ReadonlySet<string> {
  return foldForFit(buildForest(seats), {
    width: window.innerWidth,
    height: window.innerHeight - 130,
  })
}
