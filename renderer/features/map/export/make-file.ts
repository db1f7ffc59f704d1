import type { ExportChoices } from './export-choices'
import { exportPng, limitScale } from './export-png'
import { exportSvg, sheetBounds } from './export-svg'
import { embedFonts } from './fonts'
import { heightOf, widthOf, type Picture } from './picture'
import {
  exportCsv,
  exportMermaid,
  exportOpml,
  exportOutline,
  exportVcards,
  type Contacts,
  type CsvWords,
} from './text-files'
import type { PictureWords, Translate } from './words'

export interface FileParts {
  readonly picture: Picture
  readonly choices: ExportChoices
  readonly contacts: Contacts
  readonly company: string
  readonly words: PictureWords
  readonly csvWords: CsvWords
  /** A semicolon where the spreadsheet of the language expects one. */
  readonly separator: string
}

/** The bytes of an export; a PDF is printed by the shell instead (`print-map-screen.tsx`). */
export async function makeFile(parts: FileParts): Promise<Uint8Array> {
  const { choices, picture, words } = parts
  switch (choices.format) {
    case 'svg':
      return encode(await drawSvg(parts))
    case 'png': {
      const { width, height } = pngSize(parts)
      return exportPng(await drawSvg(parts), width, height)
    }
    case 'pptx': {
      const { exportPptx } = await import('./export-pptx')
      return exportPptx(picture, words)
    }
    case 'pdf':
      throw new Error('a PDF is printed')
    default:
      return encode(makeText(parts))
  }
}

/** The text formats; of a picture nothing. */
export function makeText(parts: FileParts): string {
  const { choices, picture, contacts, company, words, csvWords, separator } = parts
  switch (choices.format) {
    case 'outline':
      return exportOutline(picture, contacts)
    case 'mermaid':
      return exportMermaid(picture, contacts)
    case 'opml':
      return exportOpml(picture, contacts)
    case 'csv':
      return exportCsv(picture, contacts, { ...csvWords, ...words }, separator)
    case 'vcard':
      return exportVcards(picture, contacts, company)
    default:
      return ''
  }
}

/** Size of the PNG in pixels; `isLimited` = smaller than asked for. */
export function pngSize({ picture, choices, words }: FileParts): {
  readonly width: number
  readonly height: number
  readonly isLimited: boolean
} {
  const sheet = sheetBounds(picture, { words, hasLegend: choices.hasLegend })
  const scale = limitScale(widthOf(sheet), heightOf(sheet), choices.pngScale)
  return {
    width: Math.round(widthOf(sheet) * scale),
    height: Math.round(heightOf(sheet) * scale),
    isLimited: scale < choices.pngScale,
  }
}

export function makeCsvWords(t: Translate): CsvWords {
  const names = [
    'name',
    'title',
    'manager',
    'department',
    'email',
    'phone',
    'stance',
    'influence',
    'roles',
    'topFive',
    'lastContact',
  ] as const
  const header = Object.fromEntries(names.map((name) => [name, t(`map.export.csv.${name}`)]))
  return {
    header: header as CsvWords['header'],
    influenceOf: (value) => t(`term.influence.${value}`),
    yes: t('map.export.yes'),
  }
}

async function drawSvg({ picture, choices, words }: FileParts): Promise<string> {
  const { hasLegend } = choices
  const plain = exportSvg(picture, { words, hasLegend })
  return exportSvg(picture, { words, hasLegend, fontCss: await embedFonts(plain) })
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
