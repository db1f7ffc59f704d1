import type { OutlinePerson } from '../../../db/formats/outline-model'
import { parsePersonText, printNameTitle } from '../../../db/formats/outline-words'
import type { BuyingRole, Influence, MapSeat, Stance } from './model'

/** What one line typed on a card says. Left-out fields were not mentioned. */
export interface CardText {
  readonly name?: string
  readonly title?: string
  readonly department?: string
  readonly email?: string
  readonly stance?: Stance
  readonly influence?: Influence
  readonly roles?: readonly BuyingRole[]
  readonly isTopFive?: true
}

/**
 * Reads `Jan Kowalski, Head of IT + !M #T <jan@acme.example>` by the grammar of the outline. A second
 * line is more of the title. Empty text gives null.
 */
export function readCardText(text: string): CardText | null {
  const [line = '', ...more] = text.split('\n')
  const person = parsePersonText(line)
  const title = [person.title, ...more.map((part) => part.trim())]
    .filter((part) => part !== '')
    .join(' ')
  const found = sayKnown({ ...person, title })
  return Object.keys(found).length === 0 && !line.includes('?') ? null : found
}

/** The text that `readCardText` reads back: what F2 puts into the field. */
export function writeCardText({ person, title }: MapSeat): string {
  return person === null && title === '' ? '' : printNameTitle({ name: person?.name ?? '', title })
}

/** The text of an edited card: as name and title stood in the field, a missing title is cleared. */
export function readEditedText(text: string): CardText | null {
  const found = readCardText(text)
  return found === null || found.name === undefined ? found : { title: '', ...found }
}

function sayKnown(person: OutlinePerson): CardText {
  const { name, title, department, email, stance, influence, roles, isTopFive } = person
  return {
    ...(name === '' ? {} : { name }),
    ...(title === '' ? {} : { title }),
    ...(department === '' ? {} : { department }),
    ...(email === '' ? {} : { email }),
    ...(stance === 'unknown' ? {} : { stance }),
    ...(influence === 'unknown' ? {} : { influence }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(isTopFive ? { isTopFive: true as const } : {}),
  }
}
