import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createKeyring,
  openByKeychain,
  openByWords,
  openByWordsAside,
  readKeyring,
  renewRecoveryCode,
  rewrapKeyring,
} from '../../../../db/node/keyring'
import type { Keychain } from '../../../../db/node/keyring'
import { makeTestFolder } from '../../../support/folder'

let folder = ''
let file = ''
beforeEach(() => {
  folder = makeTestFolder()
  file = path.join(folder, 'keyring.json')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A system keychain of one user; another user's cannot open what it wrapped. */
function keychainOf(user: string): Keychain {
  return {
    backend: `keychain of ${user}`,
    wrap: (text) => Buffer.from(`${user}:${text}`),
    unwrap(data) {
      const text = Buffer.from(data).toString()
      if (!text.startsWith(`${user}:`)) throw new Error('not mine')
      return text.slice(user.length + 1)
    },
  }
}

const passphrase = 'korrekt Pferd Batterie'

describe('keyring', () => {
  it('opens by keychain, by passphrase and by recovery code, each with the same key', () => {
    const keychain = keychainOf('anna')
    const { keyHex, recoveryCode } = createKeyring(file, { keychain, passphrase })
    expect(keyHex).toMatch(/^[0-9a-f]{64}$/)
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(openByKeychain(file, keychain)).toBe(keyHex)
    expect(openByWords(file, passphrase)).toBe(keyHex)
    expect(openByWords(file, recoveryCode)).toBe(keyHex)
    expect(readKeyring(file)).toEqual({ hasKeychain: true, hasPassphrase: true })
  })

  it('opens beside other work with the same words and no others', async () => {
    const { keyHex, recoveryCode } = createKeyring(file, { keychain: null, passphrase })
    expect(await openByWordsAside(file, passphrase)).toBe(keyHex)
    expect(await openByWordsAside(file, recoveryCode)).toBe(keyHex)
    await expect(openByWordsAside(file, 'wrong')).rejects.toThrow('store_locked')
    await expect(openByWordsAside(`${file}.none`, passphrase)).rejects.toThrow('store_locked')
  })

  it('forgives case, spaces and the letters people confuse in a recovery code', () => {
    const { keyHex, recoveryCode } = createKeyring(file, { keychain: null, passphrase })
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    expect(openByWords(file, ` ${typed.replaceAll('1', 'l')} `)).toBe(keyHex)
    expect(openByWords(file, typed.replaceAll('1', 'I').replaceAll('o', 'O'))).toBe(keyHex)
  })

  it('takes a passphrase typed on another keyboard as the same one', () => {
    const { keyHex } = createKeyring(file, { keychain: null, passphrase: 'Ölmühle äöü' })
    expect(openByWords(file, 'Ölmühle äöü'.normalize('NFD'))).toBe(keyHex)
  })

  it('stays closed to wrong words, to another keychain and without one', () => {
    createKeyring(file, { keychain: keychainOf('anna'), passphrase })
    for (const words of ['', 'wrong', passphrase.toUpperCase(), '00000-00000'])
      expect(() => openByWords(file, words)).toThrow('store_locked')
    expect(openByKeychain(file, keychainOf('ben'))).toBe(null)
    expect(openByKeychain(file, null)).toBe(null)
  })

  it('holds neither key nor words in the open, for nobody else to read', () => {
    const { keyHex, recoveryCode } = createKeyring(file, { keychain: null, passphrase })
    const text = fs.readFileSync(file, 'utf8')
    for (const secret of [keyHex, recoveryCode, passphrase]) expect(text).not.toContain(secret)
    expect(fs.statSync(file).mode & 0o077).toBe(0)
  })

  it('is never written over by a new one', () => {
    const { keyHex } = createKeyring(file, { keychain: null, passphrase })
    expect(() => createKeyring(file, { keychain: null, passphrase: 'other words' })).toThrow()
    expect(openByWords(file, passphrase)).toBe(keyHex)
  })

  it('is not made where nothing could open it but the code', () => {
    expect(() => createKeyring(file, { keychain: null, passphrase: null })).toThrow('store_locked')
    expect(readKeyring(file)).toBe(null)
  })

  it('takes another keychain or passphrase and keeps the recovery code', () => {
    const first = createKeyring(file, { keychain: keychainOf('anna'), passphrase })
    const { keyHex, recoveryCode } = first
    rewrapKeyring(file, keyHex, { keychain: keychainOf('ben'), passphrase: 'new passphrase' })
    expect(openByKeychain(file, keychainOf('ben'))).toBe(keyHex)
    expect(openByWords(file, 'new passphrase')).toBe(keyHex)
    expect(openByWords(file, recoveryCode)).toBe(keyHex)
    expect(() => openByWords(file, passphrase)).toThrow('store_locked')
    expect(() => rewrapKeyring(file, 'f'.repeat(64), { passphrase })).toThrow('store_locked')
  })

  it('gives a new recovery code that makes the old one worthless', () => {
    const { keyHex, recoveryCode } = createKeyring(file, { keychain: null, passphrase })
    const renewed = renewRecoveryCode(file, keyHex)
    expect(openByWords(file, renewed)).toBe(keyHex)
    expect(() => openByWords(file, recoveryCode)).toThrow('store_locked')
  })

  it.each(['', '{', '[]', 'null', '{"version":9}', '\u0000\u0001'])(
    'that is damaged (%j) is named and left as it is',
    (content) => {
      fs.writeFileSync(file, content)
      expect(() => readKeyring(file)).toThrow('file_unreadable')
      expect(() => openByWords(file, passphrase)).toThrow('file_unreadable')
      expect(fs.readFileSync(file, 'utf8')).toBe(content)
    },
  )
})
