import { makeKeyIndex, matchKey } from './match'
import { addNote } from './people-rows'
import type { ImportNote } from './plan-model'
import type { ExistingMember } from './snapshot'

/** Finds our own people by name, mail address or id; who is not found leaves a note. */
export function makeOwnerFinder(
  members: readonly ExistingMember[],
): (text: string, notes: ImportNote[]) => string | null {
  const byText = makeKeyIndex<string>()
  for (const { id, name, email } of members)
    for (const text of new Set([id, name, email].map(matchKey))) byText.add(text, id)
  return (text, notes) => {
    if (text === '') return null
    const found = byText.only(matchKey(text))
    if (found === undefined) addNote(notes, 'unknown_owner', text)
    return found ?? null
  }
}
