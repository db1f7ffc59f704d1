import os from 'node:os'
import { StoreError } from '../db/errors'
import type { JoinInfo } from '../db/sync/link'
import { classifyAnswer } from '../sync/answer'
import { parseJson } from '../sync/json'
import type { AskServer } from './sync-http'
import { readInvitation } from './sync-invitation'
import type { SyncSecrets } from './sync-secrets'

const enrolTimeoutMs = 30_000
const tokenTimeoutMs = 20_000
const maxAnswerLength = 64 * 1024

/**
 * Turns an invitation into a device of the workspace. @throws StoreError `invitation_unusable`,
 * `server_insecure`, `server_unreachable`
 */
export async function enrolDevice(
  ask: AskServer,
  pasted: string,
  deviceName: string,
  node: string,
): Promise<SyncSecrets & { readonly join: JoinInfo }> {
  const { server, code } = readInvitation(pasted)
  const body = JSON.stringify({
    code,
    deviceName: deviceName || os.hostname() || 'Jetway',
    platform: process.platform,
    node,
  })
  const answer = classifyAnswer(
    await ask({
      method: 'POST',
      url: `${server}/v1/enrol`,
      token: null,
      body,
      timeoutMs: enrolTimeoutMs,
    }),
  )
  if (answer.kind === 'error' && answer.code === 'not_found')
    throw new StoreError('invitation_unusable')
  if (answer.kind !== 'ok') throw new StoreError('server_unreachable', { what: server })
  const given = readFields(answer.body, [
    'device',
    'member',
    'name',
    'node',
    'epoch',
    'refreshToken',
    'accessToken',
  ])
  if (!given) throw new StoreError('server_unreachable', { what: server })
  const { workspace, ws, serverKey, accessUntilMs } = given.all
  return {
    refreshToken: given.text.refreshToken,
    accessToken: given.text.accessToken,
    accessUntilMs: Number(accessUntilMs) || 0,
    join: {
      server,
      workspaceId: String(ws),
      workspaceName: typeof workspace === 'string' ? workspace : '',
      userName: given.text.name,
      serverKey: typeof serverKey === 'string' ? serverKey : null,
      deviceId: given.text.device,
      memberId: given.text.member,
      node: given.text.node,
      epoch: given.text.epoch,
    },
  }
}

/** A new pair of tokens; 'refused' = this device has to be invited again. */
export async function refreshTokens(
  ask: AskServer,
  server: string,
  secrets: SyncSecrets,
): Promise<SyncSecrets | 'refused' | 'unreachable'> {
  const answer = classifyAnswer(
    await ask({
      method: 'POST',
      url: `${server}/v1/token`,
      token: null,
      body: JSON.stringify({ refreshToken: secrets.refreshToken }),
      timeoutMs: tokenTimeoutMs,
    }),
  )
  if (answer.kind === 'error')
    return ['signed_out', 'device_revoked'].includes(answer.code) ? 'refused' : 'unreachable'
  if (answer.kind !== 'ok') return 'unreachable'
  const given = readFields(answer.body, ['refreshToken', 'accessToken'])
  if (!given) return 'unreachable'
  const accessUntilMs = Number(given.all.accessUntilMs) || 0
  return { ...secrets, ...given.text, accessUntilMs }
}

function readFields<K extends string>(
  body: string,
  names: readonly K[],
): { readonly text: Record<K, string>; readonly all: Record<string, unknown> } | null {
  const parsed = parseJson(body, maxAnswerLength)
  if ('fault' in parsed || typeof parsed.value !== 'object' || parsed.value === null) return null
  const all = parsed.value as Record<string, unknown>
  if (!names.every((name) => typeof all[name] === 'string')) return null
  return {
    text: Object.fromEntries(names.map((name) => [name, all[name]])) as Record<K, string>,
    all,
  }
}
