import type { JsonFault } from './json'
import type {
  Access,
  BucketAccess,
  ErrorAnswer,
  HeadSpan,
  HelloAnswer,
  HelloRequest,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
  PushResult,
} from './wire'
import type { Change, GroupValues } from './change'
import type { HistoryMark } from './admit'
import type { WirePage } from './pages'

import { parseJson } from './json'
import { errorCodes, limits } from './wire'

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: JsonFault | 'bad_shape' }

/** Requests are read strictly: an unknown key is refused (SPEC W1). */
export function parseHello(text: string): Parsed<HelloRequest> {
  return parseAs(text, 64 * 1024, isHelloRequest)
}

export function parsePush(text: string): Parsed<PushRequest> {
  return parseAs(text, limits.pushLength, isPushRequest)
}

export function parsePull(text: string): Parsed<PullRequest> {
  return parseAs(text, limits.pushLength, isPullRequest)
}

/** Answers may carry keys this version does not know; known ones are checked in full (SPEC W1). */
export function parseHelloAnswer(text: string): Parsed<HelloAnswer> {
  return parseAs(text, limits.answerLength, isHelloAnswer)
}

export function parsePushAnswer(text: string): Parsed<PushAnswer> {
  return parseAs(text, limits.answerLength, isPushAnswer)
}

export function parsePullAnswer(text: string): Parsed<PullAnswer> {
  return parseAs(text, limits.answerLength, isPullAnswer)
}

export function parseErrorAnswer(text: string): Parsed<ErrorAnswer> {
  return parseAs(text, 64 * 1024, isErrorAnswer)
}

const namePattern = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/
const idPattern = /^[0-9A-Za-z-]{1,64}$/
const bucketPattern = /^(w|[au]:[0-9A-Za-z-]{1,64})$/
const base64Pattern = /^[0-9A-Za-z+/]*={0,2}$/

/** True for a bucket's name: `a:<id>`, `u:<id>` or `w` (SPEC O4). */
export function isBucket(value: unknown): value is string {
  return typeof value === 'string' && bucketPattern.test(value)
}

function parseAs<T>(
  text: string,
  maxLength: number,
  is: (value: unknown) => value is T,
): Parsed<T> {
  const parsed = parseJson(text, maxLength)
  if ('fault' in parsed) return { ok: false, fault: parsed.fault }
  return is(parsed.value) ? { ok: true, value: parsed.value } : { ok: false, fault: 'bad_shape' }
}

function isHelloRequest(value: unknown): value is HelloRequest {
  return (
    hasOnly(value, ['app', 'schema', 'epoch', 'accessVersion']) &&
    isText(value['app'], 64) &&
    isCount(value['schema']) &&
    (value['epoch'] === null || isText(value['epoch'], 64)) &&
    isCount(value['accessVersion'])
  )
}

function isPushRequest(value: unknown): value is PushRequest {
  return (
    hasOnly(value, ['epoch', 'previousHash', 'ops']) &&
    isText(value['epoch'], 64) &&
    isText(value['previousHash'], 64) &&
    isList(value['ops'], limits.pushOps, isChange)
  )
}

function isPullRequest(value: unknown): value is PullRequest {
  return (
    hasOnly(value, ['epoch', 'accessVersion', 'cursors', 'limitRows', 'limitBytes']) &&
    isText(value['epoch'], 64) &&
    isCount(value['accessVersion']) &&
    isMap(value['cursors'], limits.buckets, isBucket, isCount) &&
    isCount(value['limitRows']) &&
    isCount(value['limitBytes'])
  )
}

function isChange(value: unknown): value is Change {
  const keys = ['n', 'prevN', 'tx', 'tbl', 'id', 'b', 'k', 'base', 'hlc', 'set', 'text']
  if (!hasOnly(value, keys)) return false
  const isHead =
    isCount(value['n']) &&
    isCount(value['prevN']) &&
    isCount(value['tx']) &&
    isName(value['tbl']) &&
    isId(value['id']) &&
    isBucket(value['b']) &&
    isCount(value['base']) &&
    isText(value['hlc'], 64)
  if (!isHead) return false
  const { k, set, text } = value
  if (k === 'D') return set === undefined && text === undefined
  if (k === 'T') return set === undefined && isTextUpdate(text)
  return (k === 'I' || k === 'U') && text === undefined && isMap(set, 64, isName, isGroup)
}

function isTextUpdate(value: unknown): boolean {
  return (
    hasOnly(value, ['column', 'gen', 'u']) &&
    isName(value['column']) &&
    isCount(value['gen']) &&
    isText(value['u'], limits.opLength) &&
    base64Pattern.test(value['u'])
  )
}

function isGroup(value: unknown): value is GroupValues {
  return isMap(value, 128, isName, isPlain)
}

function isHelloAnswer(value: unknown): value is HelloAnswer {
  if (!isRecord(value) || !isRecord(value['limits'])) return false
  return (
    isText(value['epoch'], 64) &&
    isCount(value['nowMs']) &&
    isList(value['protocol'], 2, isCount) &&
    isCount(value['schema']) &&
    isCount(value['minSchema']) &&
    isMark(value['mark']) &&
    ['ok', 'locked', 'wipe'].includes(value['state'] as string) &&
    isCount(value['limits']['pushOps']) &&
    isCount(value['limits']['bodyBytes']) &&
    isAccess(value['access'])
  )
}

