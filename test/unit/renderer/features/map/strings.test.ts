import { describe, expect, it } from 'vitest'
import { mapStrings } from '../../../../../renderer/features/map/strings'

type Node = { readonly [key: string]: string | Node }

function flatten(node: Node, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(node)) {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') found.set(at, value)
    else for (const [inner, text] of flatten(value, at)) found.set(inner, text)
  }
  return found
}

describe('the map speaks four languages', () => {
  const english = flatten(mapStrings.en)
  it.each(['de', 'nl', 'pl'] as const)('%s has every key with the same slots', (language) => {
    const words = flatten(mapStrings[language])
    const slots = (text = '') => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort())
    expect(
      [...english].filter(([key, text]) => `${slots(words.get(key))}` !== `${slots(text)}`),
    ).toEqual([])
    expect([...words].filter(([, text]) => text.trim() === '')).toEqual([])
  })
})
