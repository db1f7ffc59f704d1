import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { safeHoldMs } from '../../../../../renderer/features/map/use-map-keys'
import { openMap, settle, waitForOutline, type DrawnMap } from './map-harness'

const company = `Anna
  Bert
    Carl
    Dora
  Eva
`

function shownNames(): string[] {
  return [...document.querySelectorAll('.map-card__name')].map((name) => name.textContent ?? '')
}

describe('shortcut table: view, removal, history', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
    await map.draw(company)
    await waitForOutline(map, company)
    await settle()
  })
  afterEach(() => map.close())

  it('Space: folds and unfolds a branch', async () => {
    await map.select('Bert')
    await map.press('Space')
    expect(shownNames()).toEqual(['Anna', 'Bert', 'Eva'])
    await map.press('Space')
    expect(shownNames()).toHaveLength(5)
  })

  it('Z and Shift+Z: isolates a branch and goes back', async () => {
    await map.select('Bert')
    await map.press('Z')
    expect(shownNames()).toEqual(['Bert', 'Carl', 'Dora'])
    await map.press('Shift+Z')
    expect(shownNames()).toHaveLength(5)
  })

  it('Delete: removes from the map, the person is kept', async () => {
    await map.select('Carl')
    await map.press('Delete')
    await waitForOutline(map, 'Anna\n  Bert\n    Dora\n  Eva\n')
    expect((await map.person('Carl')).status).toBe('active')
  })

  it('Ctrl+Delete: removes the node, keeps its reports', async () => {
    await map.select('Bert')
    await map.press('Ctrl+Delete')
    await waitForOutline(map, 'Anna\n  Carl\n  Dora\n  Eva\n')
  })

  it('Shift+Delete: deletes the person everywhere after a question', async () => {
    await map.select('Carl')
    await map.press('Shift+Delete')
    const confirm = screen.getByTestId('map-remove').querySelector('.is-danger') as HTMLElement
    fireEvent.click(confirm)
    await waitFor(async () => {
      const people = await map.test.store.person.byAccount({ accountId: map.accountId })
      expect(people.map((row) => row.name).sort()).toEqual(['Anna', 'Bert', 'Dora', 'Eva'])
    })
  })

  it('Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y: undo and redo, attributes too', async () => {
    await map.select('Eva')
    await map.press('5')
    await waitFor(async () => expect((await map.person('Eva')).stance).toBe('champion'))
    await map.press('Delete')
    await waitForOutline(map, 'Anna\n  Bert\n    Carl\n    Dora\n')
    await map.press('Ctrl+Z')
    await waitForOutline(map, company)
    await map.press('Ctrl+Z')
    await waitFor(async () => expect((await map.person('Eva')).stance).toBe('unknown'))
    await map.press('Ctrl+Shift+Z')
    await waitFor(async () => expect((await map.person('Eva')).stance).toBe('champion'))
    await map.press('Ctrl+Y')
    await waitForOutline(map, 'Anna\n  Bert\n    Carl\n    Dora\n')
  })

  it('Ctrl+C and Ctrl+V: copies a branch as outline text and pastes one as a branch', async () => {
    let clipboard = ''
    const clipboardData = {
      setData: (_type: string, text: string) => (clipboard = text),
      getData: () => clipboard,
    }
    const canvas = screen.getByTestId('map-canvas')
    await map.select('Bert')
    await map.press('Ctrl+C')
    fireEvent.copy(canvas, { clipboardData })
    expect(clipboard).toBe('Bert\n  Carl\n  Dora\n')
    clipboard = 'Gert, CFO +\n  Hans\n'
    await map.select('Eva')
    await map.press('Ctrl+V')
    fireEvent.paste(canvas, { clipboardData })
    await waitForOutline(map, 'Anna\n  Bert\n    Carl\n    Dora\n  Eva\n    Gert\n      Hans\n')
    expect((await map.person('Gert')).stance).toBe('supporter')
  })

  it('Ctrl+0, Ctrl + and -, Ctrl+1, Ctrl+L: fit, zoom, natural size, tidy', async () => {
    const layer = document.querySelector('.map-layer') as HTMLElement
    const zoom = () => Number(/scale\(([\d.]+)\)/.exec(layer.style.transform)?.[1])
    await map.select('Anna')
    await map.press('Ctrl+0')
    const fitted = zoom()
    await map.press('Ctrl+-')
    expect(zoom()).toBeLessThan(fitted)
    await map.press('Ctrl++')
    expect(zoom()).toBeCloseTo(fitted, 5)
    await map.press('Ctrl+=')
    expect(zoom()).toBeGreaterThan(fitted)
    await map.press('Ctrl+1')
    expect(zoom()).toBe(1)
    await map.press('Ctrl+L')
    expect(zoom()).toBe(1)
  })

  it('Ctrl+F: finds a person by type-ahead, folded ones too', async () => {
    await map.select('Bert')
    await map.press('Space')
    await map.press('Ctrl+F')
    const field = screen.getByTestId('map-find').querySelector('input') as HTMLInputElement
    fireEvent.change(field, { target: { value: 'do' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await settle()
    const primary = document.querySelector('.map-card.is-primary .map-card__name')
    expect(primary?.textContent).toBe('Dora')
  })

  it('F1 and ?: shows every key of the table', async () => {
    await map.select('Bert')
    await map.press('F1')
    expect(screen.getByTestId('map-keys').querySelectorAll('dt').length).toBeGreaterThan(75)
    await map.press('Escape')
    expect(screen.queryByTestId('map-keys')).toBeNull()
    await map.press('?')
    expect(screen.getByTestId('map-keys')).toBeTruthy()
  })

  it('Ctrl+S: only says that everything is saved', async () => {
    await map.select('Bert')
    await map.press('Ctrl+S')
    expect(screen.getByTestId('map-spoken').textContent).toBe('Already saved')
  })

  it('F9: customer-safe at once, back only after the key was held for a second', async () => {
    await map.select('Bert')
    await map.press('5')
    await settle()
    await map.press('F9')
    expect(document.querySelector('.map-stance')).toBeNull()
    await map.press('F9')
    expect(document.querySelector('.map-stance')).toBeNull()
    vi.useFakeTimers()
    const canvas = screen.getByTestId('map-canvas')
    fireEvent.keyDown(canvas, { key: 'F9', code: 'F9' })
    act(() => vi.advanceTimersByTime(safeHoldMs + 1))
    vi.useRealTimers()
    expect(document.querySelector('.map-stance')).toBeTruthy()
  })

  it('Ctrl+Shift+H: customer-safe too, and drawing goes on', async () => {
    await map.select('Eva')
    await map.press('Ctrl+Shift+H')
    await map.press('Tab')
    await map.type('Gert')
    await map.press('Escape')
    await waitForOutline(map, 'Anna\n  Bert\n    Carl\n    Dora\n  Eva\n    Gert\n')
    await map.press('1')
    await settle()
    expect((await map.person('Gert')).stance).toBe('unknown')
  })
})

describe('shortcut table: the meeting', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
    await map.draw(company)
    await settle()
  })
  afterEach(() => map.close())

  const statuses = async () =>
    (await map.test.store.meeting.byAccount({ accountId: map.accountId })).map((row) => row.status)

  it('F8: starts a meeting nobody planned, and ends it', async () => {
    await map.select('Bert')
    await map.press('F8')
    await waitFor(async () => expect(await statuses()).toEqual(['running']))
    await settle()
    await map.press('F8')
    await waitFor(async () => expect(await statuses()).toEqual(['done']))
  })

  it('Ctrl+Shift+E: goes on to inviting everyone', async () => {
    await map.select('Bert')
    await map.press('Ctrl+Shift+E')
    expect(window.location.hash).toContain(map.accountId)
  })
})
