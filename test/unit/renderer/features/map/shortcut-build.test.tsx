import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMap, settle, waitForOutline, type DrawnMap } from './map-harness'

const small = `Anna
  Bert
    Carl
  Dora
`

describe('shortcut table: building', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
  })
  afterEach(() => map.close())

  it('draws ten people on three levels with one structural key each and no mouse', async () => {
    await map.draw(`Anna, CIO ++
  Bert, Head of IT +
    Carl
    Dora
  Eva
    Fred -
    Gert
  Hans
    Ines --
    Jan`)
    await waitForOutline(
      map,
      `Anna
  Bert
    Carl
    Dora
  Eva
    Fred
    Gert
  Hans
    Ines
    Jan
`,
    )
    expect((await map.person('Anna')).stance).toBe('champion')
    expect((await map.person('Ines')).stance).toBe('opponent')
  })

  it('Tab: add direct report, start typing', async () => {
    await map.draw(small)
    await map.select('Bert')
    await map.press('Tab')
    expect(screen.getByTestId('map-editor')).toBe(document.activeElement)
    await map.type('Emil')
    await map.press('Escape')
    await waitForOutline(map, 'Anna\n  Bert\n    Carl\n    Emil\n  Dora\n')
  })

  it('Enter and Shift+Enter: add peer after and before', async () => {
    await map.draw(small)
    await map.select('Bert')
    await map.press('Enter')
    await map.type('After')
    await map.press('Escape')
    await map.select('Bert')
    await map.press('Shift+Enter')
    await map.type('Before')
    await map.press('Escape')
    await waitForOutline(map, 'Anna\n  Before\n  Bert\n    Carl\n  After\n  Dora\n')
  })

  it('Ctrl+Enter: insert manager above', async () => {
    await map.draw(small)
    await map.select('Carl')
    await map.press('Ctrl+Enter')
    await map.type('Mia')
    await map.press('Escape')
    await waitForOutline(map, 'Anna\n  Bert\n    Mia\n      Carl\n  Dora\n')
  })

  it('EDIT Enter, Tab, Shift+Tab, Esc: an empty new node vanishes', async () => {
    await map.draw(small)
    await map.select('Bert')
    await map.press('Tab')
    await map.press('Escape')
    expect(screen.queryByTestId('map-editor')).toBeNull()
    await waitForOutline(map, small)
  })

  it('EDIT Enter on the root only commits', async () => {
    screen.getByTestId('map-canvas').focus()
    await map.press('Enter')
    await map.type('Anna')
    await map.press('Enter')
    expect(screen.queryByTestId('map-editor')).toBeNull()
    await waitForOutline(map, 'Anna\n')
  })

  it('Shift+Tab and Alt+Up: promote', async () => {
    await map.draw(small)
    await map.select('Carl')
    await map.press('Shift+Tab')
    await waitForOutline(map, 'Anna\n  Bert\n  Carl\n  Dora\n')
    await settle()
    await map.press('Alt+ArrowUp')
    await waitForOutline(map, 'Anna\n  Bert\n  Dora\nCarl\n')
  })

  it('Alt+Down: demote under left peer', async () => {
    await map.draw(small)
    await map.select('Dora')
    await map.press('Alt+ArrowDown')
    await waitForOutline(map, 'Anna\n  Bert\n    Carl\n    Dora\n')
  })

  it('Alt+Left and Alt+Right: reorder among peers', async () => {
    await map.draw(small)
    await map.select('Dora')
    await map.press('Alt+ArrowLeft')
    await waitForOutline(map, 'Anna\n  Dora\n  Bert\n    Carl\n')
    await settle()
    await map.press('Alt+ArrowRight')
    await waitForOutline(map, small)
  })

  it('F2: edit text', async () => {
    await map.draw(small)
    await map.select('Bert')
    await map.press('F2')
    await map.type('Bertha, Head of IT +')
    await map.press('Escape')
    await waitForOutline(map, 'Anna\n  Bertha\n    Carl\n  Dora\n')
    expect((await map.person('Bertha')).stance).toBe('supporter')
  })
})

describe('typing faster than the store answers', () => {
  let map: DrawnMap
  beforeEach(async () => {
    map = await openMap()
  })
  afterEach(() => map.close())

  it('keeps every key: they go to the card that is on its way', async () => {
    const canvas = screen.getByTestId('map-canvas')
    canvas.focus()
    await map.press('Enter')
    await map.type('Anna')
    const keys = ['Escape', '5', 'k', 'Tab', 'B', 'e', 'r', 't']
    act(() => {
      for (const key of keys) fireEvent.keyDown(document.activeElement!, { key })
    })
    await settle()
    await map.press('Escape')
    await waitForOutline(map, 'Anna\n  Bert\n')
    await waitFor(async () => {
      const { stance, isTopFive } = await map.person('Anna')
      expect({ stance, isTopFive }).toEqual({ stance: 'champion', isTopFive: 1 })
    })
  })

  it('three Enters before the first answer give three peers in order', async () => {
    await map.draw('Anna\n  Bert')
    await map.select('Bert')
    await map.press('Enter')
    const field = screen.getByTestId('map-editor')
    act(() => {
      for (const name of ['Carl', 'Dora', 'Eva']) {
        fireEvent.change(field, { target: { value: name } })
        fireEvent.keyDown(field, { key: 'Enter' })
      }
    })
    await settle()
    await map.press('Escape')
    await waitForOutline(map, 'Anna\n  Bert\n  Carl\n  Dora\n  Eva\n')
  })
})
