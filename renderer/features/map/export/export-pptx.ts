import PptxGenJS from 'pptxgenjs'
import { heightOf, widthOf, type Picture } from './picture'
import { slideSheet, slideTree } from './slide-xml'
import { readStoredZip, writeStoredZip } from './stored-zip'
import type { PictureWords } from './words'

/** Longest side of a slide that PowerPoint takes, inches, and the usual one (16:9). */
const sideMaxInch = 56
const usual = { width: 13.333, height: 7.5 }
/** Under this scale a name has less than 7 pt, so the slide grows instead. */
const readableScale = 0.7

/**
 * The map as a PowerPoint file with one slide: every card a group of native shapes, every line a
 * connector that is glued to its cards, so that people can go on drawing.
 */
export async function exportPptx(picture: Picture, words: PictureWords): Promise<Uint8Array> {
  const size = slideSize(picture)
  const deck = new PptxGenJS()
  deck.defineLayout({ name: 'map', ...size })
  deck.layout = 'map'
  deck.title = picture.title
  deck.author = 'Jetway'
  deck.company = ''
  deck.subject = ''
  deck.addSlide()
  const bytes = (await deck.write({ outputType: 'uint8array', compression: false })) as Uint8Array
  const files = readStoredZip(bytes)
  const slidePath = 'ppt/slides/slide1.xml'
  const slide = new TextDecoder().decode(files.get(slidePath))
  const tree = slideTree(picture, size, words)
  const drawn = slide.replace(
    /(<\/p:grpSpPr>|<p:grpSpPr\/>)[^]*?<\/p:spTree>/,
    `$1${tree}</p:spTree>`,
  )
  if (!drawn.includes(tree)) throw new Error('no shape tree in the slide')
  files.set(slidePath, new TextEncoder().encode(drawn))
  return writeStoredZip(files)
}

/** 16:9 where the map is readable on it, else as large as it must be, up to PowerPoint's limit. */
export function slideSize(picture: Picture): { readonly width: number; readonly height: number } {
  const sheet = slideSheet(picture)
  const need = readableScale / 96
  const width = Math.max(usual.width, widthOf(sheet) * need)
  const height = Math.max(usual.height, heightOf(sheet) * need)
  return { width: Math.min(width, sideMaxInch), height: Math.min(height, sideMaxInch) }
}
