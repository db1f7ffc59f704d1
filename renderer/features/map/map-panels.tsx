import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { lazyScreen } from '../../ui/lazy-screen'
import type { CommandScene } from './command-scene'
import { bossesOf, type Forest } from './forest'
import { JotPanel } from './jot-panel'
import { KeyOverlay } from './key-overlay'
import type { Binding } from './keys'
import { noPanel, selectOnly, unfoldTo, type MapPanel, type MapScreenStore } from './map-store'
import { nameSeat, type MapSeat } from './model'
import { SeatPicker } from './seat-picker'

const ExportPanel = lazyScreen(async () => (await import('./export/export-panel')).ExportPanel)

export interface MapPanelsProps {
  readonly screen: MapScreenStore
  readonly forest: Forest
  readonly bindings: readonly Binding[]
  readonly isMac: boolean
  readonly readScene: () => CommandScene
  readonly draftPrefix: string
  readonly onClose: () => void
}

/** What opens over the map for one question; never more than one, Esc leads back. */
export function MapPanels(props: MapPanelsProps) {
  const panel = useStore(props.screen, (s) => s.panel)
  const isSafe = useStore(props.screen, (s) => s.isSafe)
  const close = () => {
    props.screen.setState({ panel: noPanel })
    props.onClose()
  }
  switch (panel.kind) {
    case 'none':
      return null
    case 'keys':
      return (
        <KeyOverlay bindings={props.bindings} isMac={props.isMac} isSafe={isSafe} onClose={close} />
      )
    case 'export':
      return <ExportPanel screen={props.screen} close={close} />
    case 'find':
      return <FindPanel {...props} close={close} />
    case 'line':
      return <LinePanel {...props} panel={panel} close={close} />
    case 'topFive':
      return <TopFivePanel {...props} panel={panel} close={close} />
    case 'remove':
      return <RemovePanel {...props} panel={panel} close={close} />
    case 'jot':
      return <JotOnPeople {...props} panel={panel} close={close} />
  }
}

type PanelProps<K extends MapPanel['kind']> = MapPanelsProps & {
  readonly panel: Extract<MapPanel, { kind: K }>
  close(): void
}

function FindPanel({ screen, forest, readScene, close }: MapPanelsProps & { close(): void }) {
  const { t } = useTranslation()
  const show = (id: string) => {
    unfoldTo(screen, bossesOf(forest, id))
    selectOnly(screen, [id])
    requestAnimationFrame(() => readScene().canvas?.reveal(id))
  }
  return (
    <SeatPicker
      testId="map-find"
      label={t('map.find.label')}
      placeholder={t('map.find.placeholder')}
      none={t('map.find.none')}
      forest={forest}
      onPick={(id) => {
        show(id)
        close()
      }}
      onPoint={(id) => id !== null && show(id)}
      onClose={close}
    />
  )
}

function LinePanel({ forest, panel, readScene, close }: PanelProps<'line'>) {
  const { t } = useTranslation()
  const first = forest.seatsById.get(panel.fromIds[0] ?? '')
  return (
    <SeatPicker
      testId="map-line-picker"
      label={t('map.linePick.question', {
        name: first ? nameSeat(first) : '',
        kind: t(`map.line.${panel.line}`),
      })}
      placeholder={t('map.linePick.placeholder')}
      none={t('map.linePick.none')}
      forest={forest}
      without={panel.fromIds}
      onPick={(toId) => {
        const { writes, onError } = readScene()
        for (const fromId of panel.fromIds) writes.addLine(panel.line, fromId, toId).catch(onError)
        close()
      }}
      onClose={close}
    />
  )
}

function TopFivePanel({ forest, panel, readScene, close }: PanelProps<'topFive'>) {
  const { t } = useTranslation()
  const marked = [...forest.seatsById.values()].filter((seat) => seat.person?.isTopFive)
  const drop = (seat: MapSeat) => {
    const { writes, onError } = readScene()
    writes.setTopFive(panel.personId, true, seat.person?.id).catch(onError)
    close()
  }
  return (
    <Choice label={t('map.topFive.question')} testId="map-top-five" onClose={close}>
      {marked.map((seat) => (
        <button key={seat.id} type="button" onClick={() => drop(seat)}>
          <span className="map-picker__name">{nameSeat(seat)}</span>
          <span className="map-picker__detail">{seat.title}</span>
        </button>
      ))}
      <button type="button" onClick={close}>
        {t('map.topFive.keep')}
      </button>
    </Choice>
  )
}

function RemovePanel({ forest, panel, readScene, close }: PanelProps<'remove'>) {
  const { t } = useTranslation()
  const names = [...forest.seatsById.values()]
    .filter((seat) => seat.person && panel.personIds.includes(seat.person.id))
    .map(nameSeat)
  return (
    <Choice
      label={t('map.remove.question', { name: names.join(', ') })}
      body={t('map.remove.body')}
      testId="map-remove"
      onClose={close}
    >
      <button
        type="button"
        className="is-danger"
        onClick={() => {
          const { writes, onError } = readScene()
          writes.removePeople(panel.personIds).catch(onError)
          close()
        }}
      >
        {t('map.remove.confirm')}
      </button>
      <button type="button" onClick={close}>
        {t('map.remove.cancel')}
      </button>
    </Choice>
  )
}

function JotOnPeople({ forest, panel, readScene, draftPrefix, close }: PanelProps<'jot'>) {
  const { jot, personIds } = panel
  const names = [...forest.seatsById.values()]
    .filter((seat) => seat.person && personIds.includes(seat.person.id))
    .map(nameSeat)
  return (
    <JotPanel
      jot={jot}
      name={names.join(', ')}
      draftKey={`${draftPrefix}.${jot}.${personIds[0] ?? ''}`}
      save={(text) => readScene().writes.jot(jot, personIds, text)}
      onClose={close}
    />
  )
}

/** A question with buttons; arrows go through them, Esc leads back. */
function Choice(props: {
  readonly label: string
  readonly body?: string
  readonly testId: string
  readonly children: React.ReactNode
  onClose(): void
}) {
  return (
    <div
      className="map-panel map-choice"
      data-map-control
      data-testid={props.testId}
      role="alertdialog"
      aria-label={props.label}
      ref={focusFirst}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') props.onClose()
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          stepFocus(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
        }
      }}
    >
      <p className="map-choice__question">{props.label}</p>
      {props.body && <p className="map-choice__body">{props.body}</p>}
      {props.children}
    </div>
  )
}

function focusFirst(element: HTMLElement | null): void {
  element?.querySelector('button')?.focus()
}

function stepFocus(element: HTMLElement, by: 1 | -1): void {
  const buttons = [...element.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
}
