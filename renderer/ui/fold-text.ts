/** Letters that Unicode does not take apart into a base letter and a mark. */
const special: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}

/** Text for comparing what was typed: small letters without accents, so that 'lodz' finds 'Łódź'. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđħßæœıþð]/g, (letter) => special[letter]!)
}

/** Whether every word of the needle (folded) begins or stands in the hay (folded). */
export function holdsWords(hay: string, needle: string): boolean {
  return needle.split(/\s+/).every((word) => hay.includes(word))
}