function isPushAnswer(value: unknown): value is PushAnswer {
  return (
    isRecord(value) &&
    isText(value['epoch'], 64) &&
    isCount(value['nowMs']) &&
    isMark(value['mark']) &&
    isList(value['results'], limits.pushOps, isPushResult) &&
    isPage(value['page']) &&
    isMap(value['heads'], limits.buckets, isBucket, isSpan)
  )
}

function isPushResult(value: unknown): value is PushResult {
  return (
    isRecord(value) &&
    isCount(value['n']) &&
    ['applied', 'conflict', 'quarantined', 'duplicate'].includes(value['outcome'] as string) &&
    (value['reason'] === undefined || isText(value['reason'], 64)) &&
    (value['conflictIds'] === undefined || isList(value['conflictIds'], 256, isId))
  )
}

function isPullAnswer(value: unknown): value is PullAnswer {
  return (
    isRecord(value) &&
    isText(value['epoch'], 64) &&
    isCount(value['nowMs']) &&
    isMark(value['mark']) &&
    (value['access'] === undefined || isAccess(value['access'])) &&
    isPage(value['page']) &&
    isMap(value['heads'], limits.buckets, isBucket, isSpan) &&
    typeof value['more'] === 'boolean'
  )
}

function isErrorAnswer(value: unknown): value is ErrorAnswer {
  return (
    isRecord(value) &&
    errorCodes.includes(value['code'] as ErrorAnswer['code']) &&
    (value['why'] === undefined || isText(value['why'], 2_000)) &&
    (value['epoch'] === undefined || isText(value['epoch'], 64)) &&
    (value['signature'] === undefined || isText(value['signature'], 200)) &&
    ['expected', 'minSchema', 'retryAfterMs'].every(
      (key) => value[key] === undefined || isCount(value[key]),
    )
  )
}

function isMark(value: unknown): value is HistoryMark {
  return isRecord(value) && isCount(value['lastN']) && isText(value['lastHash'], 64)
}

function isAccess(value: unknown): value is Access {
  return (
    isRecord(value) &&
    isCount(value['version']) &&
    isList(value['buckets'], limits.buckets, isBucketAccess)
  )
}

function isBucketAccess(value: unknown): value is BucketAccess {
  return (
    isRecord(value) &&
    isBucket(value['id']) &&
    ['editor', 'reviewer', 'viewer'].includes(value['role'] as string) &&
    isCount(value['head']) &&
    (value['floor'] === undefined || isCount(value['floor']))
  )
}

function isSpan(value: unknown): value is HeadSpan {
  return isList(value, 2, isCount) && value.length === 2 && value[0]! <= value[1]!
}

/** A page is believed only when every row of it is well formed (SPEC W4). */
function isPage(value: unknown): value is WirePage {
  if (!isRecord(value) || !isList(value['b'], limits.buckets, isBucket)) return false
  const buckets = value['b'].length
  return (
    isMap(value['t'], 256, isName, (table): table is WirePage['t'][string] =>
      isTablePage(table, buckets),
    ) && isList(value['x'], limits.pullRows * 4, isPageText)
  )
}

function isTablePage(value: unknown, buckets: number): boolean {
  if (!isRecord(value) || !isList(value['c'], 512, isName)) return false
  const columns = value['c'].length
  return (
    Array.isArray(value['r']) &&
    value['r'].every(
      (row: unknown) =>
        Array.isArray(row) &&
        isId(row[0]) &&
        isCount(row[1]) &&
        row[1] < buckets &&
        isCount(row[2]) &&
        [0, 1, 2].includes(row[3] as number) &&
        (row[3] === 2 ? row.length === 4 : row.length === columns + 4) &&
        row.slice(4).every(isPlain),
    )
  )
}

function isPageText(value: unknown): value is WirePage['x'][number] {
  return (
    Array.isArray(value) &&
    value.length === 5 &&
    isName(value[0]) &&
    isId(value[1]) &&
    isName(value[2]) &&
    isCount(value[3]) &&
    typeof value[4] === 'string' &&
    base64Pattern.test(value[4])
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function hasOnly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return isRecord(value) && Object.keys(value).every((key) => keys.includes(key))
}

function isList<T>(
  value: unknown,
  max: number,
  is: (item: unknown) => item is T,
): value is readonly T[] {
  return Array.isArray(value) && value.length <= max && value.every(is)
}

function isMap<T>(
  value: unknown,
  max: number,
  isKey: (key: unknown) => boolean,
  is: (item: unknown) => item is T,
): value is Readonly<Record<string, T>> {
  if (!isRecord(value)) return false
  const entries = Object.entries(value)
  return entries.length <= max && entries.every(([key, item]) => isKey(key) && is(item))
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && namePattern.test(value)
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value)
}

function isPlain(value: unknown): value is string | number | null {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}
