import { createPublicKey, verify } from 'node:crypto'

import { beforeAll, expect, test } from 'vitest'

import { ask, enrolPerson, makeTestWorkspace, onEveryDatabase } from '../../sync/server/harness'
import type { Person } from '../../sync/server/harness'

onEveryDatabase('enrolment and tokens', (server) => {
  let ws: number
  let admin: Person

  beforeAll(async () => {
    ws = await makeTestWorkspace(server())
    admin = await enrolPerson(server(), ws, { role: 'admin', name: 'Admin' })
  })

  const enrolWith = (code: unknown, node = 'abcdefgh') =>
    ask(server(), 'POST', '/v1/enrol', null, { code, deviceName: 'L', platform: 't', node })
  const rotate = (refreshToken: unknown) =>
    ask(server(), 'POST', '/v1/token', null, { refreshToken })
  const inviteRep = async () =>
    (await ask(server(), 'POST', '/v1/invitations', admin.token, { role: 'rep', name: 'Ana' }))
      .json['code']

  test('an invitation works once and for seven days', async () => {
    const code = await inviteRep()
    expect((await enrolWith(code)).status).toBe(200)
    expect((await enrolWith(code)).status).toBe(404)
    const late = await inviteRep()
    server().clock.nowMs += 8 * 86_400_000
    expect((await enrolWith(late)).status).toBe(404)
  })

  test('a hundred that race for one invitation make one member', async () => {
    const code = await inviteRep()
    const answers = await Promise.all(Array.from({ length: 100 }, () => enrolWith(code)))
    expect(answers.filter((answer) => answer.status === 200).length).toBe(1)
  })

  test('a device keeps its node unless another has it', async () => {
    const first = await enrolWith(await inviteRep(), '00000001')
    const second = await enrolWith(await inviteRep(), '00000001')
    expect(first.json['node']).toBe('00000001')
    expect(second.json['node']).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/)
    expect(second.json['node']).not.toBe('00000001')
  })

  test('tokens are kept as hashes only', async () => {
    const { refreshToken } = await enrolPerson(server(), ws, { role: 'rep', name: 'Bo' })
    const rows = await server().database.query('SELECT * FROM refresh_token')
    expect(JSON.stringify(rows)).not.toContain(refreshToken)
    expect(Buffer.from(refreshToken, 'base64url').length).toBe(32)
  })

  test('a lost answer signs nobody out, for a minute', async () => {
    const person = await enrolPerson(server(), ws, { role: 'rep', name: 'Cy' })
    let token = person.refreshToken
    for (let i = 0; i < 30; i++) {
      await rotate(token)
      server().clock.nowMs += 50_000
      const answer = await rotate(token)
      expect(answer.status).toBe(200)
      token = String(answer.json['refreshToken'])
    }
  })

  test('a hundred refreshes at once leave the device signed in', async () => {
    const person = await enrolPerson(server(), ws, { role: 'rep', name: 'Di' })
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => rotate(person.refreshToken)),
    )
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    expect((await rotate(answers[57]!.json['refreshToken'])).status).toBe(200)
  })

  test('a token used again after its successor was used ends the whole family', async () => {
    const person = await enrolPerson(server(), ws, { role: 'rep', name: 'Ed' })
    const second = String((await rotate(person.refreshToken)).json['refreshToken'])
    const third = String((await rotate(second)).json['refreshToken'])
    expect((await rotate(person.refreshToken)).json['code']).toBe('signed_out')
    expect((await rotate(third)).json['code']).toBe('signed_out')
  })

  test('a token used again after a minute ends the whole family', async () => {
    const person = await enrolPerson(server(), ws, { role: 'rep', name: 'Flo' })
    const second = String((await rotate(person.refreshToken)).json['refreshToken'])
    server().clock.nowMs += 61_000
    expect((await rotate(person.refreshToken)).json['code']).toBe('signed_out')
    expect((await rotate(second)).json['code']).toBe('signed_out')
  })

  test('a device comes back after 29 days, not after 31, and never after 90', async () => {
    const day = 86_400_000
    const person = await enrolPerson(server(), ws, { role: 'rep', name: 'Gil' })
    let token = person.refreshToken
    for (const days of [29, 29, 29]) {
      server().clock.nowMs += days * day
      const answer = await rotate(token)
      expect(answer.status).toBe(200)
      token = String(answer.json['refreshToken'])
    }
    server().clock.nowMs += 4 * day
    expect((await rotate(token)).json['code']).toBe('signed_out')
    const idle = await enrolPerson(server(), ws, { role: 'rep', name: 'Hal' })
    server().clock.nowMs += 31 * day
    expect((await rotate(idle.refreshToken)).json['code']).toBe('signed_out')
  })

  test('a revoked device makes no successful call in a hundred, a disabled member neither', async () => {
    const person = await enrolPerson(server(), ws, { role: 'rep', name: 'Ida' })
    await ask(server(), 'POST', `/v1/devices/${person.device}/revoke`, admin.token)
    for (let i = 0; i < 100; i++)
      expect((await ask(server(), 'GET', '/v1/members', person.token)).json['code']).toBe(
        'device_revoked',
      )
    expect((await rotate(person.refreshToken)).status).not.toBe(200)
    const disabled = await enrolPerson(server(), ws, { role: 'rep', name: 'Jo' })
    await ask(server(), 'POST', `/v1/members/${disabled.member}`, admin.token, {
      state: 'disabled',
    })
    expect((await ask(server(), 'GET', '/v1/members', disabled.token)).status).toBe(403)
  })

  test('a wipe carries the signature of the key the device got at enrolment', async () => {
    const code = await inviteRep()
    const enrolled = (await enrolWith(code)).json
    await ask(server(), 'POST', `/v1/devices/${enrolled['device']}/wipe`, admin.token)
    const refreshed = (await rotate(enrolled['refreshToken'])).json
    const answer = await ask(server(), 'GET', '/v1/members', String(refreshed['accessToken']))
    expect(answer.json['code']).toBe('device_wiped')
    const isSigned = verify(
      null,
      Buffer.from(`wipe:${enrolled['device']}`),
      createPublicKey(String(enrolled['serverKey'])),
      Buffer.from(String(answer.json['signature']), 'base64'),
    )
    expect(isSigned).toBe(true)
  })
})
