/**
 * Bytes of one encoding to text, piece by piece. UTF-8, UTF-16 and the 8-bit tables come from the
 * platform's own decoder (WHATWG Encoding, in every process of ours); UTF-32, which it leaves out, is
 * read here.
 */
export interface PieceDecoder {
  push(bytes: Uint8Array): string
  end(): string
}

/** Text as UTF-8 bytes. */
export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A decoder for an encoding the platform knows by name; null = it does not know the name. */
export function makePlatformDecoder(label: string): PieceDecoder | null {
  try {
    const decoder = new TextDecoder(label, { ignoreBOM: true })
    return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
  } catch {
    return null
  }
}

/** The text of bytes that are valid UTF-8 as a whole, else null. */
export function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A decoder for UTF-32. What is no character becomes U+FFFD. */
export function makeUtf32Decoder(isLittleEndian: boolean): PieceDecoder {
  let rest = new Uint8Array(0)
  return {
    push: (bytes) => {
      const all = joinBytes(rest, bytes)
      const usable = all.length - (all.length % 4)
      rest = all.slice(usable)
      return decodeUtf32(all.subarray(0, usable), isLittleEndian)
    },
    end: () => (rest.length > 0 ? '\ufffd' : ''),
  }
}

/** Two byte arrays as one. */
export function joinBytes(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(left.length + right.length)
  joined.set(left)
  joined.set(right, left.length)
  return joined
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian)
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    parts.push(isCharacter ? String.fromCodePoint(code) : '\ufffd')
  }
  return parts.join('')
}
