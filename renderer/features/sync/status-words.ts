import type { TFunction } from 'i18next'
import type { SyncStatus } from '../../../db/sync/status'
import { formatDay, formatTime } from '../../ui/format'

export interface StatusWords {
  /** For tests and styles: what the line is about. */
  readonly state: 'stopped' | 'braked' | 'reading' | 'trouble' | 'waiting' | 'done'
  readonly text: string
  /** What to do, in the tooltip and on the sync screen. */
  readonly hint: string
  readonly look: 'warn' | 'plain'
}

/** One line about sync: the worst first, calm when nothing is wrong. */
export function lineOf(
  status: SyncStatus,
  t: TFunction,
  language: string,
  nowMs: number,
): StatusWords {
  const { talk, pending, link } = status
  const waits = pending > 0 ? ` · ${t('sync.line.waiting', { count: pending })}` : ''
  if (talk.stopped)
    return {
      state: 'stopped',
      text: t(`sync.stopped.${talk.stopped}.short`) + waits,
      hint: t(`sync.stopped.${talk.stopped}.hint`),
      look: 'warn',
    }
  if (status.braked.length > 0)
    return {
      state: 'braked',
      text: t('sync.line.braked'),
      hint: t('sync.braked.text'),
      look: 'warn',
    }
  if (status.readShare !== null && status.readShare < 1)
    return {
      state: 'reading',
      text: t('sync.line.reading', { percent: Math.floor(status.readShare * 100) }),
      hint: '',
      look: 'plain',
    }
  if (talk.trouble)
    return {
      state: 'trouble',
      text: t(`sync.trouble.${talk.trouble}.short`) + waits,
      hint: t(`sync.trouble.${talk.trouble}.hint`),
      look: 'plain',
    }
  if (pending > 0 || link?.isJoining)
    return {
      state: 'waiting',
      text: t('sync.line.waiting', { count: pending }),
      hint: '',
      look: 'plain',
    }
  return {
    state: 'done',
    text: t('sync.line.done', { when: whenOf(link?.doneAtMs ?? null, t, language, nowMs) }),
    hint: '',
    look: 'plain',
  }
}

/** 'just now', a time of today, or a day. */
export function whenOf(atMs: number | null, t: TFunction, language: string, nowMs: number): string {
  if (atMs === null) return t('sync.never')
  if (nowMs - atMs < 90_000) return t('sync.justNow')
  if (nowMs - atMs < 20 * 3_600_000) return formatTime(atMs, language)
  return formatDay(atMs, language, nowMs)
}
