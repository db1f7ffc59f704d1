import type { Answer } from './answer'
import type { ErrorAnswer } from './wire'

/** What a session cannot get over by itself; local work goes on in every one of them (SPEC S7). */
export type StopReason =
  | 'upgrade_required'
  | 'server_older'
  | 'device_revoked'
  | 'device_locked'
  | 'device_wiped'
  | 'device_forked'
  | 'signed_out'
  | 'bad_request'

/** Why the last try failed, for the quiet line in the window. */
export type Trouble = 'offline' | 'portal' | 'server' | 'busy' | 'bad_answer'

export type RequestKind = 'hello' | 'push' | 'pull'

/**
 * State of a device's conversation with its server (SPEC S1 to S9). One request at a time; the queue
 * and the cursors live in the store, not here.
 */
export interface Session {
  readonly isOn: boolean
  readonly stopped: StopReason | null
  readonly trouble: Trouble | null
  /** Request on its way; answers with another number are dropped (SPEC S2). */
  readonly request: { readonly id: number; readonly kind: RequestKind } | null
  readonly lastRequestId: number
  /** Hello was answered in this epoch. */
  readonly isGreeted: boolean
  readonly wantsPush: boolean
  readonly wantsPull: boolean
  readonly failures: number
  readonly retryAtMs: number | null
  /** Operations per push; halved when one was too large. */
  readonly batchOps: number
  readonly tokenTries: number
  readonly doneAtMs: number | null
}

export type SessionEvent =
  | { readonly t: 'start' }
  | { readonly t: 'stop' }
  /** A local transaction was committed. */
  | { readonly t: 'written' }
  /** The server says that something moved, or the network is back, or the machine woke up. */
  | { readonly t: 'wake' }
  /** The timer asked for came due. */
  | { readonly t: 'timer' }
  | { readonly t: 'answer'; readonly requestId: number; readonly answer: Answer }
  /** The store took an answer in. */
  | { readonly t: 'taken'; readonly requestId: number; readonly result: Taken }
  | { readonly t: 'token'; readonly result: 'fresh' | 'unreachable' | 'refused' }

/** What the store found in an answer. */
export type Taken =
  | {
      readonly ok: 'hello'
      readonly state: 'ok' | 'locked' | 'wipe'
      readonly isServerOlder: boolean
    }
  | { readonly ok: 'push'; readonly hasMore: boolean }
  | { readonly ok: 'pull'; readonly hasMore: boolean }
  | { readonly ok: false; readonly why: 'bad_answer' | 'forked' }

/** A new timer replaces the one before it. */
export type SessionAction =
  | { readonly do: 'send'; readonly kind: RequestKind; readonly requestId: number }
  | {
      readonly do: 'take'
      readonly kind: RequestKind
      readonly requestId: number
      readonly body: string
    }
  | { readonly do: 'timer'; readonly atMs: number }
  | { readonly do: 'refreshToken' }
  /** Send again from the operation after `expected`, out of what was sent before (SPEC A3). */
  | { readonly do: 'resend'; readonly expected: number }
  /** The server was restored: follow SPEC E1 to E3. */
  | { readonly do: 'changeEpoch' }
  /** One operation alone is too large: set it aside locally and say so. */
  | { readonly do: 'setAsideFirst' }
  | { readonly do: 'wipe' }

export interface SessionInput {
  readonly nowMs: number
  /** In [0, 1). */
  readonly random: () => number
  readonly hasPending: boolean
}

export interface SessionStep {
  readonly session: Session
  readonly actions: readonly SessionAction[]
}

const fullBatchOps = 1_000
const firstRetryMs = 1_000
const lastRetryMs = 5 * 60_000
/** With nothing to do the server is asked anyway, in case a wake-up was lost. */
export const idlePollMs = 60_000
/** A running request is given up after this time without an answer. */
export const requestLimitMs = 60_000

