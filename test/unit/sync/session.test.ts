import { describe, expect, test } from 'vitest'

import type { Answer } from '../../../sync/answer'
import type { Session, SessionAction, SessionEvent } from '../../../sync/session'
import { idleSession, retryDelayMs, stepSession } from '../../../sync/session'
import type { ErrorCode } from '../../../sync/wire'

/** A driver without a network: the test answers. */
class Talk {
  session: Session = idleSession
  nowMs = 0
  pending = 0
  timerAtMs: number | null = null
  readonly actions: SessionAction[] = []

  do(event: SessionEvent): readonly SessionAction[] {
    const input = { nowMs: this.nowMs, random: () => 0.5, hasPending: this.pending > 0 }
    const { session, actions } = stepSession(this.session, event, input)
    this.session = session
    this.actions.push(...actions)
    for (const action of actions) if (action.do === 'timer') this.timerAtMs = action.atMs
    return actions
  }

  /** Lets time pass to the next timer. */
  wait(): readonly SessionAction[] {
    this.nowMs = Math.max(this.nowMs, this.timerAtMs ?? 0)
    return this.do({ t: 'timer' })
  }

  answer(answer: Answer): readonly SessionAction[] {
    return this.do({ t: 'answer', requestId: this.session.request?.id ?? -1, answer })
  }

  fail(code: ErrorCode, more: object = {}): readonly SessionAction[] {
    return this.answer({ kind: 'error', code, error: { code, ...more } })
  }

  /** Answers the running request well. */
  succeed(hasMore = false): void {
    const { request } = this.session
    if (request === null) throw new Error('Nothing was asked.')
    this.answer({ kind: 'ok', body: '' })
    const { id, kind } = request
    if (kind === 'push') this.pending = Math.max(0, this.pending - 1)
    const result =
      kind === 'hello'
        ? ({ ok: 'hello', state: 'ok', isServerOlder: false } as const)
        : ({ ok: kind, hasMore } as const)
    this.do({ t: 'taken', requestId: id, result })
  }

  asked(): readonly string[] {
    return this.actions.flatMap((action) => (action.do === 'send' ? [action.kind] : []))
  }
}

function talkWith(pending: number): Talk {
  const talk = new Talk()
  talk.pending = pending
  talk.do({ t: 'start' })
  return talk
}

