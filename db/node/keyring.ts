import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'
import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import { StoreError } from '../errors'
import { writeFileDurably } from './durable-file'

/** Encrypts small secrets with the system keychain (Electron's safeStorage); null = there is none. */
export interface Keychain {
  readonly backend: string
  wrap(text: string): Uint8Array
  unwrap(data: Uint8Array): string
}

/** A secret wrapped under a typed one: scrypt, then AES-256-GCM. */
interface Sealed {
  readonly salt: string
  readonly nonce: string
  readonly data: string
  readonly tag: string
  readonly cost: number
}

interface KeyringFile {
  readonly version: 1
  readonly backend: string | null
  readonly byKeychain: string | null
  readonly byPassphrase: Sealed | null
  readonly byRecoveryCode: Sealed
  /** HMAC of a fixed text under the key: tells a wrong key from a damaged store. */
  readonly check: string
}

export interface NewKeyring {
  /** 64 hex digits. */
  readonly keyHex: string
  /** Shown once: eight groups of five letters and digits, 200 bits. */
  readonly recoveryCode: string
}

/** scrypt N; r = 8, p = 1: 64 MiB and about 0.2 s. */
const scryptCost = 2 ** 16
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Shortest passphrase, characters. */
export const passphraseMinChars = 8

/** Makes a keyring with a new random key. Never overwrites one: `internal` when the file exists. */
export function createKeyring(
  file: string,
  secrets: { readonly keychain: Keychain | null; readonly passphrase: string | null },
): NewKeyring {
  if (fs.existsSync(file)) throw new StoreError('internal', { detail: 'keyring exists' })
  const keyHex = randomBytes(32).toString('hex')
  const recoveryCode = makeRecoveryCode()
  const { keychain, passphrase } = secrets
  if (!keychain && passphrase === null) throw new StoreError('store_locked')
  save(file, {
    version: 1,
    backend: keychain?.backend ?? null,
    byKeychain: keychain ? Buffer.from(keychain.wrap(keyHex)).toString('base64') : null,
    byPassphrase: passphrase === null ? null : seal(keyHex, passphrase),
    byRecoveryCode: seal(keyHex, normalizeCode(recoveryCode)),
    check: checkOf(keyHex),
  })
  return { keyHex, recoveryCode }
}

/** What a keyring can be opened with; null = there is no keyring yet. */
export function readKeyring(file: string): { hasKeychain: boolean; hasPassphrase: boolean } | null {
  const ring = load(file)
  return (
    ring && { hasKeychain: ring.byKeychain !== null, hasPassphrase: ring.byPassphrase !== null }
  )
}

/** The store key by keychain; null when the keychain is absent, locked or another one. */
export function openByKeychain(file: string, keychain: Keychain | null): string | null {
  const ring = load(file)
  if (!ring?.byKeychain || !keychain) return null
  try {
    return verified(ring, keychain.unwrap(Buffer.from(ring.byKeychain, 'base64')))
  } catch {
    return null
  }
}

/** The store key by passphrase or recovery code. @throws StoreError `store_locked` when neither fits. */
export function openByWords(file: string, words: string): string {
  const ring = load(file)
  for (const { sealed, typed } of waysByWords(ring, words)) {
    const keyHex = unsealed(ring!, sealed, derive(typed, saltOf(sealed), sealed.cost))
    if (keyHex) return keyHex
  }
  throw new StoreError('store_locked')
}

/** The same without holding up the caller: the words are derived on a thread of the system's pool. */
export async function openByWordsAside(file: string, words: string): Promise<string> {
  const ring = load(file)
  for (const { sealed, typed } of waysByWords(ring, words)) {
    const keyHex = unsealed(ring!, sealed, await deriveAside(typed, saltOf(sealed), sealed.cost))
    if (keyHex) return keyHex
  }
  throw new StoreError('store_locked')
}

