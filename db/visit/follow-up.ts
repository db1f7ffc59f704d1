import { DateTime } from 'luxon'
import type { Language } from '../terms'

/** What a follow-up may say. Anything else of a log has no way in. */
export interface FollowUpInput {
  readonly title: string
  readonly startAtMs: number
  readonly zone: string
  readonly senderName: string
  readonly decisions: readonly { readonly text: string; readonly isPrivate: boolean }[]
  readonly actions: readonly FollowUpAction[]
  readonly nextStep: string
}

export interface FollowUpAction {
  readonly title: string
  readonly ownerName: string
  /** 'YYYY-MM-DD' or null. */
  readonly dueDate: string | null
  readonly isPrivate: boolean
}

/** The mail to the attendees after a visit, drafted from decisions and actions that are not private. */
export function writeFollowUp(
  input: FollowUpInput,
  language: Language,
): { subject: string; text: string } {
  const words = wordsOf[language]
  const day = DateTime.fromMillis(input.startAtMs, { zone: input.zone })
    .setLocale(language)
    .toLocaleString({ weekday: 'long', day: 'numeric', month: 'long' })
  const decisions = input.decisions
    .filter(({ isPrivate }) => !isPrivate)
    .map(({ text }) => `• ${plainWords(text)}`)
  const actions = input.actions
    .filter(({ isPrivate }) => !isPrivate)
    .map((action) => `• ${writeAction(action, language)}`)
  const blocks = [
    words.greeting,
    words.thanks(input.title, day),
    decisions.length > 0 && `${words.decisions}\n${decisions.join('\n')}`,
    actions.length > 0 && `${words.actions}\n${actions.join('\n')}`,
    input.nextStep.trim() !== '' && `${words.nextStep}: ${plainWords(input.nextStep)}`,
    words.wrong,
    `${words.closing}\n${input.senderName}`,
  ]
  return { subject: words.subject(input.title), text: `${blocks.filter(Boolean).join('\n\n')}\n` }
}

function writeAction({ title, ownerName, dueDate }: FollowUpAction, language: Language): string {
  const due =
    dueDate === null
      ? ''
      : DateTime.fromISO(dueDate, { zone: 'utc' })
          .setLocale(language)
          .toLocaleString({ day: 'numeric', month: 'long' })
  const who = [ownerName, due && wordsOf[language].by(due)].filter(Boolean).join(', ')
  return who === '' ? plainWords(title) : `${plainWords(title)} (${who})`
}

/** `@Jan` and `#pricing` are ours; a reader gets the words. */
function plainWords(text: string): string {
  return text
    .replace(/(^|\s)[@#](?=\S)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

interface FollowUpWords {
  readonly subject: (title: string) => string
  readonly greeting: string
  readonly thanks: (title: string, day: string) => string
  readonly decisions: string
  readonly actions: string
  readonly nextStep: string
  readonly by: (day: string) => string
  readonly wrong: string
  readonly closing: string
}

const wordsOf: Readonly<Record<Language, FollowUpWords>> = {
  en: {
    subject: (title) => `Thank you, and what we agreed: ${title}`,
    greeting: 'Good day,',
    thanks: (title, day) =>
      `thank you for your time at “${title}” on ${day}. This is what we took from it.`,
    decisions: 'What we decided',
    actions: 'Who does what',
    nextStep: 'Next step',
    by: (day) => `by ${day}`,
    wrong: 'If something is missing or wrong, please answer; we put it right.',
    closing: 'Kind regards',
  },
  de: {
    subject: (title) => `Vielen Dank und unsere Vereinbarungen: ${title}`,
    greeting: 'Guten Tag,',
    thanks: (title, day) =>
      `vielen Dank für Ihre Zeit bei „${title}“ am ${day}. Das nehmen wir mit.`,
    decisions: 'Was wir beschlossen haben',
    actions: 'Wer was macht',
    nextStep: 'Nächster Schritt',
    by: (day) => `bis ${day}`,
    wrong: 'Fehlt etwas oder stimmt etwas nicht, antworten Sie bitte; wir stellen es richtig.',
    closing: 'Mit freundlichen Grüßen',
  },
  nl: {
    subject: (title) => `Dank, en wat we hebben afgesproken: ${title}`,
    greeting: 'Goedendag,',
    thanks: (title, day) => `dank voor uw tijd bij “${title}” op ${day}. Dit nemen wij mee.`,
    decisions: 'Wat we hebben besloten',
    actions: 'Wie doet wat',
    nextStep: 'Volgende stap',
    by: (day) => `vóór ${day}`,
    wrong: 'Ontbreekt er iets of klopt er iets niet, laat het ons weten; wij zetten het recht.',
    closing: 'Met vriendelijke groet',
  },
  pl: {
    subject: (title) => `Podziękowanie i ustalenia: ${title}`,
    greeting: 'Dzień dobry,',
    thanks: (title, day) => `dziękujemy za spotkanie „${title}” (${day}). Oto nasze ustalenia.`,
    decisions: 'Co postanowiliśmy',
    actions: 'Kto co robi',
    nextStep: 'Następny krok',
    by: (day) => `do ${day}`,
    wrong: 'Jeśli czegoś brakuje lub coś się nie zgadza, prosimy o odpowiedź; poprawimy.',
    closing: 'Z poważaniem',
  },
}
