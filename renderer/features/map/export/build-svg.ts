const space = 'http://www.w3.org/2000/svg'
const known = new Set(['svg', 'g', 'path', 'rect', 'circle', 'text', 'title'])
const tokens = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gi

/**
 * Elements from a text of our own making. The page takes no HTML from strings (Trusted Types), so the
 * few kinds of elements a picture has are made one by one; anything else in the text is left out.
 */
export function buildSvg(text: string): SVGElement {
  const root = document.createElementNS(space, 'svg')
  const open: { element: Element | null; tag: string }[] = []
  for (const [, close, tag, attributes, isEmpty, words] of text.matchAll(tokens)) {
    const parent = open.at(-1)?.element ?? null
    if (words !== undefined) {
      if (parent) parent.append(unescapeXml(words))
    } else if (close) {
      open.pop()
    } else {
      const isRoot = open.length === 0 && tag === 'svg'
      const isShown = isRoot || (known.has(tag!) && parent !== null)
      const element = !isShown ? null : isRoot ? root : document.createElementNS(space, tag!)
      if (element) setAttributes(element, attributes!)
      if (element && !isRoot) parent!.append(element)
      if (!isEmpty) open.push({ element, tag: tag! })
    }
  }
  return root
}

function setAttributes(element: Element, text: string): void {
  for (const [, name, value] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (name === 'xmlns' || name!.startsWith('on') || name === 'style') continue
    element.setAttribute(name!, unescapeXml(value!))
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_whole, name: string) => entities[name]!)
}