/** A session nobody started yet. */
export const idleSession: Session = {
  isOn: false,
  stopped: null,
  trouble: null,
  request: null,
  lastRequestId: 0,
  isGreeted: false,
  wantsPush: false,
  wantsPull: false,
  failures: 0,
  retryAtMs: null,
  batchOps: fullBatchOps,
  tokenTries: 0,
  doneAtMs: null,
}

/** One step of the conversation: pure; the driver carries out the actions in order. */
export function stepSession(
  session: Session,
  event: SessionEvent,
  input: SessionInput,
): SessionStep {
  switch (event.t) {
    case 'start':
      return proceed(
        { ...idleSession, lastRequestId: session.lastRequestId, isOn: true, wantsPull: true },
        input,
      )
    case 'stop':
      return rest({ ...session, isOn: false, request: null, retryAtMs: null })
    case 'written':
      return proceed({ ...session, wantsPush: true }, input)
    case 'wake':
      return proceed({ ...session, wantsPull: true, retryAtMs: wakeRetry(session) }, input)
    case 'timer':
      return onTimer(session, input)
    case 'token':
      if (event.result === 'refused') return rest({ ...session, stopped: 'signed_out' })
      if (event.result === 'unreachable') return fail(session, 'offline', input)
      return proceed({ ...session, retryAtMs: null }, input)
    case 'answer':
      if (session.request?.id !== event.requestId) return rest(session)
      return onAnswer(session, session.request.kind, event.answer, input)
    case 'taken':
      if (session.request?.id !== event.requestId) return rest(session)
      return onTaken({ ...session, request: null }, event.result, input)
  }
}

/** Wait before try number `failures`: doubling from 1 s to 5 min, with full jitter (SPEC S5). */
export function retryDelayMs(failures: number, random: () => number): number {
  const ceiling = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.max(0, failures - 1))
  return Math.round(250 + random() * (ceiling - 250))
}

/** The timer restarts push and pull by itself: no user action is needed after a failure (S6). */
function onTimer(session: Session, input: SessionInput): SessionStep {
  if (session.retryAtMs !== null && input.nowMs < session.retryAtMs)
    return { session, actions: [{ do: 'timer', atMs: session.retryAtMs }] }
  if (session.request !== null) return fail({ ...session, request: null }, 'offline', input)
  return proceed({ ...session, retryAtMs: null, wantsPull: true }, input)
}

function onAnswer(
  session: Session,
  kind: RequestKind,
  answer: Answer,
  input: SessionInput,
): SessionStep {
  const free = { ...session, request: null }
  switch (answer.kind) {
    case 'offline':
      return fail(free, 'offline', input)
    case 'stranger':
      return fail(free, answer.status >= 500 ? 'server' : 'portal', input)
    case 'ok':
      return {
        session,
        actions: [{ do: 'take', kind, requestId: session.request!.id, body: answer.body }],
      }
    case 'error':
      return onError(free, kind, answer.error, input)
  }
}

function onError(
  session: Session,
  kind: RequestKind,
  error: ErrorAnswer,
  input: SessionInput,
): SessionStep {
  switch (error.code) {
    case 'token_expired':
      if (session.tokenTries >= 3) return fail({ ...session, tokenTries: 0 }, 'server', input)
      return {
        session: { ...session, tokenTries: session.tokenTries + 1, retryAtMs: waitForEver },
        actions: [{ do: 'refreshToken' }],
      }
    case 'op_gap':
      return before(
        { do: 'resend', expected: error.expected ?? 0 },
        fail({ ...session, wantsPush: true }, 'server', input),
      )
    case 'epoch_changed':
      return before(
        { do: 'changeEpoch' },
        fail({ ...session, isGreeted: false, wantsPush: true, wantsPull: true }, null, input),
      )
    case 'too_large':
      if (kind !== 'push') return fail(session, 'server', input)
      if (session.batchOps > 1)
        return proceed({ ...session, batchOps: Math.ceil(session.batchOps / 2) }, input)
      return before(
        { do: 'setAsideFirst' },
        proceed({ ...session, batchOps: fullBatchOps }, { ...input, hasPending: true }),
      )
    case 'device_wiped':
      return { session: { ...session, stopped: 'device_wiped' }, actions: [{ do: 'wipe' }] }
    case 'upgrade_required':
    case 'signed_out':
    case 'device_revoked':
    case 'device_locked':
    case 'device_forked':
    case 'bad_request':
      return rest({ ...session, stopped: error.code })
    case 'retry_later':
      return fail(session, 'busy', input, error.retryAfterMs)
    case 'forbidden':
    case 'not_found':
    case 'server_error':
      return fail(session, 'server', input)
  }
}

