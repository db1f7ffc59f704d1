/** The parts Inter comes in and the characters of each (its package's unicode.json). */
export const subsetRanges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  vietnamese: 'U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303,U+0309,U+0323,U+1EA0-1EF1',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  'greek-ext': 'U+1F00-1FFF',
  cyrillic: 'U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext':
    'U+0460-048F,U+0492-04AF,U+04B2-052F,U+1C80-1C8A,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
} as const
export type FontSubset = keyof typeof subsetRanges

const limits = Object.entries(subsetRanges).map(([subset, ranges]) => ({
  subset: subset as FontSubset,
  ranges: ranges.split(',').map((range) => {
    const [from, to] = range.replace('U+', '').split('-')
    return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const
  }),
}))

/** The parts that have the characters of a text; none for what Inter has no letters for. */
export function pickSubsets(text: string): readonly FontSubset[] {
  const codes = new Set([...text].map((character) => character.codePointAt(0)!))
  return limits
    .filter(({ ranges }) =>
      [...codes].some((code) => ranges.some(([from, to]) => code >= from && code <= to)),
    )
    .map(({ subset }) => subset)
}
