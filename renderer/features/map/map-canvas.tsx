import { useCallback, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { CardLayer } from './card-layer'
import { DragGhost } from './drag-ghost'
import { findDrop, type Drop } from './drop'
import { DropMark } from './drop-mark'
import { EdgeLayer } from './edge-layer'
import { FarCanvas } from './far-canvas'
import type { Forest } from './forest'
import { hitCard } from './hit'
import type { MapLayout } from './layout'
import { selectOnly, toggleSelected, type MapScreenStore } from './map-store'
import { Marquee } from './marquee'
import { Minimap } from './minimap'
import { card, type MapLine, type Point, type Rect } from './model'
import type { GestureEffect } from './drag'
import { useGestures } from './use-gestures'
import { useTheme } from './use-theme'
import { useViewport } from './use-viewport'
import { cardsIn, indexLayout } from './visible'
import { fitBounds, reveal, toWorld, zoomAt, type Viewport } from './viewport'

export interface MapCanvasProps {
  readonly forest: Forest
  readonly layout: MapLayout
  readonly lines: readonly MapLine[]
  readonly screen: MapScreenStore
  readonly nowMs: number
  /** Seats with cards drawn whether or not they are in view, besides the primary one. */
  readonly heldId?: string | null
  readonly ref?: Ref<MapCanvasHandle>
  onDrop(drop: Drop): void
  onEdit(id: string): void
  /** Draws the text editor inside the moving layer. */
  readonly children?: React.ReactNode
}

export interface MapCanvasHandle {
  fit(): void
  zoomBy(factor: number): void
  zoomNatural(): void
  /** Brings a card into the window, if it is not there yet. */
  reveal(id: string): void
  focus(): void
  viewport(): Viewport
}

/** From this many people the overview in the corner is worth its place. */
const minimapFrom = 150

export function MapCanvas(props: MapCanvasProps) {
  const { forest, layout, lines, screen, nowMs, onDrop, onEdit } = props
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const index = useMemo(() => indexLayout(layout), [layout])
  const theme = useTheme()
  const isSafe = useStore(screen, (s) => s.isSafe)
  const primaryId = useStore(screen, (s) => s.primaryId)
  const heldId = props.heldId ?? null
  const { viewport, view, size, move, onMove } = useViewport(root, layer, index, layout, () =>
    findWanted(screen, heldId),
  )
  const [hoverId, setHoverId] = useState<string | null>(null)
  const shown = useShown(index, view, primaryId, heldId, layout)

  const onEffects = useCallback(
    (effects: readonly GestureEffect[]) => {
      for (const effect of effects) {
        runEffect(effect, {
          forest,
          layout,
          index,
          screen,
          viewport: viewport.current,
          move,
          onDrop,
        })
      }
    },
    [forest, layout, index, screen, viewport, move, onDrop],
  )
  const hit = useCallback(
    (at: Point) => hitCard(index, toWorld(viewport.current, at)),
    [index, viewport],
  )
  useGestures(root, { hit, screen, onEffects, onHover: setHoverId })

  useImperativeHandle(
    props.ref,
    (): MapCanvasHandle => ({
      fit: () => move(fitBounds(layout.bounds, size.current), 'glide'),
      zoomBy: (factor) => move(zoomAt(viewport.current, factor, middleOf(size.current)), 'glide'),
      zoomNatural: () =>
        move(zoomAt(viewport.current, 1 / viewport.current.zoom, middleOf(size.current)), 'glide'),
      reveal: (id) => {
        const at = layout.positions.get(id)
        if (at) move(reveal(viewport.current, at, size.current), 'glide')
      },
      focus: () => root.current?.focus({ preventScroll: true }),
      viewport: () => viewport.current,
    }),
    [layout, move, size, viewport],
  )

  return (
    <div
      ref={root}
      className="map-canvas"
      data-testid="map-canvas"
      data-detail={view.detail}
      role="tree"
      tabIndex={0}
      aria-label={t('map.title')}
      aria-multiselectable="true"
      aria-activedescendant={primaryId === null ? undefined : `map-card-${primaryId}`}
      onDoubleClick={(event) => {
        const id = hit(pointIn(root.current, event))
        if (id !== null) onEdit(id)
      }}
    >
      <div
        ref={layer}
        className="map-layer"
        data-detail={view.detail}
        data-lines={card.height * view.zoom >= 25 ? 2 : 1}
        data-hovering={hoverId !== null}
        style={unitsAt(view.zoom)}
      >
        {view.detail === 'far' ? (
          <FarCanvas
            forest={forest}
            layout={layout}
            index={index}
            rect={limit(view.rect, layout.bounds)}
            zoom={view.zoom}
            isSafe={isSafe}
            theme={theme}
          />
        ) : null}
        <EdgeLayer
          index={index}
          layout={layout}
          lines={isSafe ? noLines : lines}
          rect={view.rect}
          hasElbows={view.detail !== 'far'}
          hoverId={hoverId}
          primaryId={primaryId}
        />
        <CardLayer
          forest={forest}
          layout={layout}
          lines={lines}
          shown={shown}
          hoverId={hoverId}
          isCompact={view.detail === 'compact'}
          screen={screen}
          nowMs={nowMs}
        />
        <DropMark screen={screen} />
        {props.children}
      </div>
      <Marquee screen={screen} />
      <DragGhost screen={screen} forest={forest} />
      {forest.order.length > minimapFrom && (
        <Minimap
          layout={layout}
          forest={forest}
          isSafe={isSafe}
          theme={theme}
          viewport={viewport}
          size={size}
          onMove={onMove}
          move={move}
        />
      )}
    </div>
  )
}

const noLines: readonly MapLine[] = []

/** Units for what keeps its size on screen; React knows no custom properties by type. */
function unitsAt(zoom: number): React.CSSProperties {
  const units = { '--map-unit': `${1 / zoom}px`, '--map-upright': `${Math.max(1, 1 / zoom)}` }
  return units as React.CSSProperties
}

interface EffectScene {
  readonly forest: Forest
  readonly layout: MapLayout
  readonly index: ReturnType<typeof indexLayout>
  readonly screen: MapScreenStore
  readonly viewport: Viewport
  readonly move: (next: Viewport) => void
  readonly onDrop: (drop: Drop) => void
}

/** Turns what the hand did into screen state, and a drop into a wish for the store. */
function runEffect(effect: GestureEffect, scene: EffectScene): void {
  const { screen, viewport, move } = scene
  switch (effect.type) {
    case 'select':
      if (effect.how === 'toggle') toggleSelected(screen, effect.id)
      else selectOnly(screen, [effect.id])
      return
    case 'selectNone':
      selectOnly(screen, [])
      return
    case 'pan':
      move({ ...viewport, x: viewport.x + effect.dx, y: viewport.y + effect.dy })
      return
    case 'zoom':
      move(zoomAt(viewport, effect.factor, effect.at))
      return
    case 'marquee':
      selectInMarquee(effect, scene)
      return
    case 'marqueeEnd':
      screen.setState({ marquee: null })
      return
    case 'preview':
    case 'drop': {
      const ids = draggedIds(screen, effect.grabbedId)
      const keys = { isDotted: effect.keys.alt, isCopy: effect.keys.mod }
      const drop = findDrop(scene, ids, toWorld(viewport, effect.at), keys)
      if (effect.type === 'drop') scene.onDrop(drop)
      else screen.setState({ drag: { drop, at: effect.at, ids } })
      return
    }
    case 'previewEnd':
      screen.setState({ drag: null })
  }
}

function draggedIds(screen: MapScreenStore, grabbedId: string): readonly string[] {
  const { selected } = screen.getState()
  return selected.has(grabbedId) ? [...selected] : [grabbedId]
}

function selectInMarquee(
  { from, to, adds }: Extract<GestureEffect, { type: 'marquee' }>,
  { index, screen, viewport }: EffectScene,
): void {
  const a = toWorld(viewport, from)
  const b = toWorld(viewport, to)
  const rect: Rect = {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  }
  const found = cardsIn(index, rect)
  selectOnly(screen, adds ? [...screen.getState().selected, ...found] : found)
  screen.setState({ marquee: { from, to } })
}

/** Ids of the cards that get an element: those near the window, the primary and the held one. */
function useShown(
  index: ReturnType<typeof indexLayout>,
  view: { readonly rect: Rect; readonly detail: string },
  primaryId: string | null,
  heldId: string | null,
  layout: MapLayout,
): readonly string[] {
  const near = useMemo(
    () => (view.detail === 'far' ? [] : cardsIn(index, view.rect)),
    [index, view.detail, view.rect],
  )
  return useMemo(() => {
    const extra = [primaryId, heldId].filter(
      (id): id is string => id !== null && layout.positions.has(id) && !near.includes(id),
    )
    return extra.length > 0 ? [...near, ...new Set(extra)] : near
  }, [near, primaryId, heldId, layout])
}

/** The cards that should stand still when the layout changes, best first, as ids before and after. */
function findWanted(
  screen: MapScreenStore,
  heldId: string | null,
): readonly (readonly [string, string])[] {
  const { primaryId, heir } = screen.getState()
  return [
    ...(heldId === null ? [] : [[heldId, heldId] as const]),
    ...(heir === null ? [] : [[heir.draftId, heir.seatId] as const]),
    ...(primaryId === null ? [] : [[primaryId, primaryId] as const]),
  ]
}

function limit(rect: Rect, bounds: Rect): Rect {
  const margin = 40
  return {
    left: Math.max(rect.left, bounds.left - margin),
    top: Math.max(rect.top, bounds.top - margin),
    right: Math.min(rect.right, bounds.right + margin),
    bottom: Math.min(rect.bottom, bounds.bottom + margin),
  }
}

function middleOf(size: { readonly width: number; readonly height: number }): Point {
  return { x: size.width / 2, y: size.height / 2 }
}

function pointIn(
  root: HTMLElement | null,
  event: { readonly clientX: number; readonly clientY: number },
): Point {
  const box = root?.getBoundingClientRect()
  return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
}
