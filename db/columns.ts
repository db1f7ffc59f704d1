import { integer, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'

/** The primary key every synced table has. */
export function idColumn() {
  return text().primaryKey().notNull()
}

/** A time in UTC milliseconds that may be unknown. */
export function atMsColumn() {
  return integer()
}

/** Text that is never null; empty = nothing typed. */
export function wordsColumn() {
  return text().notNull().default('')
}

/** 0 or 1. */
export function flagColumn() {
  return integer().notNull().default(0)
}

/** The longest single-line text, in characters. */
export const lineMaxChars = 400
/** The longest note, in characters. */
export const noteMaxChars = 200_000

export const idSchema = z.string().min(1).max(80)
export const lineSchema = z.string().max(lineMaxChars)
export const noteSchema = z.string().max(noteMaxChars)
export const flagSchema = z.union([z.literal(0), z.literal(1)])
export const atMsSchema = z.int().min(-8.64e15).max(8.64e15)
/** A calendar date, 'YYYY-MM-DD'. */
export const dateSchema = z.iso.date()
export const minorUnitsSchema = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)
