import { describe, expect, it } from 'vitest'
import { coverageStrings } from '../../../../../renderer/features/coverage/strings'
import { historyStrings } from '../../../../../renderer/features/history/strings'

type Tree = { readonly [key: string]: string | Tree }

describe.each([
  ['history', historyStrings],
  ['coverage', coverageStrings],
] as const)('the words of %s', (_name, strings) => {
  it.each(['de', 'nl', 'pl'] as const)('in %s fill every key and every slot', (language) => {
    const english = flatten(strings.en as Tree)
    const words = flatten(strings[language] as Tree)
    const slots = (text = '') => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join()
    expect([...words.keys()]).toEqual([...english.keys()])
    const wrong = [...english].filter(([key, text]) => slots(words.get(key)) !== slots(text))
    expect(wrong).toEqual([])
  })
})

function flatten(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, value] as const]
        : [...flatten(value, `${path}${key}.`)],
    ),
  )
}
