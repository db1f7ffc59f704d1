import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { promisify } from 'node:util'
import type { LoggedChange } from '../write'
import { syncFolder } from './durable-file'

const fdatasync = promisify(fs.fdatasync)
const write = promisify(fs.write) as (handle: number, data: Uint8Array) => Promise<unknown>

/**
 * A second, append-only copy of every logged change outside SQLite. It survives a damaged store,
 * a damaged WAL and a lost store: newest backup + mirror = everything acknowledged
 * (`reliability.md` 5.3). A new mirror file begins with each backup.
 *
 * A record is `length (4 bytes) | nonce (12) | AES-256-GCM data | tag (16)`; the plain text is
 * `{ chain, changes }` where chain = sha256(previous chain + changes), so a cut or swapped record shows.
 */
export interface Mirror {
  /** Adds the changes of one commit. */
  append(changes: readonly LoggedChange[]): void
  /** Settles when everything appended so far is on the disk. */
  settled(): Promise<void>
  close(): void
}

/** Opens a mirror file for appending; `broke` hears of a disk that does not take it. */
export function openMirror(file: string, keyHex: string, broke: (error: unknown) => void): Mirror {
  const key = mirrorKey(keyHex)
  let chain = readMirror(file, keyHex).chain
  const handle = fs.openSync(file, 'a', 0o600)
  let queue: Buffer[] = []
  let running: Promise<void> | null = null
  let isClosed = false

  async function drain(): Promise<void> {
    while (queue.length > 0 && !isClosed) {
      const batch = Buffer.concat(queue)
      queue = []
      try {
        await write(handle, batch)
        await fdatasync(handle)
      } catch (error) {
        broke(error)
      }
    }
    running = null
  }

  return {
    append(changes) {
      chain = nextChain(chain, changes)
      queue.push(encodeRecord(key, JSON.stringify({ chain, changes })))
      running ??= drain()
    },
    settled: async () => {
      while (running) await running
    },
    close() {
      if (isClosed) return
      if (queue.length > 0) {
        fs.writeSync(handle, Buffer.concat(queue))
        fs.fsyncSync(handle)
        queue = []
      }
      isClosed = true
      fs.closeSync(handle)
    },
  }
}

export interface MirrorContent {
  readonly changes: readonly LoggedChange[]
  readonly chain: string
  /** False when the last record is cut or a record does not verify; what stands before it is kept. */
  readonly isWhole: boolean
}

/** Reads a mirror up to the first record that is cut or does not verify. */
export function readMirror(file: string, keyHex: string): MirrorContent {
  const changes: LoggedChange[] = []
  let chain = ''
  if (!fs.existsSync(file)) return { changes, chain, isWhole: true }
  const key = mirrorKey(keyHex)
  const data = fs.readFileSync(file)
  let at = 0
  while (at < data.length) {
    const text = decodeRecord(key, data, at)
    if (text === null) return { changes, chain, isWhole: false }
    const record = JSON.parse(text.plain) as { chain: string; changes: LoggedChange[] }
    if (record.chain !== nextChain(chain, record.changes)) return { changes, chain, isWhole: false }
    changes.push(...record.changes)
    chain = record.chain
    at = text.end
  }
  return { changes, chain, isWhole: true }
}

/** Cuts a mirror back to its last whole record, so that new records can follow. */
export function trimMirror(file: string, keyHex: string): void {
  if (!fs.existsSync(file)) return
  const key = mirrorKey(keyHex)
  const data = fs.readFileSync(file)
  let at = 0
  for (let next = decodeRecord(key, data, at); next !== null; next = decodeRecord(key, data, at))
    at = next.end
  if (at < data.length) fs.truncateSync(file, at)
}

/** Begins a new, empty mirror. */
export function startMirror(file: string): void {
  fs.closeSync(fs.openSync(file, 'w', 0o600))
  syncFolder(file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'))))
}

function nextChain(previous: string, changes: readonly LoggedChange[]): string {
  return createHash('sha256').update(previous).update(JSON.stringify(changes)).digest('hex')
}

function mirrorKey(keyHex: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'jetway mirror', 32))
}

function encodeRecord(key: Buffer, plain: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(nonce.length + data.length + 16)
  return Buffer.concat([length, nonce, data, cipher.getAuthTag()])
}

function decodeRecord(
  key: Buffer,
  file: Buffer,
  at: number,
): { plain: string; end: number } | null {
  if (at + 4 > file.length) return null
  const end = at + 4 + file.readUInt32BE(at)
  if (end > file.length || end < at + 4 + 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(at + 4, at + 16))
    decipher.setAuthTag(file.subarray(end - 16, end))
    const data = decipher.update(file.subarray(at + 16, end - 16))
    return { plain: Buffer.concat([data, decipher.final()]).toString('utf8'), end }
  } catch {
    return null
  }
}