describe('a session', () => {
  test('says hello, pushes until empty, pulls until there is no more, waits [S1]', () => {
    const talk = talkWith(2)
    for (const hasMore of [false, true, false, true, false]) talk.succeed(hasMore)
    expect(talk.asked()).toEqual(['hello', 'push', 'push', 'pull', 'pull'])
    expect([talk.session.request, talk.timerAtMs]).toEqual([null, 60_000])
  })

  test('pulls on a wake-up, pushes on a local change, polls when nothing happens [S1, S6]', () => {
    const talk = talkWith(0)
    talk.succeed()
    talk.succeed()
    talk.do({ t: 'wake' })
    talk.succeed()
    talk.pending = 1
    talk.do({ t: 'written' })
    talk.succeed()
    talk.succeed()
    talk.wait()
    expect(talk.asked()).toEqual(['hello', 'pull', 'pull', 'push', 'pull', 'pull'])
  })

  test('drops an answer to a request it gave up [S2]', () => {
    const talk = talkWith(0)
    const stale = talk.session.request!.id
    talk.wait()
    talk.wait()
    const before = talk.session
    talk.do({ t: 'answer', requestId: stale, answer: { kind: 'ok', body: '' } })
    talk.do({ t: 'taken', requestId: stale, result: { ok: 'pull', hasMore: false } })
    expect(talk.session).toEqual(before)
  })

  test('drains the queue by itself whichever request fails, and however [S6]', () => {
    const failures: readonly ((talk: Talk) => void)[] = [
      (talk) => talk.answer({ kind: 'offline' }),
      (talk) => talk.answer({ kind: 'stranger', status: 200 }),
      (talk) => talk.answer({ kind: 'stranger', status: 401 }),
      (talk) => talk.answer({ kind: 'stranger', status: 502 }),
      (talk) => talk.fail('server_error'),
      (talk) => talk.fail('retry_later', { retryAfterMs: 5_000 }),
      (talk) => talk.fail('op_gap', { expected: 0 }),
      (talk) => talk.fail('epoch_changed'),
      (talk) => talk.fail('too_large'),
      (talk) => talk.wait(),
      (talk) => {
        const requestId = talk.session.request!.id
        talk.answer({ kind: 'ok', body: '' })
        talk.do({ t: 'taken', requestId, result: { ok: false, why: 'bad_answer' } })
      },
      (talk) => {
        talk.fail('token_expired')
        talk.do({ t: 'token', result: 'fresh' })
      },
      (talk) => {
        talk.fail('token_expired')
        talk.do({ t: 'token', result: 'unreachable' })
      },
    ]
    for (const fail of failures)
      for (let k = 0; k < 6; k++) {
        const talk = talkWith(3)
        let answered = 0
        for (let i = 0; i < 40; i++) {
          if (talk.session.request === null) talk.wait()
          else if (answered++ === k) fail(talk)
          else talk.succeed()
        }
        expect([talk.pending, talk.session.trouble, talk.session.stopped]).toEqual([0, null, null])
      }
  })

  test('halves a push that is too large, then sets the one operation aside [S3]', () => {
    const talk = talkWith(1)
    talk.succeed()
    for (let i = 0; i < 11; i++) talk.fail('too_large')
    expect(talk.actions.filter((action) => action.do === 'setAsideFirst').length).toBe(1)
    expect(talk.session.request?.kind).toBe('push')
  })

  test('refreshes an expired token three times at most, then backs off [S4]', () => {
    const talk = talkWith(0)
    for (let i = 0; i < 3; i++) {
      expect(talk.fail('token_expired')).toEqual([{ do: 'refreshToken' }])
      talk.do({ t: 'wake' })
      expect(talk.session.request).toBe(null)
      talk.do({ t: 'token', result: 'fresh' })
    }
    talk.fail('token_expired')
    expect(talk.session).toMatchObject({ trouble: 'server', stopped: null })
    talk.wait()
    talk.fail('token_expired')
    talk.do({ t: 'token', result: 'refused' })
    expect(talk.session.stopped).toBe('signed_out')
  })

  test('waits longer each time, with jitter, and respects the server [S5, S9]', () => {
    const delays = [1, 2, 5, 9, 10, 40].map((failures) => retryDelayMs(failures, () => 1))
    expect(delays).toEqual([1_000, 2_000, 16_000, 256_000, 300_000, 300_000])
    expect(retryDelayMs(40, () => 0)).toBe(250)
    const talk = talkWith(0)
    talk.fail('retry_later', { retryAfterMs: 90_000 })
    expect(talk.timerAtMs).toBe(90_000)
    talk.do({ t: 'written' })
    expect(talk.session.request).toBe(null)
    talk.do({ t: 'wake' })
    expect(talk.session.request?.kind).toBe('hello')
  })

  test.each([
    'upgrade_required',
    'device_revoked',
    'device_locked',
    'device_forked',
    'bad_request',
  ] as const)('stops at %s and starts again only when told [S7]', (code) => {
    const talk = talkWith(1)
    talk.fail(code)
    talk.do({ t: 'wake' })
    talk.do({ t: 'timer' })
    talk.do({ t: 'written' })
    expect([talk.session.stopped, talk.asked().length]).toEqual([code, 1])
    talk.do({ t: 'start' })
    expect(talk.asked()).toEqual(['hello', 'hello'])
  })

  test('wipes only when the server says so in its own words', () => {
    const talk = talkWith(0)
    expect(talk.fail('device_wiped')).toEqual([{ do: 'wipe' }])
    expect(talk.session.stopped).toBe('device_wiped')
  })

  test('does not push to a server older than the app [S8]', () => {
    const talk = talkWith(1)
    const requestId = talk.session.request!.id
    talk.answer({ kind: 'ok', body: '' })
    talk.do({ t: 'taken', requestId, result: { ok: 'hello', state: 'ok', isServerOlder: true } })
    expect([talk.session.stopped, talk.asked()]).toEqual(['server_older', ['hello']])
  })

  test('asks to send again what the server lacks [A3, E1]', () => {
    const talk = talkWith(1)
    talk.succeed()
    expect(talk.fail('op_gap', { expected: 7 })[0]).toEqual({ do: 'resend', expected: 7 })
    talk.wait()
    expect(talk.fail('epoch_changed')[0]).toEqual({ do: 'changeEpoch' })
    talk.wait()
    expect(talk.asked()).toEqual(['hello', 'push', 'push', 'hello'])
  })

  test('that was stopped asks nothing more', () => {
    const talk = talkWith(1)
    talk.do({ t: 'stop' })
    talk.do({ t: 'wake' })
    expect([talk.session.request, talk.asked()]).toEqual([null, ['hello']])
  })
})
