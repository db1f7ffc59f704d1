import { verify } from 'node:crypto'
import { StoreError, toStoreError } from '../db/errors'
import type { LinkStatus, Present, ServerChange, SyncControl } from '../db/sync/control'
import type { SyncDoor } from '../db/sync/door'
import type { JoinInfo } from '../db/sync/link'
import { classifyAnswer } from '../sync/answer'
import type { Answer } from '../sync/answer'
import { parseJson } from '../sync/json'
import { idleSession, requestLimitMs, stepSession } from '../sync/session'
import type { RequestKind, Session, SessionAction, SessionEvent, Taken } from '../sync/session'
import { enrolDevice, refreshTokens } from './sync-enrol'
import type { AskServer, HttpAnswer } from './sync-http'
import type { SecretsFile, SyncSecrets } from './sync-secrets'
import { openWakeSocket } from './sync-socket'
import type { WakeMessage, WakeSocket } from './sync-socket'

export interface SyncLinkParts {
  readonly door: SyncDoor
  readonly secrets: SecretsFile
  readonly ask: AskServer
  /** Version of the app, for the server's greeting. */
  readonly app: string
  nowMs(): number
  random(): number
  /** Status or figures changed: windows ask again. */
  onStatus(): void
  /** A signed order to leave nothing on this laptop. */
  onWipe(): void
  /** Before the store follows a restored server. */
  backUp(): Promise<unknown>
}

/** The link and what starts and ends it. */
export interface SyncLink extends SyncControl {
  start(): Promise<void>
  /** A change was committed here. */
  written(): void
  /** Ends it for good: the store is about to close. */
  close(): void
}

/** Quiet time after a commit before it is pushed, ms. */
const writtenQuietMs = 300
/** A woken device waits up to this long, so that not all ask at once. */
const wakeJitterMs = 500
const namesEveryMs = 5 * 60_000
const clockOffFloorMs = 60_000
const checkEveryMs = 7 * 86_400_000
const checkGapMs = 500
const longestTimerMs = 2 ** 31 - 1

