import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { client } from '../../../../../renderer/data/store'
import { MapScreen } from '../../../../../renderer/features/map/map-screen'
import { mapStrings } from '../../../../../renderer/features/map/strings'
import { openTestStore, type TestStore } from '../../../../support/store'

export interface DrawnMap {
  readonly test: TestStore
  readonly accountId: string
  /** Presses a key where the focus is; `Ctrl+Shift+A`, `Tab`, `5`. */
  press(chord: string): Promise<void>
  /** Types into the field of the card being named. */
  type(text: string): Promise<void>
  /** Adds cards by keyboard from the outline: two spaces a level. */
  draw(outline: string): Promise<void>
  /** Selects the card with this name. */
  select(...names: readonly string[]): Promise<void>
  /** The map as an outline of what is in the store, peers in order. */
  outline(): Promise<string>
  person(name: string): Promise<Awaited<ReturnType<typeof allPeople>>[number]>
  close(): void
}

/** The machine may be busy; no test asserts a time. */
configure({ asyncUtilTimeout: 10_000 })

/** The map screen on a real store: the same client, door and database as in the app. */
export async function openMap(): Promise<DrawnMap> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: 'en',
      resources: { en: { translation: { ...mapStrings.en, error: { internal: 'Error' } } } },
      interpolation: { escapeValue: false },
    })
  }
  const test = openTestStore()
  const { port1, port2 } = new MessageChannel()
  const port = { postMessage: (message: unknown) => port1.postMessage(message) }
  port1.onmessage = (event: MessageEvent) => void test.opened.handle(port, event.data)
  test.opened.addPort(port)
  client.attach(port2)
  const accountId = await test.store.account.create({ name: 'Acme' })
  const view = render(<MapScreen accountId={accountId} />)
  await screen.findByTestId('map-canvas')
  const people = () => allPeople(test, accountId)

  const map: DrawnMap = {
    test,
    accountId,
    async press(chord) {
      const target = document.activeElement ?? document.body
      await act(async () => {
        fireEvent.keyDown(target, readChord(chord))
        fireEvent.keyUp(target, readChord(chord))
        await rest()
      })
      await settle()
    },
    async type(text) {
      const field = await screen.findByTestId('map-editor')
      await act(async () => {
        fireEvent.change(field, { target: { value: text } })
      })
    },
    async draw(outline) {
      const lines = outline.split('\n').filter((line) => line.trim() !== '')
      let depth = 0
      screen.getByTestId('map-canvas').focus()
      await map.press('Enter')
      for (const [i, line] of lines.entries()) {
        const wanted = line.search(/\S/) / 2
        if (i > 0 && wanted > depth) await map.press('Tab')
        else if (i > 0 && wanted === depth) await map.press('Enter')
        else if (i > 0) {
          await map.press('Shift+Tab')
          for (let up = depth - 1; up > wanted; up--) await map.press('Shift+Tab')
        }
        depth = wanted
        await map.type(line.trim())
      }
      await map.press('Escape')
      // Only when all is saved does the selection rest, and later clicks are not undone by it.
      await waitFor(async () => {
        const { seats } = await readMap(test, accountId)
        if (seats.length < lines.length) throw new Error('not all is saved yet')
      })
      await settle()
    },
    async select(...names) {
      const { seats, holders } = await readMap(test, accountId)
      const ids = names.map(
        (name) => seats.find((s) => (holders.get(s.id) ?? s.title) === name)?.id,
      )
      for (const [i, id] of ids.entries()) {
        const card = await screen.findByTestId(`map-card-${id}`)
        await clickCard(card, i > 0)
      }
      screen.getByTestId('map-canvas').focus()
    },
    async outline() {
      const { seats, holders } = await readMap(test, accountId)
      const below = (bossId: string | null, indent: string): string =>
        seats
          .filter((seat) => seat.bossId === bossId)
          .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1))
          .map(
            (s) => `${indent}${holders.get(s.id) ?? `(${s.title})`}\n${below(s.id, `${indent}  `)}`,
          )
          .join('')
      return below(null, '')
    },
    async person(name) {
      const found = (await people()).find((row) => row.name === name)
      if (!found) throw new Error(`nobody is called ${name}`)
      return found
    },
    close() {
      view.unmount()
      port1.close()
      port2.close()
      test.close()
    },
  }
  return map
}

/** jsdom lays nothing out, so a click is placed by the transform of the card and of its layer. */
export async function clickCard(card: HTMLElement, adds = false): Promise<void> {
  const at = centreOf(card)
  const canvas = screen.getByTestId('map-canvas')
  await act(async () => {
    const keys = { shiftKey: adds, button: 0, buttons: 1, pointerId: 1, pointerType: 'mouse' }
    firePointer(canvas, 'pointerdown', { ...keys, ...at })
    firePointer(canvas, 'pointerup', { ...keys, ...at })
    await rest()
  })
}

/** Where a card is on screen. */
export function centreOf(card: HTMLElement): { clientX: number; clientY: number } {
  const layer = card.closest<HTMLElement>('.map-layer')!
  const [x = 0, y = 0, zoom = 1] = numbersOf(layer.style.transform)
  const [left = 0, top = 0] = numbersOf(card.style.transform)
  return { clientX: (left + 104) * zoom + x, clientY: (top + 32) * zoom + y }
}

export function firePointer(target: Element, type: string, init: Record<string, unknown>): void {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, ...init })
  Object.assign(event, { pointerId: init['pointerId'], pointerType: init['pointerType'] })
  target.dispatchEvent(event)
}

/** Waits until the store has answered everything that was asked and the page has drawn it. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let i = 0; i < 4; i++) await rest()
  })
}

export async function waitForOutline(map: DrawnMap, wanted: string): Promise<void> {
  await waitFor(async () => {
    const now = await map.outline()
    if (now !== wanted) throw new Error(`expected\n${wanted}\nbut the map is\n${now}`)
  })
}

function numbersOf(transform: string): number[] {
  return [...transform.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number))
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 4))
}

async function allPeople(test: TestStore, accountId: string) {
  return test.store.person.byAccount({ accountId })
}

async function readMap(test: TestStore, accountId: string) {
  const seats = await test.store.seat.byAccount({ accountId })
  const people = await allPeople(test, accountId)
  const occupancies = await test.store.occupancy.byAccount({ accountId })
  const names = new Map(people.map((person) => [person.id, person.name]))
  const holders = new Map(
    occupancies
      .filter((row) => row.toDate === null)
      .map((row) => [row.seatId, names.get(row.personId)] as const),
  )
  return { seats, holders }
}

function readChord(chord: string) {
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+')
  const key = parts.at(-1) as string
  const typed =
    key === 'Space'
      ? ' '
      : /^[A-Z]$/.test(key) && !parts.includes('Shift')
        ? key.toLowerCase()
        : key
  return {
    key: typed,
    code: /^[A-Za-z]$/.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  }
}
