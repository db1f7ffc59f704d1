import { tiledScaleDefault, type Paper } from './pages'

export const exportFormats = [
  'png',
  'svg',
  'pdf',
  'pptx',
  'outline',
  'mermaid',
  'opml',
  'csv',
  'vcard',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Formats that are a picture of the map; the others are text. */
export const pictureFormats: ReadonlySet<ExportFormat> = new Set(['png', 'svg', 'pdf', 'pptx'])

export interface ExportChoices {
  readonly format: ExportFormat
  readonly isSafe: boolean
  /** 'shown' = folded and isolated as on screen. */
  readonly scope: 'shown' | 'whole'
  readonly pngScale: 1 | 2 | 4
  readonly paper: Paper
  readonly mode: 'one' | 'tiles'
  readonly tileScale: number
  readonly hasLegend: boolean
}

export const firstChoices: ExportChoices = {
  format: 'png',
  isSafe: false,
  scope: 'shown',
  pngScale: 2,
  paper: 'A4',
  mode: 'one',
  tileScale: tiledScaleDefault,
  hasLegend: true,
}

export const fileEndings: Readonly<Record<ExportFormat, string>> = {
  png: 'png',
  svg: 'svg',
  pdf: 'pdf',
  pptx: 'pptx',
  outline: 'txt',
  mermaid: 'mmd',
  opml: 'opml',
  csv: 'csv',
  vcard: 'vcf',
}