/** Drives the pure session (sync/session.ts): requests, timers, tokens, wake-ups. */
export function createSyncLink(parts: SyncLinkParts): SyncLink {
  const { door, ask } = parts
  let session: Session = idleSession
  let secrets: SyncSecrets | null = null
  let socket: WakeSocket | null = null
  let timer: NodeJS.Timeout | undefined
  let writtenTimer: NodeJS.Timeout | undefined
  let wakeTimer: NodeJS.Timeout | undefined
  let isClosed = false
  let clockOffMs = 0
  /** When the names of colleagues were read last. */
  let namesAtMs = 0
  let looksAt: string | null = null
  let checkedAtMs = parts.nowMs()
  let present: readonly Present[] = []

  const server = () => door.link()?.server ?? ''
  const input = () => ({
    nowMs: parts.nowMs(),
    random: parts.random,
    hasPending: door.outbox.hasPending(),
  })

  function dispatch(event: SessionEvent): void {
    if (isClosed) return
    const before = session
    const step = stepSession(session, event, input())
    session = step.session
    for (const action of step.actions) perform(action)
    if (isSeen(before, session)) parts.onStatus()
  }

  function perform(action: SessionAction): void {
    switch (action.do) {
      case 'timer':
        return armTimer(action.atMs)
      case 'send':
        return void send(action.kind, action.requestId)
      case 'take':
        return void take(action.kind, action.requestId, action.body)
      case 'refreshToken':
        return void refresh()
      case 'resend':
        return door.resend(action.expected)
      case 'setAsideFirst':
        return door.setAsideFirst()
      case 'changeEpoch':
        return void parts.backUp().catch(reportProblem)
      case 'wipe':
        return parts.onWipe()
    }
  }

  function armTimer(atMs: number): void {
    clearTimeout(timer)
    const delayMs = Math.min(Math.max(0, atMs - parts.nowMs()), longestTimerMs)
    timer = setTimeout(() => dispatch({ t: 'timer' }), delayMs)
    timer.unref?.()
  }

  function request(method: 'GET' | 'POST', path: string, body?: string): Promise<HttpAnswer> {
    const url = server() + path
    const token = secrets?.accessToken ?? null
    const more = body === undefined ? {} : { body }
    return ask({ method, url, token, timeoutMs: requestLimitMs, ...more })
  }

  async function send(kind: RequestKind, requestId: number): Promise<void> {
    const body = bodyOf(kind)
    // What waited was kept back for this device: nothing is left to send.
    if (body === null)
      return dispatch({ t: 'taken', requestId, result: { ok: 'push', hasMore: false } })
    const raw = await request('POST', `/sync/v1/${kind}`, body)
    if (isClosed) return
    noteClock(raw)
    dispatch({ t: 'answer', requestId, answer: trusted(classifyAnswer(raw)) })
  }

  function bodyOf(kind: RequestKind): string | null {
    if (kind === 'hello') return door.helloBody(parts.app)
    return kind === 'push' ? door.pushBody(session.batchOps) : door.pullBody()
  }

  async function take(kind: RequestKind, requestId: number, body: string): Promise<void> {
    if (isClosed) return
    const result = await takeIn(kind, body)
    dispatch({ t: 'taken', requestId, result })
    if (result.ok === 'hello') namesAtMs = 0
    if (result.ok !== 'pull' || result.hasMore) return
    void readDirectory()
    void compareWhenDue()
  }

  async function takeIn(kind: RequestKind, body: string): Promise<Taken> {
    try {
      if (kind === 'hello') return await door.takeHello(body)
      return kind === 'push' ? door.takePush(body) : await door.takePull(body)
    } catch (error) {
      reportProblem(error)
      return { ok: false, why: 'bad_answer' }
    }
  }

  /** An order to wipe counts only with the server's signature (`design.md` 8, trust on the wire). */
  function trusted(answer: Answer): Answer {
    if (answer.kind !== 'error' || answer.code !== 'device_wiped') return answer
    return isSigned(answer.error.signature) ? answer : { kind: 'stranger', status: 200 }
  }

  function isSigned(signature: string | undefined): boolean {
    const key = door.link()?.serverKey
    const { deviceId } = door.device()
    if (!key || !deviceId || !signature) return false
    try {
      return verify(null, Buffer.from(`wipe:${deviceId}`), key, Buffer.from(signature, 'base64'))
    } catch {
      return false
    }
  }

  async function refresh(): Promise<void> {
    const known = secrets ?? parts.secrets.read()
    if (!known) return dispatch({ t: 'token', result: 'refused' })
    const fresh = await refreshTokens(ask, server(), known)
    if (isClosed && typeof fresh === 'string') return
    if (typeof fresh === 'string') return dispatch({ t: 'token', result: fresh })
    parts.secrets.write(fresh)
    secrets = fresh
    dispatch({ t: 'token', result: 'fresh' })
  }

  function noteClock(raw: HttpAnswer): void {
    if (raw.kind !== 'http' || raw.serverNowMs === undefined) return
    const offMs = parts.nowMs() - raw.serverNowMs
    clockOffMs = Math.abs(offMs) > clockOffFloorMs ? offMs : 0
  }

  /** Names of colleagues for a workspace that keeps no rows of them. */
  async function readDirectory(): Promise<void> {
    if (parts.nowMs() - namesAtMs < namesEveryMs) return
    namesAtMs = parts.nowMs()
    const json = await readJson('/v1/members')
    const members = (json as { members?: unknown } | null)?.members
    if (isClosed || !Array.isArray(members)) return
    const named = members.filter(
      (one: Record<string, unknown>): one is { id: string; name: string } =>
        typeof one['id'] === 'string' && typeof one['name'] === 'string',
    )
    door.takeDirectory(named.map(({ id, name }) => ({ id, name })))
  }

  async function readJson(path: string): Promise<unknown> {
    const answer = classifyAnswer(await request('GET', path))
    if (answer.kind !== 'ok') return null
    const parsed = parseJson(answer.body, 8 * 1024 * 1024)
    return 'fault' in parsed ? null : parsed.value
  }

  /** Once a week count and sum of every bucket are compared; a difference is read anew (SPEC E4). */
  async function compareWhenDue(): Promise<void> {
    if (parts.nowMs() - checkedAtMs < checkEveryMs || door.outbox.hasPending()) return
    checkedAtMs = parts.nowMs()
    for (const { bucket, role, state } of door.buckets()) {
      if (role === null || state !== null) continue
      const theirs = (await readJson(`/sync/v1/checksum?b=${encodeURIComponent(bucket)}`)) as {
        count: number
        sum: number
        head: number
      } | null
      const ours = door.checksum(bucket)
      if (!theirs || theirs.head !== ours.cursor) continue
      if (theirs.count !== ours.count || theirs.sum !== ours.sum) {
        console.error('sync: a copy differed and is read anew')
        door.readAgain(bucket)
        dispatch({ t: 'wake' })
      }
      await new Promise((resolve) => setTimeout(resolve, checkGapMs))
    }
  }

  function hear(message: WakeMessage): void {
    if (message.t === 'presence') {
      const others = message.who.map(({ member }) => ({ accountId: message.a, memberId: member }))
      present = [...present.filter(({ accountId }) => accountId !== message.a), ...others]
      return parts.onStatus()
    }
    // Somebody may have come with it.
    if (message.t === 'access') namesAtMs = 0
    wakeSoon()
  }

  function wakeSoon(): void {
    wakeTimer ??= setTimeout(() => {
      wakeTimer = undefined
      dispatch({ t: 'wake' })
    }, parts.random() * wakeJitterMs)
  }

  function openSocket(): void {
    socket?.close()
    socket = openWakeSocket({
      url: `${server().replace(/^http/, 'ws')}/sync/v1/events`,
      token: () => secrets?.accessToken ?? null,
      random: parts.random,
      onMessage: hear,
      onRefused: () => dispatch({ t: 'wake' }),
      onOpen: () => {
        if (looksAt !== null) socket?.send({ t: 'look', a: looksAt })
        wakeSoon()
      },
    })
  }

  function end(): void {
    clearTimeout(timer)
    clearTimeout(writtenTimer)
    clearTimeout(wakeTimer)
    wakeTimer = undefined
    socket?.close()
    socket = null
    present = []
    dispatch({ t: 'stop' })
  }

  async function join(info: JoinInfo): Promise<void> {
    try {
      await door.join(info)
    } catch (error) {
      // Nothing was linked; a later start shall not try the same again.
      parts.secrets.remove()
      throw error
    }
  }

  async function start(): Promise<void> {
    secrets = parts.secrets.read()
    if (secrets?.join) {
      await join(secrets.join)
      secrets = { ...secrets, join: null }
      parts.secrets.write(secrets)
    }
    if (door.link() === null) return
    await door.finishJoin()
    dispatch({ t: 'start' })
    openSocket()
  }

  return {
    start,
    written() {
      if (!session.isOn) return
      clearTimeout(writtenTimer)
      writtenTimer = setTimeout(() => dispatch({ t: 'written' }), writtenQuietMs)
    },
    close() {
      end()
      isClosed = true
    },
    status(): LinkStatus {
      const { trouble, stopped, retryAtMs } = session
      const isTalking = session.request !== null
      return { isTalking, trouble, stopped, retryAtMs, clockOffMs, present }
    },
    async enrol(invitation, deviceName) {
      // A device that was signed out or revoked may be invited again; what waits goes on waiting.
      if (door.link() !== null && session.stopped === null) throw new StoreError('already_joined')
      const given = await enrolDevice(ask, invitation, deviceName, door.device().node)
      end()
      parts.secrets.write(given)
      await start()
    },
    async invite(name, role) {
      const answer = classifyAnswer(
        await request('POST', '/v1/invitations', JSON.stringify({ name, role })),
      )
      if (answer.kind !== 'ok') throw new StoreError('invitation_refused')
      const { code } = JSON.parse(answer.body) as { code: string }
      return `${server()}/join#${code}`
    },
    async leave() {
      end()
      parts.secrets.remove()
      secrets = null
      door.leave()
      parts.onStatus()
    },
    wake: () => dispatch({ t: 'wake' }),
    look(accountId) {
      looksAt = accountId
      socket?.send({ t: 'look', a: accountId })
    },
    async history(tbl, id) {
      if (door.link() === null) return null
      const path = `/v1/history?tbl=${encodeURIComponent(tbl)}&id=${encodeURIComponent(id)}`
      const json = (await readJson(path)) as { items?: readonly Record<string, unknown>[] } | null
      return json?.items ? json.items.map(readChange) : null
    },
  }
}

function readChange(item: Record<string, unknown>): ServerChange {
  return {
    member: typeof item['member'] === 'string' ? item['member'] : null,
    kind: String(item['kind']),
    body: item['body'],
    prev: item['prev'],
    outcome: String(item['outcome']),
    atMs: Date.parse(String(item['at'])) || 0,
  }
}

function isSeen(before: Session, after: Session): boolean {
  return (
    before.trouble !== after.trouble ||
    before.stopped !== after.stopped ||
    before.retryAtMs !== after.retryAtMs ||
    before.doneAtMs !== after.doneAtMs ||
    (before.request === null) !== (after.request === null)
  )
}

function reportProblem(error: unknown): void {
  console.error('sync:', toStoreError(error).code, error instanceof Error ? error.stack : '')
}
