import { describe, expect, it } from 'vitest'
import { buildSvg } from '../../../../../../renderer/features/map/export/build-svg'
import { exportSvg } from '../../../../../../renderer/features/map/export/export-svg'
import { person, picture, privateMap, seat, words } from './picture-fixtures'

describe('a picture on the page', () => {
  it('has the elements and the words of its text', () => {
    const { seats, lines } = privateMap()
    const svg = exportSvg(picture(seats, { lines }), { words })
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    const built = buildSvg(svg)
    const tags = (root: Element) => [...root.querySelectorAll('*')].map(({ tagName }) => tagName)
    expect(tags(built)).toEqual(tags(parsed))
    expect(built.textContent).toBe(parsed.textContent)
    expect(built.getAttribute('viewBox')).toBe(parsed.getAttribute('viewBox'))
  })

  it('shows names with signs of markup as they are', () => {
    const name = '<script>alert("1")</script> & onload="x"'
    const svg = exportSvg(picture([seat('a', null, { title: name, person: person('A') })]), {
      words,
    })
    const built = buildSvg(svg)
    expect(built.querySelector('script')).toBeNull()
    expect([...built.querySelectorAll('text')].map((text) => text.textContent)).toContain(
      '<script>alert("1")</scri…',
    )
  })

  it('leaves out what is no part of a picture', () => {
    const built = buildSvg(
      '<svg viewBox="0 0 1 1" onload="x()"><script>bad()</script><g><image href="x"/><rect x="1"/></g></svg>',
    )
    expect(built.outerHTML).not.toMatch(/script|image|onload|bad/)
    expect(built.querySelectorAll('rect')).toHaveLength(1)
  })
})
