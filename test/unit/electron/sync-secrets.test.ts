import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSecretsFile } from '../../../electron/sync-secrets'
import { makeTestFolder } from '../../support/folder'

const key = '0123456789abcdef'.repeat(4)
const secrets = { refreshToken: 'refresh-me', accessToken: 'a', accessUntilMs: 7, join: null }
let root: string
beforeEach(() => {
  root = makeTestFolder()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the secrets of the link', () => {
  it('come back with the same store key, and stand nowhere in the clear', () => {
    const file = join(root, 'server-token')
    openSecretsFile(file, key).write(secrets)
    expect(openSecretsFile(file, key).read()).toEqual(secrets)
    expect(readFileSync(file).includes('refresh-me')).toBe(false)
  })

  it('are none with another key, when damaged, when absent', () => {
    const file = join(root, 'server-token')
    expect(openSecretsFile(file, key).read()).toBe(null)
    openSecretsFile(file, key).write(secrets)
    expect(openSecretsFile(file, 'f'.repeat(64)).read()).toBe(null)
    const bytes = readFileSync(file)
    bytes[20] = bytes[20]! ^ 1
    writeFileSync(file, bytes)
    expect(openSecretsFile(file, key).read()).toBe(null)
  })
})