/** Adds or replaces ways to open the keyring; the recovery code stays. */
export function rewrapKeyring(
  file: string,
  keyHex: string,
  secrets: { readonly keychain?: Keychain; readonly passphrase?: string },
): void {
  const ring = load(file)
  if (!ring || !verified(ring, keyHex)) throw new StoreError('store_locked')
  const { keychain, passphrase } = secrets
  save(file, {
    ...ring,
    ...(keychain && {
      backend: keychain.backend,
      byKeychain: Buffer.from(keychain.wrap(keyHex)).toString('base64'),
    }),
    ...(passphrase !== undefined && { byPassphrase: seal(keyHex, passphrase) }),
  })
}

/** Makes another recovery code; the old one opens nothing any more. */
export function renewRecoveryCode(file: string, keyHex: string): string {
  const ring = load(file)
  if (!ring || !verified(ring, keyHex)) throw new StoreError('store_locked')
  const recoveryCode = makeRecoveryCode()
  save(file, { ...ring, byRecoveryCode: seal(keyHex, normalizeCode(recoveryCode)) })
  return recoveryCode
}

function makeRecoveryCode(): string {
  const letters = Array.from(randomBytes(40), (byte) => codeAlphabet[byte & 31]!)
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-')
}

/** Forgives case, spaces, dashes and the letters people confuse. */
function normalizeCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

function seal(text: string, words: string): Sealed {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derive(words, salt, scryptCost), nonce)
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return {
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    data: data.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    cost: scryptCost,
  }
}

/** What typed words may open, the passphrase first. */
function waysByWords(
  ring: KeyringFile | null,
  words: string,
): readonly { readonly sealed: Sealed; readonly typed: string }[] {
  if (!ring) return []
  const { byPassphrase, byRecoveryCode } = ring
  return [
    ...(byPassphrase ? [{ sealed: byPassphrase, typed: words }] : []),
    { sealed: byRecoveryCode, typed: normalizeCode(words) },
  ]
}

function saltOf(sealed: Sealed): Buffer {
  return Buffer.from(sealed.salt, 'base64')
}

/** The store key that was sealed, or null when it is sealed under other words. */
function unsealed(ring: KeyringFile, sealed: Sealed, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64'))
    decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'))
    const data = decipher.update(Buffer.from(sealed.data, 'base64'))
    return verified(ring, Buffer.concat([data, decipher.final()]).toString('utf8'))
  } catch {
    return null
  }
}

function derive(words: string, salt: Uint8Array, cost: number): Buffer {
  return scryptSync(words.normalize('NFKC'), salt, 32, scryptOptions(cost))
}

/**
 * On a thread of its own: the asynchronous `scrypt` of Electron tries its parameters first, on the
 * calling thread, and with BoringSSL that takes as long as the derivation itself.
 */
function deriveAside(words: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const workerData = { words: words.normalize('NFKC'), salt, options: scryptOptions(cost) }
  return new Promise((resolve, reject) => {
    const worker = new Worker(deriveScript, { eval: true, workerData })
    worker.once('message', (key: Uint8Array) => resolve(Buffer.from(key)))
    worker.once('error', reject)
  })
}

const deriveScript = `
const { parentPort, workerData: { words, salt, options } } = require('node:worker_threads')
parentPort.postMessage(require('node:crypto').scryptSync(words, salt, 32, options))`

function scryptOptions(cost: number) {
  return { N: cost, r: 8, p: 1, maxmem: 2 ** 28 }
}

function checkOf(keyHex: string): string {
  return createHmac('sha256', Buffer.from(keyHex, 'hex')).update('jetway store key').digest('hex')
}

function verified(ring: KeyringFile, keyHex: string): string | null {
  const found = Buffer.from(checkOf(keyHex), 'hex')
  return timingSafeEqual(found, Buffer.from(ring.check, 'hex')) ? keyHex : null
}

function load(file: string): KeyringFile | null {
  if (!fs.existsSync(file)) return null
  try {
    const ring = JSON.parse(fs.readFileSync(file, 'utf8')) as KeyringFile
    if (ring.version !== 1 || typeof ring.check !== 'string') throw new Error('shape')
    return ring
  } catch {
    throw new StoreError('file_unreadable', { what: 'keyring.json' })
  }
}

function save(file: string, ring: KeyringFile): void {
  writeFileDurably(file, `${JSON.stringify(ring, null, 2)}\n`)
}
