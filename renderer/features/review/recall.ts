/** One name typed in the recall drill and the person it names; null = nobody of the top five. */
export interface Recalled {
  readonly typed: string
  readonly personId: string | null
}

/**
 * Which of the top five were named: a line names a person when all its words begin words of the
 * name, without regard to case and accents. Each person counts once (methods 0.15).
 */
export function recallNames(
  text: string,
  people: readonly { readonly id: string; readonly name: string }[],
): { readonly lines: readonly Recalled[]; readonly named: ReadonlySet<string> } {
  const named = new Set<string>()
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((typed) => {
      const words = wordsOf(typed)
      const person = people.find(
        ({ id, name }) => !named.has(id) && words.length > 0 && isNamedBy(wordsOf(name), words),
      )
      if (person) named.add(person.id)
      return { typed, personId: person?.id ?? null }
    })
  return { lines, named }
}

function isNamedBy(name: readonly string[], typed: readonly string[]): boolean {
  return typed.every((word) => word.length > 1 && name.some((part) => part.startsWith(word)))
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
