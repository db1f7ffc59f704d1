/** Someone who can get mail. `address` must pass `readAddress` before it leaves. */
export interface MailPerson {
  readonly name: string
  readonly address: string
}

/** RFC 5321 limits, in octets. */
const maxLocalBytes = 64
const maxAddressBytes = 254

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i
const topLabel = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i

/**
 * The address in the form that is sent, or null when it is not exactly one plain mail address.
 * Strict on purpose (`reliability.md` 0.9): no lists, groups, comments, quotes, spaces or line breaks,
 * so that nothing typed in an address field can add a recipient or a header. A domain in other letters
 * becomes its `xn--` form.
 */
export function readAddress(typed: string): string | null {
  const address = typed.trim()
  if (address !== typed.replace(/^[ \t]+|[ \t]+$/g, '') || address.length > maxAddressBytes)
    return null
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (at < 1 || local.length > maxLocalBytes || !localPart.test(local)) return null
  const domain = toAsciiDomain(address.slice(at + 1))
  if (domain === null || local.length + 1 + domain.length > maxAddressBytes) return null
  return `${local}@${domain}`
}

/** The key two spellings of one address share: domains ignore case, and in practice so do mailboxes. */
export function addressKey(address: string): string {
  return (readAddress(address) ?? address.trim()).toLowerCase()
}

/** `mailto:` and the address, percent-encoded as RFC 6068 2 wants. The address must be a checked one. */
export function toMailto(address: string): string {
  return `mailto:${address.replace(/[%/?#&;=^`{|}]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

/** The address in a calendar user address (`mailto:...`, any case), or null when it holds none. */
export function fromMailto(value: string): string | null {
  const match = /^\s*mailto:([^?]*)/i.exec(value)
  const bare = match ? decodePercent(match[1]!) : value
  return readAddress(bare)
}

function toAsciiDomain(domain: string): string | null {
  let ascii = domain
  if (/[^\u0020-\u007e]/.test(domain)) {
    if (/[\s\p{C}]/u.test(domain)) return null
    try {
      ascii = new URL(`http://${domain}`).hostname
    } catch {
      return null
    }
  }
  const labels = ascii.split('.')
  const isGood = labels.length >= 2 && labels.every((label) => domainLabel.test(label))
  return isGood && topLabel.test(labels.at(-1)!) ? ascii.toLowerCase() : null
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
