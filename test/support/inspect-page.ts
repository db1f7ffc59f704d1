import type { Page } from '@playwright/test'

/** Something a person would stumble over on a screen. */
export interface ScreenFault {
  readonly kind: 'contrast' | 'clipped' | 'overlap' | 'outside' | 'key'
  readonly what: string
}

/**
 * Looks over the page as it stands: text that overlaps other text, text that is cut without a way to
 * read the rest, text outside the window, contrast below WCAG AA (4.5, large text 3), and keys of
 * words that have no words.
 */
export function inspectPage(page: Page): Promise<ScreenFault[]> {
  return page.evaluate(() => {
    const faults: { kind: ScreenFault['kind']; what: string }[] = []
    type Box = { element: Element; left: number; top: number; right: number; bottom: number }
    const boxes: Box[] = []

    const nameOf = (element: Element) => {
      const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)
      const classes = typeof element.className === 'string' ? element.className : ''
      return `<${element.tagName.toLowerCase()} ${classes.slice(0, 40)}> “${words}”`
    }
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const brush = canvas.getContext('2d', { willReadFrequently: true })!
    const seen = new Map<string, [number, number, number, number]>()
    const colorOf = (text: string): [number, number, number, number] => {
      const known = seen.get(text)
      if (known) return known
      brush.clearRect(0, 0, 1, 1)
      brush.fillStyle = '#000'
      brush.fillStyle = text
      brush.fillRect(0, 0, 1, 1)
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data
      const color: [number, number, number, number] = [r!, g!, b!, a! / 255]
      seen.set(text, color)
      return color
    }
    const over = (front: number[], back: number[]): [number, number, number] => {
      const alpha = front[3]!
      const mix = (index: number) => front[index]! * alpha + back[index]! * (1 - alpha)
      return [mix(0), mix(1), mix(2)]
    }
    const luminance = (color: number[]) => {
      const part = (value: number) => {
        const share = value / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      }
      return 0.2126 * part(color[0]!) + 0.7152 * part(color[1]!) + 0.0722 * part(color[2]!)
    }
    const backgroundOf = (element: Element): number[] | null => {
      const layers: [number, number, number, number][] = []
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (style.backgroundImage !== 'none') return null
        const color = colorOf(style.backgroundColor)
        if (color[3] > 0) layers.push(color)
        if (color[3] === 1) break
      }
      let result: number[] = [255, 255, 255]
      for (const layer of layers.reverse()) result = over(layer, result)
      return result
    }
    /** The part of a rectangle that the element and its ancestors let through. */
    const visiblePart = (element: Element, rect: DOMRect) => {
      let { left, top, right, bottom } = rect
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (style.overflow === 'visible' && style.clipPath === 'none') continue
        const bounds = at.getBoundingClientRect()
        left = Math.max(left, bounds.left)
        top = Math.max(top, bounds.top)
        right = Math.min(right, bounds.right)
        bottom = Math.min(bottom, bounds.bottom)
      }
      return { left, top, right, bottom }
    }
    const hasFullText = (element: Element) => element.closest('[title]') !== null

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!
      if ((node.textContent ?? '').trim() === '') continue
      if (element.closest('[aria-hidden=true], .visually-hidden, option, script, style')) continue
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      if (/^[a-z][A-Za-z]*(\.[A-Za-z_]+)+$/.test((node.textContent ?? '').trim()))
        faults.push({ kind: 'key', what: (node.textContent ?? '').trim() })
      range.selectNodeContents(node)
      const style = getComputedStyle(element)
      const whole = range.getBoundingClientRect()
      if (whole.width < 1 || whole.height < 1) continue
      const part = visiblePart(element, whole)
      if (part.right - part.left < 2 || part.bottom - part.top < 2) continue
      const centre = document.elementFromPoint(
        (part.left + part.right) / 2,
        (part.top + part.bottom) / 2,
      )
      const isOnTop =
        centre !== null &&
        (centre === element || element.contains(centre) || centre.contains(element))

      if (whole.left < -1 || whole.right > innerWidth + 1) {
        if (isOnTop && part.right > innerWidth + 1)
          faults.push({ kind: 'outside', what: nameOf(element) })
      }
      if (isOnTop && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
        if (/hidden|clip/.test(style.overflowX) && !hasFullText(element))
          faults.push({ kind: 'clipped', what: nameOf(element) })
      }
      if (isOnTop && /hidden|clip/.test(style.overflowY) && style.display !== 'inline') {
        const isClamped = style.webkitLineClamp !== 'none' && hasFullText(element)
        if (element.scrollHeight > element.clientHeight + 3 && !isClamped)
          faults.push({ kind: 'clipped', what: nameOf(element) })
      }
      const isOff = element.closest(':disabled, [aria-disabled=true]') !== null
      if (!isOff && isOnTop) {
        const back = backgroundOf(element)
        if (back) {
          const ink = over(colorOf(style.color), back)
          const [light, dark] = [luminance(ink), luminance(back)].sort((a, b) => b - a)
          const ratio = (light! + 0.05) / (dark! + 0.05)
          const size = parseFloat(style.fontSize)
          const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
          if (ratio < (isLarge ? 3 : 4.5) - 0.02)
            faults.push({ kind: 'contrast', what: `${ratio.toFixed(2)} ${nameOf(element)}` })
        }
      }
      if (isOnTop)
        for (const rect of range.getClientRects()) {
          const { left, top, right, bottom } = visiblePart(element, rect)
          if (right - left > 2 && bottom - top > 2)
            boxes.push({ element, left, top, right, bottom })
        }
    }
    boxes.sort((a, b) => a.top - b.top)
    for (const [index, box] of boxes.entries()) {
      for (let next = index + 1; next < boxes.length; next += 1) {
        const other = boxes[next]!
        if (other.top > box.bottom - 3) break
        if (other.element === box.element) continue
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left)
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
        const lineHeight = Math.min(box.bottom - box.top, other.bottom - other.top)
        if (across > 2 && down > lineHeight * 0.35)
          faults.push({
            kind: 'overlap',
            what: `${nameOf(box.element)} with ${nameOf(other.element)}`,
          })
      }
    }
    return faults
  })
}
