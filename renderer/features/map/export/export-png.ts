/** Chromium draws no canvas with a longer side, and memory has an end (4 bytes a pixel). */
export const pngSideMax = 16_000
const pixelsMax = 120_000_000

/** The scale as it can be drawn: the wanted one, or the largest that a canvas holds. */
export function limitScale(width: number, height: number, wanted: number): number {
  return Math.min(
    wanted,
    pngSideMax / Math.max(width, height),
    Math.sqrt(pixelsMax / (width * height)),
  )
}

/** Draws an SVG on a canvas of the given size; gives a PNG without any text of its own. */
export async function exportPng(svg: string, width: number, height: number): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width))
    canvas.height = Math.max(1, Math.round(height))
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('no picture')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}
