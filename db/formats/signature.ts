import { unknownPerson, type OutlinePerson } from './outline-model'
import { splitLines } from './outline-structure'
import { findAddresses, isAddress } from './outline-words'

const label =
  /^(tel|phone|telefon|fon|t|m|mob|mobile|mobil|handy|cell|fax|f|e-?mail|mail|e|web|www|internet|url|w|skype|linkedin|adres|address|adresse|office|büro|kantoor|biuro|direct|direkt|gsm|komórka)\.?\s*[:.]?\s*(?=[\d+(]|https?:|www\.|\S+@)/i
const phone = /^\+?[\d\s()/.-]{7,}(\s*(ext|x|dw|wew)\.?\s*\d+)?$/i
const link = /^(https?:\/\/|www\.)\S+$/i
const delimiter = /^(--\s*|_{5,}|-{5,}|—{2,})$/
const closing =
  /^((with )?(kind|best|warm|many)? ?regards|best( wishes)?|cheers|sincerely( yours)?|yours( sincerely| faithfully)?|thanks( and regards)?|thank you|(mit )?(freundlichen?|besten?|vielen|viele|herzliche|schöne) (grüßen|grüße|gruß|grüssen|dank)|mfg|vg|lg|(met )?(vriendelijke|hartelijke) groet(en)?|mvg|groeten|z poważaniem|pozdrawiam|(z )?(wyrazami szacunku|pozdrowieniami))[\s,.!]*$/i
const company =
  /(\b(gmbh|ag|se|kg|kgaa|ohg|inc|ltd|llc|llp|plc|corp|corporation|company|group|holding|nv|sa|sas|sarl|spa|srl|ab|oy|as|aps|bank|university|universität|ministry)\b|\bb\.\s?v\.|\bn\.\s?v\.|\bs\.\s?a\.|sp\.\s?z\s?o\.\s?o|co\.\s?kg)\.?/i
const street =
  /\b(\d{4,5}\s+\p{Lu}|\d{2}-\d{3}\s|\p{L}+(straße|strasse|str\.|weg|platz|allee|gasse|straat|laan|plein|gracht)\b|(ul|al|pl)\.\s|(street|road|avenue|lane|drive|square|boulevard)\b)/iu

/** Whether the text ends in the signature of a mail. Lists and indented text are none. */
export function isSignature(text: string): boolean {
  const lines = splitLines(text.slice(0, 50_000)).map((line) => line.trimEnd())
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length < 2 || filled.length > 200 || !filled.some((line) => holdsAddress(line)))
    return false
  if (filled.some((line) => /^\s*([-*+•]|#{1,6}|\d+[.)])\s+\S/.test(line))) return false
  const hasStart = filled.some((line) => delimiter.test(line) || closing.test(line.trim()))
  const block = signatureLines(lines)
  const contacts = block.filter(isContact).length
  const named = block.filter((line) => holdsAddress(line)).length
  return named === 1 && block.length <= 15 && (hasStart || contacts >= 2)
}

/** The person of a signature: name, title and address; none where no name is found. */
export function parseSignature(text: string): OutlinePerson[] {
  const lines = splitLines(text).map((line) => line.trim())
  const block = signatureLines(lines)
  const email = block.flatMap(findAddresses)[0] ?? ''
  const words = block.filter((line) => !isContact(line) && !holdsAddress(line)).flatMap(cutLine)
  const name = words.find(looksLikeName) ?? ''
  if (name === '' || email === '') return []
  const after = words.slice(words.indexOf(name) + 1)
  const title = after.find(
    (line) => !company.test(line) && !street.test(line) && !closing.test(line),
  )
  return [{ ...unknownPerson, name, title: title ?? '', email, isUnknown: false }]
}

/** The lines after the last delimiter or closing words; all of a short text without one. */
function signatureLines(lines: readonly string[]): string[] {
  const start = lines.findLastIndex((line) => delimiter.test(line) || closing.test(line.trim()))
  const block = lines.slice(start + 1).filter((line) => line.trim() !== '')
  return block.map((line) => line.slice(0, 300))
}

/** An address in angle brackets belongs to a list or an outline, not to a signature. */
function holdsAddress(line: string): boolean {
  return findAddresses(line.replace(/<[^>]*>/g, ' ')).length > 0
}

function isContact(line: string): boolean {
  const text = line.trim()
  return label.test(text) || phone.test(text) || link.test(text) || isAddress(text)
}

/** `Head of IT | Acme Corp` is two things. */
function cutLine(line: string): string[] {
  return line
    .split(/\s+[|•·]\s+|\t/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isContact(part))
}

/** Two to five words that start in capitals, without digits and company forms; titles before it count. */
function looksLikeName(text: string): boolean {
  const words = text.replace(/,.*$/, '').split(/\s+/)
  if (
    words.length < 2 ||
    words.length > 6 ||
    /\d/.test(text) ||
    company.test(text) ||
    closing.test(text)
  )
    return false
  return /^\p{Lu}/u.test(words[0]!) && /^\p{Lu}/u.test(words.at(-1)!)
}
