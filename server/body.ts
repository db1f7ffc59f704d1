import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'

import { parseJson } from '../sync/json'
import { problem } from './problem'

const maxSmallBodyLength = 64 * 1024

/** The text of a request's body; an empty one when there was none. */
export function bodyOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : ''
}

/** Reads a small body by a strict schema; everything else is a bad request (SPEC W1 to W3). */
export function readBody<T>(request: FastifyRequest, schema: z.ZodType<T>): T {
  const parsed = parseJson(bodyOf(request), maxSmallBodyLength)
  if ('fault' in parsed) throw problem('bad_request', { why: parsed.fault })
  return readValue(parsed.value, schema)
}

/** The same for path and query. */
export function readValue<T>(value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value)
  if (!result.success) throw problem('bad_request', { why: 'bad_shape' })
  return result.data
}
