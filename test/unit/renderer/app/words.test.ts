import { describe, expect, it } from 'vitest'
import type { Words } from '../../../../renderer/app/feature'
import { features } from '../../../../renderer/app/features'
import { appWords } from '../../../../renderer/app/strings'

const languages = ['de', 'nl', 'pl'] as const
const parts = [{ name: 'app', words: appWords }, ...features]

/** Every key with its placeholders; plural forms count as one key. */
function keysOf(words: Words, prefix = ''): Map<string, string> {
  const keys = new Map<string, string>()
  for (const [name, value] of Object.entries(words)) {
    const key = `${prefix}${name.replace(/_(zero|one|two|few|many|other)$/, '')}`
    if (typeof value === 'string')
      keys.set(key, [...new Set(value.match(/\{\{\w+\}\}/g) ?? [])].sort().join())
    else for (const [inner, marks] of keysOf(value, `${key}.`)) keys.set(inner, marks)
  }
  return keys
}

describe.each(parts)('words of $name', ({ words }) => {
  it.each(languages)('say in %s all that they say in English', (language) => {
    expect([...keysOf(words[language]).keys()].sort()).toEqual([...keysOf(words.en).keys()].sort())
  })
})
