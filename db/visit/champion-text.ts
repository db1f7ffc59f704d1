import { DateTime } from 'luxon'
import type { Language } from '../terms'

export interface ChampionAsk {
  readonly championName: string
  readonly senderName: string
  readonly title: string
  readonly startAtMs: number
  readonly zone: string
  /** Who is not in yet: name and position only, nothing we think of them. */
  readonly missing: readonly { readonly name: string; readonly title: string }[]
}

/** The text that asks the champion to bring the others into the room (methods 0.20). */
export function writeChampionAsk(
  ask: ChampionAsk,
  language: Language,
): { subject: string; text: string } {
  const day = DateTime.fromMillis(ask.startAtMs, { zone: ask.zone })
    .setLocale(language)
    .toLocaleString({ weekday: 'long', day: 'numeric', month: 'long' })
  const people = ask.missing.map(
    ({ name, title }) => `• ${[name, title].filter(Boolean).join(', ')}`,
  )
  const words = wordsOf[language]
  const text = [
    words.greeting(ask.championName),
    people.length > 0 ? words.askFor(ask.title, day) : words.askAll(ask.title, day),
    people.join('\n'),
    words.why,
    `${words.closing}\n${ask.senderName}`,
  ]
  return { subject: words.subject(ask.title), text: `${text.filter(Boolean).join('\n\n')}\n` }
}

interface ChampionWords {
  readonly subject: (title: string) => string
  readonly greeting: (name: string) => string
  readonly askFor: (title: string, day: string) => string
  readonly askAll: (title: string, day: string) => string
  readonly why: string
  readonly closing: string
}

const wordsOf: Readonly<Record<Language, ChampionWords>> = {
  en: {
    subject: (title) => `Could you bring them along? ${title}`,
    greeting: (name) => `Dear ${name},`,
    askFor: (title, day) =>
      `We come for “${title}” on ${day}. These colleagues are not in yet, and your word counts more than mine. Could you ask them to join, if only for half an hour?`,
    askAll: (title, day) =>
      `We come for “${title}” on ${day}. Whom else should we meet while we are there? The larger the round, the better.`,
    why: 'We want to hear from everybody whose work this touches, so that nobody is surprised later.',
    closing: 'Thank you and kind regards',
  },
  de: {
    subject: (title) => `Können Sie sie mitbringen? ${title}`,
    greeting: (name) => `Guten Tag ${name},`,
    askFor: (title, day) =>
      `Wir kommen am ${day} zu „${title}“. Diese Kolleginnen und Kollegen sind noch nicht dabei, und Ihr Wort wiegt mehr als meins. Könnten Sie sie bitten, wenigstens eine halbe Stunde dazuzukommen?`,
    askAll: (title, day) =>
      `Wir kommen am ${day} zu „${title}“. Wen sollten wir bei dieser Gelegenheit noch kennenlernen? Je größer die Runde, desto besser.`,
    why: 'Wir möchten alle hören, deren Arbeit davon berührt wird, damit später niemand überrascht ist.',
    closing: 'Vielen Dank und freundliche Grüße',
  },
  nl: {
    subject: (title) => `Kunt u hen meebrengen? ${title}`,
    greeting: (name) => `Beste ${name},`,
    askFor: (title, day) =>
      `Wij komen op ${day} voor “${title}”. Deze collega’s doen nog niet mee, en uw woord weegt zwaarder dan het mijne. Kunt u hen vragen erbij te komen, al is het maar een half uur?`,
    askAll: (title, day) =>
      `Wij komen op ${day} voor “${title}”. Wie zouden we dan nog moeten ontmoeten? Hoe groter de groep, hoe beter.`,
    why: 'We willen iedereen horen wiens werk dit raakt, zodat later niemand verrast is.',
    closing: 'Dank en vriendelijke groet',
  },
  pl: {
    subject: (title) => `Prośba o zaproszenie współpracowników: ${title}`,
    greeting: () => 'Dzień dobry,',
    askFor: (title, day) =>
      `Przyjeżdżamy na spotkanie „${title}” (${day}). Tych osób jeszcze nie ma na liście, a Państwa słowo znaczy więcej niż moje. Czy można prosić o zaproszenie ich choćby na pół godziny?`,
    askAll: (title, day) =>
      `Przyjeżdżamy na spotkanie „${title}” (${day}). Kogo jeszcze powinniśmy przy tej okazji poznać? Im szersze grono, tym lepiej.`,
    why: 'Chcemy wysłuchać wszystkich, których pracy to dotyczy, żeby później nikt nie był zaskoczony.',
    closing: 'Dziękuję i pozdrawiam',
  },
}
