/** Texts are compared without case, surplus space and Unicode form. */
export function matchKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Several texts as one key. */
export function jointKey(...texts: readonly string[]): string {
  return texts.map(matchKey).join('\n')
}

/** Things by a key; several may share one. An empty key finds nothing. */
export interface KeyIndex<T> {
  add(key: string, thing: T): void
  all(key: string): readonly T[]
  first(key: string): T | undefined
  /** The thing with this key when there is exactly one. */
  only(key: string): T | undefined
}

export function makeKeyIndex<T>(): KeyIndex<T> {
  const byKey = new Map<string, T[]>()
  function all(key: string): readonly T[] {
    return (key === '' ? undefined : byKey.get(key)) ?? []
  }
  return {
    all,
    add: (key, thing) => {
      if (key === '') return
      const things = byKey.get(key)
      if (things) things.push(thing)
      else byKey.set(key, [thing])
    },
    first: (key) => all(key)[0],
    only: (key) => (all(key).length === 1 ? all(key)[0] : undefined),
  }
}
