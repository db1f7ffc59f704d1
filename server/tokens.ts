import { createHash, createHmac, randomBytes, sign, timingSafeEqual } from 'node:crypto'

/** Access tokens are short-lived: what a revoked device still holds is checked in the database too. */
export const accessTokenMs = 10 * 60_000
/** A refresh token dies after 30 days without use and after 90 days in any case. */
export const refreshIdleMs = 30 * 86_400_000
export const refreshTotalMs = 90 * 86_400_000
/** A replaced token still works this long, as its answer may have been lost on the way. */
export const refreshGraceMs = 60_000

interface AccessClaims {
  readonly ws: number
  readonly device: string
  readonly untilMs: number
}

/** `<claims>.<HMAC-SHA256>`, base64url; the secret is shared by the nodes through the database. */
export function makeAccessToken(
  secret: string,
  ws: number,
  device: string,
  nowMs: number,
): { readonly token: string; readonly untilMs: number } {
  const untilMs = nowMs + accessTokenMs
  const claims = Buffer.from(JSON.stringify({ ws, device, untilMs } satisfies AccessClaims))
  const body = claims.toString('base64url')
  return { token: `${body}.${macOf(secret, body)}`, untilMs }
}

/** Device of a token; null when it is forged or over. */
export function readAccessToken(secret: string, token: string, nowMs: number): AccessClaims | null {
  const [body, mac, ...rest] = token.split('.')
  if (body === undefined || mac === undefined || rest.length > 0) return null
  const right = Buffer.from(macOf(secret, body))
  const given = Buffer.from(mac)
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as AccessClaims
  return claims.untilMs > nowMs ? claims : null
}

/** 256 random bits; only the hash is stored. */
export function makeSecretToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Signature a device checks with the key it got at enrolment before it deletes anything. */
export function signWipe(privatePem: string, device: string): string {
  return sign(null, Buffer.from(`wipe:${device}`), privatePem).toString('base64')
}

function macOf(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url')
}
