import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { writeFileDurably } from '../db/node/durable-file'
import type { JoinInfo } from '../db/sync/link'

/** What proves to the server who this device is. Never in the store, so that no backup holds it. */
export interface SyncSecrets {
  readonly refreshToken: string
  readonly accessToken: string
  readonly accessUntilMs: number
  /** What enrolment gave, until the store has taken it in. */
  readonly join: JoinInfo | null
}

/** A file sealed under a key of the store's key, which the keychain or the passphrase guards. */
export interface SecretsFile {
  /** Null when there is none or it cannot be read: then the user enrols again. */
  read(): SyncSecrets | null
  /** Durable when it returns: a new token is kept before it is used. */
  write(secrets: SyncSecrets): void
  remove(): void
}

const nonceBytes = 12
const tagBytes = 16

export function openSecretsFile(file: string, keyHex: string): SecretsFile {
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'jetway sync secrets', 32),
  )
  return {
    read() {
      try {
        const data = fs.readFileSync(file)
        const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, nonceBytes))
        decipher.setAuthTag(data.subarray(data.length - tagBytes))
        const body = decipher.update(data.subarray(nonceBytes, data.length - tagBytes))
        return JSON.parse(Buffer.concat([body, decipher.final()]).toString('utf8')) as SyncSecrets
      } catch {
        return null
      }
    },
    write(secrets) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
      writeFileDurably(file, Buffer.concat([nonce, body, cipher.getAuthTag()]))
    },
    remove() {
      fs.rmSync(file, { force: true })
    },
  }
}
