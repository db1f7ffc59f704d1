/** A ZIP archive whose files are stored as they are (APPNOTE 6.3.10, method 0), by path, in order. */
export type ZipFiles = ReadonlyMap<string, Uint8Array>

const localSign = 0x04034b50
const centralSign = 0x02014b50
const endSign = 0x06054b50

/** The files of such an archive. @throws Error for one that is compressed or damaged */
export function readStoredZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endSign) end -= 1
  if (end < 0) throw new Error('no ZIP archive')
  const files = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== centralSign) throw new Error('damaged ZIP archive')
    if (view.getUint16(at + 10, true) !== 0) throw new Error('compressed ZIP archive')
    const size = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (!path.endsWith('/')) files.set(path, bytes.slice(start, start + size))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

/** An archive of the files; it holds no time, so that equal files give equal bytes. */
export function writeStoredZip(files: ZipFiles): Uint8Array {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const [path, data] of files) {
    const name = new TextEncoder().encode(path)
    const crc = crc32(data)
    const local = head(30, localSign, 4, name, data, crc)
    const entry = head(46, centralSign, 6, name, data, crc)
    new DataView(entry.buffer).setUint16(4, 20, true)
    new DataView(entry.buffer).setUint32(42, offset, true)
    parts.push(local, data)
    central.push(entry)
    offset += local.length + data.length
  }
  const centralSize = central.reduce((sum, entry) => sum + entry.length, 0)
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, endSign, true)
  view.setUint16(8, files.size, true)
  view.setUint16(10, files.size, true)
  view.setUint32(12, centralSize, true)
  view.setUint32(16, offset, true)
  return join([...parts, ...central, end])
}

/** The fields that a local header and a directory entry share; `at` is where they begin. */
function head(
  length: number,
  sign: number,
  at: number,
  name: Uint8Array,
  data: Uint8Array,
  crc: number,
): Uint8Array {
  const bytes = new Uint8Array(length + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, sign, true)
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  // 1 January 1980, midnight: the first time the format knows.
  view.setUint16(at + 8, 0x21, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, data.length, true)
  view.setUint32(at + 18, data.length, true)
  view.setUint16(at + 22, name.length, true)
  bytes.set(name, length)
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** CRC-32 of ISO 3309. */
export function crc32(data: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of data) value = crcTable[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
