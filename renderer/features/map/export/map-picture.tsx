import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapMark, MapPictureProps } from '../../../app/map-picture'
import { Button } from '../../../ui/button'
import { foldForFit } from '../fold'
import { bossesOf, buildForest } from '../forest'
import type { Rect } from '../model'
import { buildSvg } from './build-svg'
import { themeColours } from './colours'
import { exportSvg, sheetBounds } from './export-svg'
import { makePicture } from './picture'
import { linesOfState, seatsOfState } from './seats-of-state'
import { makePictureWords } from './words'
import './map-picture.css'

const halos: Readonly<Record<MapMark, string>> = {
  new: 'fill="var(--ok-soft)" stroke="var(--ok)" stroke-width="2.5"',
  changed:
    'fill="var(--accent-soft)" stroke="var(--accent)" stroke-width="2.5" stroke-dasharray="9 4"',
  gone: 'fill="var(--danger-soft)" stroke="var(--danger)" stroke-width="2.5" stroke-dasharray="2 4"',
}

/** A map of any day to look at: drag moves it, the wheel and + - zoom, 0 shows all of it. */
export function MapPicture({ state, names, marks, label }: MapPictureProps) {
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const { svg, sheet } = useMemo(() => {
    const seats = seatsOfState(state, names)
    const forest = buildForest(seats)
    const folded = new Set(foldForFit(forest, { width: 760, height: 460 }))
    for (const id of marks.keys())
      if (forest.seatsById.has(id)) for (const boss of bossesOf(forest, id)) folded.delete(boss)
    const picture = makePicture({
      seats,
      lines: linesOfState(state),
      folded,
      rootId: null,
      isSafe: false,
      title: '',
      subtitle: '',
      nowMs: 0,
    })
    const halo = new Map([...marks].map(([id, mark]) => [id, halos[mark]]))
    const options = { words: makePictureWords(t), colours: themeColours, hasLegend: false, halo }
    return { svg: exportSvg(picture, options), sheet: sheetBounds(picture, options) }
  }, [state, names, marks, t])
  const { view, hands, zoomBy, fit } = useView(stage, sheet)
  useLayoutEffect(() => {
    const element = buildSvg(svg)
    element.setAttribute('aria-hidden', 'true')
    element.removeAttribute('width')
    element.removeAttribute('height')
    stage.current?.replaceChildren(element)
  }, [svg])
  useLayoutEffect(() => {
    const { left, top, right, bottom } = view
    const box = `${left} ${top} ${right - left} ${bottom - top}`
    stage.current?.firstElementChild?.setAttribute('viewBox', box)
  }, [view, svg])
  return (
    <div className="map-picture">
      <div
        ref={stage}
        className="map-picture__stage"
        role="img"
        aria-label={label}
        tabIndex={0}
        {...hands}
      />
      <div className="map-picture__tools">
        <Button look="quiet" onClick={() => zoomBy(0.8)} title={t('map.command.zoomOut')}>
          −
        </Button>
        <Button look="quiet" onClick={() => zoomBy(1.25)} title={t('map.command.zoomIn')}>
          +
        </Button>
        <Button look="quiet" onClick={fit} title={t('map.command.fit')} shortcut="0">
          {t('map.bar.fit')}
        </Button>
      </div>
    </div>
  )
}

/** The part of the sheet that is seen; it stays when the map changes, so that changes are seen. */
function useView(stage: React.RefObject<HTMLDivElement | null>, sheet: Rect) {
  const [chosen, setChosen] = useState<Rect | null>(null)
  const view = chosen ?? sheet
  const latest = useRef(view)
  latest.current = view
  const held = useRef<{ x: number; y: number; from: Rect } | null>(null)

  function zoomBy(factor: number, at?: { x: number; y: number }): void {
    const { left, top, right, bottom } = latest.current
    const x = at?.x ?? (left + right) / 2
    const y = at?.y ?? (top + bottom) / 2
    const width = (right - left) / factor
    if (width < 160 || width > 60_000) return
    setChosen({
      left: x - (x - left) / factor,
      top: y - (y - top) / factor,
      right: x + (right - x) / factor,
      bottom: y + (bottom - y) / factor,
    })
  }
  function move(dx: number, dy: number, from = latest.current): void {
    const { left, top, right, bottom } = from
    setChosen({ left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy })
  }
  const zoom = useRef(zoomBy)
  zoom.current = zoomBy
  useEffect(() => {
    const element = stage.current
    function onWheel(event: WheelEvent): void {
      event.preventDefault()
      const bounds = element!.getBoundingClientRect()
      const { left, top, right, bottom } = latest.current
      const scale = Math.max((right - left) / bounds.width, (bottom - top) / bounds.height)
      const x = (left + right) / 2 + (event.clientX - bounds.left - bounds.width / 2) * scale
      const y = (top + bottom) / 2 + (event.clientY - bounds.top - bounds.height / 2) * scale
      zoom.current(Math.exp(-event.deltaY / 400), { x, y })
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [stage])

  const hands = {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: event.clientX, y: event.clientY, from: latest.current }
    },
    onPointerMove(event: PointerEvent<HTMLDivElement>) {
      if (!held.current) return
      const { from } = held.current
      const bounds = event.currentTarget.getBoundingClientRect()
      const scale = Math.max(
        (from.right - from.left) / bounds.width,
        (from.bottom - from.top) / bounds.height,
      )
      const { x, y } = held.current
      move((x - event.clientX) * scale, (y - event.clientY) * scale, from)
    },
    onPointerUp() {
      held.current = null
    },
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const step = (latest.current.right - latest.current.left) / 12
      const steps: Readonly<Record<string, () => void>> = {
        '+': () => zoomBy(1.25),
        '=': () => zoomBy(1.25),
        '-': () => zoomBy(0.8),
        '0': () => setChosen(null),
        ArrowLeft: () => move(-step, 0),
        ArrowRight: () => move(step, 0),
        ArrowUp: () => move(0, -step),
        ArrowDown: () => move(0, step),
      }
      const run = steps[event.key]
      if (!run) return
      event.preventDefault()
      run()
    },
  }
  return { view, hands, zoomBy, fit: () => setChosen(null) }
}
