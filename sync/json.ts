/** Deepest nesting accepted from the other side. */
export const maxJsonDepth = 64

export type JsonFault = 'not_json' | 'too_deep' | 'too_long' | 'forbidden_key'

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses JSON from the other side: nesting is measured before parsing and keys that could reach a
 * prototype are refused at every level (SPEC W2, W3). `maxLength` is in UTF-16 units.
 */
export function parseJson(
  text: string,
  maxLength: number,
): { readonly value: unknown } | { readonly fault: JsonFault } {
  if (text.length > maxLength) return { fault: 'too_long' }
  if (isTooDeep(text)) return { fault: 'too_deep' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'not_json' }
  }
  return hasForbiddenKey(value) ? { fault: 'forbidden_key' } : { value }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isInString) {
      if (unit === 92) i++
      else if (unit === 34) isInString = false
    } else if (unit === 34) isInString = true
    else if (unit === 123 || unit === 91) {
      if (++depth > maxJsonDepth) return true
    } else if (unit === 125 || unit === 93) depth--
  }
  return false
}

function hasForbiddenKey(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  if (Array.isArray(value)) return value.some(hasForbiddenKey)
  return Object.entries(value).some(
    ([key, item]) => forbiddenKeys.has(key) || hasForbiddenKey(item),
  )
}