function onTaken(session: Session, taken: Taken, input: SessionInput): SessionStep {
  if (taken.ok === false) {
    if (taken.why === 'forked') return rest({ ...session, stopped: 'device_forked' })
    return fail(session, 'bad_answer', input)
  }
  const well = { ...session, failures: 0, trouble: null, tokenTries: 0 }
  if (taken.ok === 'hello') {
    if (taken.state === 'locked') return rest({ ...well, stopped: 'device_locked' })
    if (taken.state === 'wipe')
      return { session: { ...well, stopped: 'device_wiped' }, actions: [{ do: 'wipe' }] }
    if (taken.isServerOlder) return rest({ ...well, stopped: 'server_older' })
    return proceed({ ...well, isGreeted: true, wantsPush: true, wantsPull: true }, input)
  }
  if (taken.ok === 'push')
    return proceed(
      {
        ...well,
        wantsPush: taken.hasMore,
        wantsPull: true,
        batchOps: Math.min(fullBatchOps, session.batchOps * 2),
      },
      input,
    )
  if (taken.hasMore) return proceed({ ...well, wantsPull: true }, input)
  return proceed({ ...well, wantsPull: false, doneAtMs: input.nowMs }, input)
}

const waitForEver = Number.MAX_SAFE_INTEGER

/** Hello, then push until empty, then pull until there is no more, then wait (SPEC S1). */
function proceed(session: Session, input: SessionInput): SessionStep {
  const isBlocked = !session.isOn || session.stopped !== null || session.request !== null
  if (isBlocked) return rest(session)
  if (session.retryAtMs !== null) return rest(session)
  const kind = nextRequest(session, input)
  if (kind === null) {
    const atMs = input.nowMs + Math.round(idlePollMs * (0.75 + input.random() / 2))
    return { session: { ...session, wantsPush: false }, actions: [{ do: 'timer', atMs }] }
  }
  const requestId = session.lastRequestId + 1
  return {
    session: { ...session, request: { id: requestId, kind }, lastRequestId: requestId },
    actions: [
      { do: 'send', kind, requestId },
      { do: 'timer', atMs: input.nowMs + requestLimitMs },
    ],
  }
}

function nextRequest(session: Session, input: SessionInput): RequestKind | null {
  if (!session.isGreeted) return 'hello'
  if (input.hasPending) return 'push'
  return session.wantsPull ? 'pull' : null
}

function fail(
  session: Session,
  trouble: Trouble | null,
  input: SessionInput,
  atLeastMs = 0,
): SessionStep {
  const failures = session.failures + 1
  const delayMs = Math.max(atLeastMs, retryDelayMs(failures, input.random))
  const retryAtMs = input.nowMs + delayMs
  return {
    session: { ...session, failures, trouble, retryAtMs, wantsPush: true, wantsPull: true },
    actions: [{ do: 'timer', atMs: retryAtMs }],
  }
}

/** A wake-up ends a wait for the network, not the wait for a new token. */
function wakeRetry(session: Session): number | null {
  return session.retryAtMs === waitForEver ? waitForEver : null
}

function before(action: SessionAction, step: SessionStep): SessionStep {
  return { ...step, actions: [action, ...step.actions] }
}

function rest(session: Session): SessionStep {
  return { session, actions: [] }
}
