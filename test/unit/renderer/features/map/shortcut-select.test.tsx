import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMap, settle, waitForOutline, type DrawnMap } from './map-harness'

const company = `Anna
  Bert
    Carl
    Dora
  Eva
  Fred
`

function selectedNames(): string[] {
  return screen
    .getAllByRole('treeitem')
    .filter((card) => card.getAttribute('aria-selected') === 'true')
    .map((card) => card.querySelector('.map-card__name')?.textContent ?? '')
}

describe('shortcut table: selecting', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
    await map.draw(company)
    await waitForOutline(map, company)
    await settle()
  })
  afterEach(() => map.close())

  it('arrows: move selection geometrically', async () => {
    await map.select('Anna')
    await map.press('ArrowDown')
    const below = selectedNames()
    expect(['Bert', 'Eva']).toContain(below[0])
    await map.press('ArrowUp')
    expect(selectedNames()).toEqual(['Anna'])
    await map.select('Bert')
    await map.press('ArrowRight')
    expect(selectedNames()).toEqual(['Eva'])
    await map.press('ArrowLeft')
    expect(selectedNames()).toEqual(['Bert'])
  })

  it('Home: select the root', async () => {
    await map.select('Dora')
    await map.press('Home')
    expect(selectedNames()).toEqual(['Anna'])
  })

  it('Ctrl+Up: select manager', async () => {
    await map.select('Dora')
    await map.press('Ctrl+ArrowUp')
    expect(selectedNames()).toEqual(['Bert'])
  })

  it('Ctrl+Down: select reports', async () => {
    await map.select('Bert')
    await map.press('Ctrl+ArrowDown')
    expect(selectedNames()).toEqual(['Carl', 'Dora'])
  })

  it('Ctrl+A: select peers, again: all', async () => {
    await map.select('Bert')
    await map.press('Ctrl+A')
    expect(selectedNames()).toEqual(['Bert', 'Eva', 'Fred'])
    await map.press('Ctrl+A')
    expect(selectedNames()).toHaveLength(6)
  })

  it('Ctrl+Shift+A: select whole branch', async () => {
    await map.select('Bert')
    await map.press('Ctrl+Shift+A')
    expect(selectedNames()).toEqual(['Bert', 'Carl', 'Dora'])
  })

  it('Esc: leads back one step at a time, then Tab leaves the canvas', async () => {
    await map.select('Bert', 'Eva')
    await map.press('Escape')
    expect(selectedNames()).toEqual(['Eva'])
    await map.press('Escape')
    expect(selectedNames()).toEqual([])
    await map.press('Tab')
    expect(screen.queryByTestId('map-editor')).toBeNull()
  })

  it('is a tree with levels, places and one active item', async () => {
    await map.select('Dora')
    const tree = screen.getByRole('tree')
    const active = document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')
    expect({
      label: active?.getAttribute('aria-label'),
      level: active?.getAttribute('aria-level'),
      place: active?.getAttribute('aria-posinset'),
      peers: active?.getAttribute('aria-setsize'),
    }).toEqual({ label: 'Dora. Stance: Unknown', level: '3', place: '2', peers: '2' })
  })

  it('says aloud who was added under whom', async () => {
    await map.select('Eva')
    await map.press('Tab')
    await map.type('Jan')
    await map.press('Escape')
    expect(screen.getByTestId('map-spoken').textContent).toBe('Added Jan under Eva')
  })
})
