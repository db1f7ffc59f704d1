import { unknownPerson, type OutlinePerson } from './outline-model'
import { findAddresses, isAddress, nameFromAddress } from './outline-words'
import { splitLines } from './outline-structure'

const headerWords =
  'to|cc|bcc|from|an|kopie|blindkopie|von|aan|van|do|dw|udw|od|kopia|reply-to|sender|required|optional|teilnehmer|à'
const headerPattern = new RegExp(`^(?:${headerWords})\\s*:\\s*`, 'i')
const otherHeader =
  /^(subject|date|sent|betreff|gesendet|datum|onderwerp|verzonden|temat|data|wysłano|when|where|importance|attachments|message-id|mime-version|content-type)\s*:/i

/** Whether the text is the address lines of a mail, or a list of addresses in one line. */
export function isRecipientList(text: string): boolean {
  return splitLines(text.slice(0, 200_000)).some((line) => {
    const addresses = findAddresses(line).length
    if (headerPattern.test(line.trim()) && (addresses > 0 || line.includes(';'))) return true
    return addresses > 1 || (addresses === 1 && /;\s*$/.test(line))
  })
}

/**
 * The people of address lines, in order: `"Berg, Anna" <anna@acme.example>; Jan <jan@acme.example>`.
 * `Last, First` is turned round. Other lines of a pasted mail are passed over.
 */
export function parseRecipients(text: string): OutlinePerson[] {
  const people: OutlinePerson[] = []
  for (const line of addressLines(text))
    for (const entry of splitEntries(line)) {
      const person = readEntry(entry)
      if (person) people.push(person)
    }
  return people
}

/** Address lines with their continuation lines joined and their header words cut off. */
function addressLines(text: string): string[] {
  const lines: string[] = []
  let isOpen = false
  for (const raw of splitLines(text)) {
    const line = raw.replace(/\[mailto:([^\]\s]+)\]/gi, '<$1>').trim()
    const isHeader = headerPattern.test(line)
    const addresses = findAddresses(line).length
    if (line === '' || otherHeader.test(line)) isOpen = false
    else if (isHeader) {
      lines.push(line.replace(headerPattern, ''))
      isOpen = true
    } else if (isOpen && /[;,]\s*$/.test(lines.at(-1)!)) lines[lines.length - 1] += ` ${line}`
    else if (addresses > 1 || (addresses === 1 && /[;>]\s*$/.test(line))) lines.push(line)
  }
  return lines
}

/** Cut at semicolons, or where there are none at commas; what ends in `>` is whole anyway. */
function splitEntries(line: string): string[] {
  const hidden = line.replace(/"[^"]*"/g, (quoted) =>
    quoted.replace(/[;,<>]/g, (sign) => hide(sign)),
  )
  const marked = hidden.replace(/>\s*[;,]?/g, '>\n')
  const parts = marked.split(hidden.includes(';') ? /[;\n]/ : /\n/)
  return parts.flatMap((part) => (hidden.includes(';') ? [part] : splitAtCommas(part))).map(show)
}

/** `eva@acme.example, Berg, Anna <anna@acme.example>` is two people, not three. */
function splitAtCommas(part: string): string[] {
  const pieces = part.split(',').map((piece) => piece.trim())
  const entries: string[] = []
  let name: string[] = []
  for (const piece of pieces) {
    const isBare = isAddress(piece)
    if (isBare || (name.length > 0 && !isReversed(name[0]!, piece))) {
      if (name.length > 0) entries.push(name.join(', '))
      name = []
    }
    if (isBare) entries.push(piece)
    else if (piece !== '') name.push(piece)
  }
  if (name.length > 0) entries.push(name.join(', '))
  return entries
}

/** Whether two pieces are one name as `Last, First`: one of them is a single word or a small word leads. */
function isReversed(last: string, rest: string): boolean {
  const first = rest.replace(/<.*$/, '').trim()
  return first !== '' && (!first.includes(' ') || !last.includes(' ') || /^\p{Ll}/u.test(last))
}

function readEntry(entry: string): OutlinePerson | null {
  const bracket = /<\s*(?:mailto:)?([^<>]*)>/i.exec(entry)
  const found = (bracket?.[1] ?? findAddresses(entry)[0] ?? '').trim()
  const email = isAddress(found) ? found : ''
  const rest = bracket ? entry.replace(bracket[0], ' ') : entry.replace(email, ' ')
  const display = rest
    .replace(/^[\s'"]+|[\s'"]+$/g, '')
    .replace(/["]/g, '')
    .replace(/\s+/g, ' ')
  const remark = /^(.*?)\s*\(([^()]*)\)$/.exec(display)
  const name = turnName(isAddress(display) ? '' : (remark?.[1] ?? display))
  if (name === '' && email === '') return null
  const shown = name || nameFromAddress(email)
  return {
    ...unknownPerson,
    name: shown,
    title: remark?.[2]?.trim() ?? '',
    email,
    isUnknown: false,
  }
}

function turnName(name: string): string {
  const parts = name.split(',').map((part) => part.trim())
  return parts.length === 2 && parts[0] !== '' && parts[1] !== ''
    ? `${parts[1]} ${parts[0]}`
    : name.trim()
}

function hide(sign: string): string {
  return String.fromCharCode(0xe000 + sign.charCodeAt(0))
}

function show(text: string): string {
  return text.replace(/[\ue02c\ue03b\ue03c\ue03e]/g, (held) =>
    String.fromCharCode(held.charCodeAt(0) - 0xe000),
  )
}
