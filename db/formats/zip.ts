/** A file inside an archive. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

const utf8Names = 0x0800

/**
 * A ZIP archive of the entries, stored without compression (PKWARE APPNOTE 4.3), with UTF-8 names. A
 * name used twice gets a number. `atMs` is the time all entries bear, in UTC.
 */
export function makeZip(entries: readonly ZipEntry[], atMs: number): Uint8Array<ArrayBuffer> {
  const { time, date } = toDosTime(atMs)
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  const names = makeUnique(entries.map(({ name }) => name))
  for (const [index, { bytes }] of entries.entries()) {
    const name = new TextEncoder().encode(names[index])
    const facts = [utf8Names, 0, time, date] as const
    const sizes = [crc32(bytes), bytes.length, bytes.length] as const
    const local = header(0x04034b50, [20, ...facts], sizes, [name.length, 0])
    central.push(
      header(0x02014b50, [20, 20, ...facts], sizes, [name.length, 0, 0, 0, 0], [0, offset]),
      name,
    )
    parts.push(local, name, bytes)
    offset += local.length + name.length + bytes.length
  }
  const centralSize = sum(central)
  const count = entries.length
  const end = header(0x06054b50, [0, 0, count, count], [centralSize, offset], [0])
  return join([...parts, ...central, end])
}

/** A signature, then runs of 16-bit, 32-bit, 16-bit and 32-bit numbers, little endian. */
function header(
  signature: number,
  words: readonly number[],
  longs: readonly number[],
  lastWords: readonly number[],
  lastLongs: readonly number[] = [],
): Uint8Array {
  const size = 4 + 2 * (words.length + lastWords.length) + 4 * (longs.length + lastLongs.length)
  const view = new DataView(new ArrayBuffer(size))
  let at = 0
  const put = (value: number, width: 2 | 4) => {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  put(signature, 4)
  for (const word of words) put(word, 2)
  for (const long of longs) put(long, 4)
  for (const word of lastWords) put(word, 2)
  for (const long of lastLongs) put(long, 4)
  return new Uint8Array(view.buffer)
}

function makeUnique(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${count}$1`)
  })
}

function toDosTime(atMs: number): { time: number; date: number } {
  const at = new Date(atMs)
  const year = Math.max(1980, at.getUTCFullYear())
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  }
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

function sum(parts: readonly Uint8Array[]): number {
  return parts.reduce((size, part) => size + part.length, 0)
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(sum(parts))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
