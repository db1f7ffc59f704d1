import cyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?url'
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import greekExt from '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?url'
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url'
import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import vietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url'
import { pickSubsets, subsetRanges, type FontSubset } from './font-subsets'

const files: Readonly<Record<FontSubset, string>> = {
  latin,
  'latin-ext': latinExt,
  vietnamese,
  greek,
  'greek-ext': greekExt,
  cyrillic,
  'cyrillic-ext': cyrillicExt,
}

/**
 * `@font-face` rules with the parts of Inter that a text needs, inside the rules themselves: a file
 * with them needs nothing from anywhere. Other scripts fall back to the reader's own fonts.
 */
export async function embedFonts(text: string): Promise<string> {
  const rules = await Promise.all(
    pickSubsets(text).map(async (subset) => {
      const bytes = new Uint8Array(await (await fetch(files[subset])).arrayBuffer())
      return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(data:font/woff2;base64,${toBase64(bytes)}) format('woff2');unicode-range:${subsetRanges[subset]}}`
    }),
  )
  return rules.join('')
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
