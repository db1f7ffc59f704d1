import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { LoggedChange } from '../write'
import { syncFolder } from './durable-file'

/** A long commit is several records: the end of a file is then quick to read. */
const recordMaxChanges = 500

const fdatasync = promisify(fs.fdatasync)

/**
 * One file of the mirror: an append-only copy of logged changes outside SQLite. It survives a
 * damaged store, a damaged WAL and a lost store: newest backup + mirror = everything acknowledged
 * (`reliability.md` 5.3).
 *
 * A record is `length (4 bytes) | nonce (12) | AES-256-GCM data | tag (16)`; the plain text is
 * `{ chain, changes }` where chain = sha256(previous chain + changes), so a cut or swapped record shows.
 */
export interface Mirror {
  readonly sizeBytes: number
  /** Adds the changes of one commit. They are with the system at once, on the disk after `settled`. */
  append(changes: readonly LoggedChange[]): void
  /**
   * Settles when everything appended so far is on the disk, or when the disk did not take it; then
   * `broke` was told and the next append tries again.
   */
  settled(): Promise<void>
  close(): void
}

/** Opens a mirror file for appending after its last whole record; `broke` hears of a disk that does not take it. */
export function openMirror(file: string, keyHex: string, broke: (error: unknown) => void): Mirror {
  const key = mirrorKey(keyHex)
  const tail = readMirrorTail(file, keyHex)
  let { chain, sizeBytes } = tail
  const handle = fs.openSync(file, 'a', 0o600)
  if (!tail.isWhole) fs.ftruncateSync(handle, sizeBytes)
  let waiting: Buffer[] = []
  let isDirty = false
  let running: Promise<void> | null = null
  let isClosed = false

  function write(): void {
    const batch = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting)
    try {
      for (let at = 0; at < batch.length;) at += fs.writeSync(handle, batch, at)
      sizeBytes += batch.length
      waiting = []
      isDirty = true
    } catch (error) {
      broke(error)
      cutBack()
    }
  }

  /** Half a record would hide those after it. */
  function cutBack(): void {
    try {
      fs.ftruncateSync(handle, sizeBytes)
    } catch (error) {
      broke(error)
    }
  }

  async function sync(): Promise<void> {
    while (isDirty && !isClosed) {
      isDirty = false
      try {
        await fdatasync(handle)
      } catch (error) {
        if (!isClosed) broke(error)
      }
    }
    running = null
  }

  return {
    get sizeBytes() {
      return sizeBytes
    },
    append(changes) {
      for (let at = 0; at < changes.length; at += recordMaxChanges) {
        const text = JSON.stringify(changes.slice(at, at + recordMaxChanges))
        chain = nextChain(chain, text)
        waiting.push(encodeRecord(key, `{"chain":"${chain}","changes":${text}}`))
      }
      if (waiting.length > 0) write()
      if (isDirty) running ??= sync()
    },
    settled: async () => {
      while (running) await running
    },
    close() {
      if (isClosed) return
      if (waiting.length > 0) write()
      isClosed = true
      if (isDirty || running) fs.fdatasyncSync(handle)
      fs.closeSync(handle)
    },
  }
}

export interface MirrorContent {
  readonly changes: readonly LoggedChange[]
  readonly chain: string
  /** False when a record is cut or does not verify. The records that do are all given. */
  readonly isWhole: boolean
}

/**
 * Reads a mirror. A damaged record is left out; those after it still count, since each is
 * authenticated by itself and changes carry their numbers.
 */
export function readMirror(file: string, keyHex: string): MirrorContent {
  const changes: LoggedChange[] = []
  let chain = ''
  let isWhole = true
  if (!fs.existsSync(file)) return { changes, chain, isWhole }
  const key = mirrorKey(keyHex)
  const data = fs.readFileSync(file)
  let at = 0
  for (let end = endOfRecord(data, at); end !== null; end = endOfRecord(data, at)) {
    const record = decodeRecord(key, data, at, end)
    at = end
    if (record === null) {
      isWhole = false
      continue
    }
    if (record.chain !== nextChain(chain, JSON.stringify(record.changes))) isWhole = false
    changes.push(...record.changes)
    chain = record.chain
  }
  return { changes, chain, isWhole: isWhole && at === data.length }
}

export interface MirrorTail {
  /** Number of the last change; null = no record. */
  readonly lastN: number | null
  readonly chain: string
  /** Where the last whole record ends. */
  readonly sizeBytes: number
  /** False when something stands after it. */
  readonly isWhole: boolean
}

/** Finds the end of a mirror by its last record alone, so that opening one takes no longer with its length. */
export function readMirrorTail(file: string, keyHex: string): MirrorTail {
  const nothing = { lastN: null, chain: '', sizeBytes: 0, isWhole: true }
  if (!fs.existsSync(file)) return nothing
  const data = fs.readFileSync(file)
  const starts: number[] = []
  let at = 0
  for (let end = endOfRecord(data, at); end !== null; end = endOfRecord(data, at)) {
    starts.push(at)
    at = end
  }
  const key = mirrorKey(keyHex)
  let end = at
  for (const start of starts.reverse()) {
    const record = decodeRecord(key, data, start, end)
    if (record) {
      const lastN = record.changes.at(-1)?.n ?? null
      return { lastN, chain: record.chain, sizeBytes: end, isWhole: end === data.length }
    }
    end = start
  }
  return { ...nothing, isWhole: data.length === 0 }
}

/** Begins a new, empty mirror. */
export function startMirror(file: string): void {
  fs.closeSync(fs.openSync(file, 'w', 0o600))
  syncFolder(path.dirname(file))
}

function nextChain(previous: string, changes: string): string {
  return createHash('sha256').update(previous).update(changes).digest('hex')
}

function mirrorKey(keyHex: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'jetway mirror', 32))
}

function encodeRecord(key: Buffer, plain: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const data = cipher.update(plain, 'utf8')
  const rest = cipher.final()
  const length = Buffer.alloc(4)
  length.writeUInt32BE(nonce.length + data.length + rest.length + 16)
  return Buffer.concat([length, nonce, data, rest, cipher.getAuthTag()])
}

/** Where the record that begins at `at` ends by its own length; null = the file ends before. */
function endOfRecord(data: Buffer, at: number): number | null {
  if (at + 4 > data.length) return null
  const end = at + 4 + data.readUInt32BE(at)
  return end > data.length || end < at + 4 + 28 ? null : end
}

function decodeRecord(
  key: Buffer,
  file: Buffer,
  at: number,
  end: number,
): { chain: string; changes: LoggedChange[] } | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(at + 4, at + 16))
    decipher.setAuthTag(file.subarray(end - 16, end))
    const data = decipher.update(file.subarray(at + 16, end - 16))
    return JSON.parse(Buffer.concat([data, decipher.final()]).toString('utf8'))
  } catch {
    return null
  }
}
