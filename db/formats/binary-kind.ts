import type { BinaryKind } from './problem'

/** Bytes of a file's beginning that are enough for `detectBinaryKind`. */
export const sniffBytes = 4096

/**
 * What a file is that is known not to be text, by its first bytes; null = nothing known, it may be text.
 * Text in 16 or 32 bits must be recognised before (`decode.ts`): its zero bytes look binary here.
 */
export function detectBinaryKind(head: Uint8Array): BinaryKind | null {
  const start = toLatin1(head.subarray(0, sniffBytes))
  for (const [mark, kind] of marks) if (start.startsWith(mark)) return kind
  if (start.startsWith('PK\x03\x04')) return zipKind(start)
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    return start.includes('_\0_\0s\0u\0b\0s\0t\0g\0') ? 'outlook_mail' : 'old_office'
  if (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0') return 'bmp'
  const form = start.startsWith('RIFF') ? riffForms[start.slice(8, 12)] : undefined
  if (form) return form
  if (start.slice(4, 8) === 'ftyp')
    return /^(heic|heix|mif1|avif)/.test(start.slice(8)) ? 'heic' : 'video'
  return isMostlyControls(head) ? 'unknown' : null
}

const marks: readonly (readonly [string, BinaryKind])[] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['SQLite format 3\0', 'sqlite'],
  ['\x1f\x8b', 'gzip'],
  ["7z\xbc\xaf'\x1c", 'seven_zip'],
  ['Rar!\x1a\x07', 'rar'],
  ['\x7fELF', 'program'],
  ['MZ\x90\0', 'program'],
  ['\xcf\xfa\xed\xfe', 'program'],
  ['ID3\x02', 'audio'],
  ['ID3\x03', 'audio'],
  ['ID3\x04', 'audio'],
  ['OggS\0', 'audio'],
  ['fLaC\0', 'audio'],
  ['\x1aE\xdf\xa3', 'video'],
  ['PK\x05\x06', 'zip'],
]

function zipKind(start: string): BinaryKind {
  if (start.includes('xl/') || start.includes('opendocument.spreadsheet')) return 'excel'
  if (start.includes('word/') || start.includes('opendocument.text')) return 'word'
  if (start.includes('ppt/')) return 'powerpoint'
  // Office writes this part first; which of the three it is stands further on. A workbook is likeliest.
  return start.includes('[Content_Types].xml') ? 'excel' : 'zip'
}

const riffForms: Readonly<Record<string, BinaryKind>> = {
  WEBP: 'webp',
  WAVE: 'audio',
  'AVI ': 'video',
}

/** More than one in a hundred bytes is a control character that no text file holds. */
function isMostlyControls(head: Uint8Array): boolean {
  const part = head.subarray(0, sniffBytes)
  let controls = 0
  for (const byte of part) if (byte < 32 && !isTextControl(byte)) controls += 1
  return controls * 100 > part.length
}

/** Tab, line feed, vertical tab, form feed, carriage return, end of file, escape, unit separators. */
function isTextControl(byte: number): boolean {
  return (byte >= 9 && byte <= 13) || byte === 26 || byte === 27 || (byte >= 28 && byte <= 31)
}

function toLatin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
