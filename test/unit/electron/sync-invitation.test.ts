import { describe, expect, it } from 'vitest'
import { readInvitation } from '../../../electron/sync-invitation'

const code = 'A'.repeat(43)

describe('an invitation link', () => {
  it('names server and code, with words around it', () => {
    expect(readInvitation(`Join us: https://sync.acme.example/join#${code} today`)).toEqual({
      server: 'https://sync.acme.example',
      code,
    })
    expect(readInvitation(`https://acme.example/jetway/join#${code}`).server).toBe(
      'https://acme.example/jetway',
    )
  })

  it('may use plain http on this machine only', () => {
    expect(readInvitation(`http://127.0.0.1:8484/join#${code}`).server).toBe(
      'http://127.0.0.1:8484',
    )
    expect(() => readInvitation(`http://sync.acme.example/join#${code}`)).toThrow('server_insecure')
    expect(() => readInvitation(`http://127.evil.example/join#${code}`)).toThrow('server_insecure')
  })

  it.each([
    '',
    'hello',
    `file:///join#${code}`,
    'https://acme.example/join',
    'https://acme.example/join#short',
    `https://acme.example/other#${code}`,
    `https://acme.example/join#${'<'.repeat(43)}`,
  ])('is none: %s', (text) => {
    expect(() => readInvitation(text)).toThrow('invitation_unusable')
  })
})
