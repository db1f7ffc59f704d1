/** Small writers of SVG text; every value that comes from outside is escaped here. */

export interface TextLook {
  readonly size: number
  readonly fill: string
  readonly weight?: 400 | 500 | 600
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly opacity?: number
}

export function textAt(x: number, y: number, text: string, look: TextLook): string {
  if (text === '') return ''
  const { size, fill, weight = 500, anchor = 'start', opacity = 1 } = look
  const more = [
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    opacity === 1 ? '' : ` opacity="${opacity}"`,
  ].join('')
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${more}>${escapeXml(text)}</text>`
}

export function rectAt(
  x: number,
  y: number,
  width: number,
  height: number,
  attributes: string,
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ${attributes}/>`
}

/** Also drops what XML 1.0 forbids: control characters and lone surrogates. */
export function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replace(/\s+/g, ' ')
  )
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
