import type { Language, MailKind } from '../../terms'

/** The words around an invitation, in the language of the person invited. */
export interface MailWords {
  readonly subject: Readonly<Record<MailKind, (title: string) => string>>
  readonly greeting: (name: string) => string
  readonly opening: Readonly<Record<MailKind, (organizer: string, title: string) => string>>
  readonly when: string
  readonly where: string
  readonly video: string
  readonly agenda: string
  readonly changed: string
  readonly untitled: string
  readonly break: string
  readonly travel: string
  readonly minutes: (count: number) => string
  readonly timesIn: (zone: string) => string
  readonly answer: string
  readonly closing: string
}

/** `Jetway` sends in these languages; an invitee without one gets the first. */
export const mailWords: Readonly<Record<Language, MailWords>> = {
  en: {
    subject: {
      invitation: (title) => `Invitation: ${title}`,
      update: (title) => `Updated: ${title}`,
      cancellation: (title) => `Cancelled: ${title}`,
      removal: (title) => `No longer on your calendar: ${title}`,
    },
    greeting: (name) => `Dear ${name},`,
    opening: {
      invitation: (who, title) => `${who} invites you to “${title}”.`,
      update: (who, title) => `${who} has changed “${title}”. This is how it stands now.`,
      cancellation: (who, title) =>
        `${who} has called off “${title}”. It can be taken off your calendar.`,
      removal: (who, title) => `${who} no longer needs you at “${title}”. The time is yours again.`,
    },
    when: 'When',
    where: 'Where',
    video: 'By video',
    agenda: 'Agenda',
    changed: 'New',
    untitled: 'Meeting',
    break: 'Break',
    travel: 'On the way',
    minutes: (count) => `${count} min`,
    timesIn: (zone) => `All times are local at the site (${zone}).`,
    answer: 'Please answer with the buttons of your calendar, or simply reply to this mail.',
    closing: 'Kind regards',
  },
  de: {
    subject: {
      invitation: (title) => `Einladung: ${title}`,
      update: (title) => `Geändert: ${title}`,
      cancellation: (title) => `Abgesagt: ${title}`,
      removal: (title) => `Nicht mehr in Ihrem Kalender: ${title}`,
    },
    greeting: (name) => `Guten Tag ${name},`,
    opening: {
      invitation: (who, title) => `${who} lädt Sie zu „${title}“ ein.`,
      update: (who, title) => `${who} hat „${title}“ geändert. Dies ist der neue Stand.`,
      cancellation: (who, title) =>
        `${who} hat „${title}“ abgesagt. Der Termin kann aus Ihrem Kalender gelöscht werden.`,
      removal: (who, title) =>
        `${who} benötigt Sie bei „${title}“ nicht mehr. Die Zeit gehört wieder Ihnen.`,
    },
    when: 'Wann',
    where: 'Wo',
    video: 'Per Video',
    agenda: 'Agenda',
    changed: 'Neu',
    untitled: 'Termin',
    break: 'Pause',
    travel: 'Unterwegs',
    minutes: (count) => `${count} Min.`,
    timesIn: (zone) => `Alle Zeiten sind Ortszeit (${zone}).`,
    answer:
      'Bitte antworten Sie über die Schaltflächen Ihres Kalenders oder einfach auf diese E-Mail.',
    closing: 'Mit freundlichen Grüßen',
  },
  nl: {
    subject: {
      invitation: (title) => `Uitnodiging: ${title}`,
      update: (title) => `Gewijzigd: ${title}`,
      cancellation: (title) => `Geannuleerd: ${title}`,
      removal: (title) => `Niet meer in uw agenda: ${title}`,
    },
    greeting: (name) => `Beste ${name},`,
    opening: {
      invitation: (who, title) => `${who} nodigt u uit voor “${title}”.`,
      update: (who, title) => `${who} heeft “${title}” gewijzigd. Zo staat het er nu voor.`,
      cancellation: (who, title) =>
        `${who} heeft “${title}” geannuleerd. U kunt de afspraak uit uw agenda verwijderen.`,
      removal: (who, title) =>
        `${who} heeft u bij “${title}” niet meer nodig. De tijd is weer van u.`,
    },
    when: 'Wanneer',
    where: 'Waar',
    video: 'Via video',
    agenda: 'Agenda',
    changed: 'Nieuw',
    untitled: 'Afspraak',
    break: 'Pauze',
    travel: 'Onderweg',
    minutes: (count) => `${count} min`,
    timesIn: (zone) => `Alle tijden zijn lokale tijd (${zone}).`,
    answer: 'Antwoord met de knoppen in uw agenda, of beantwoord gewoon deze e-mail.',
    closing: 'Met vriendelijke groet',
  },
  pl: {
    subject: {
      invitation: (title) => `Zaproszenie: ${title}`,
      update: (title) => `Zmiana: ${title}`,
      cancellation: (title) => `Odwołane: ${title}`,
      removal: (title) => `Już nie w Państwa kalendarzu: ${title}`,
    },
    greeting: () => 'Dzień dobry,',
    opening: {
      invitation: (who, title) => `${who} zaprasza na spotkanie „${title}”.`,
      update: (who, title) =>
        `${who} przesyła zmiany do spotkania „${title}”. Poniżej aktualne dane.`,
      cancellation: (who, title) =>
        `${who} odwołuje spotkanie „${title}”. Można je usunąć z kalendarza.`,
      removal: (who, title) =>
        `${who} informuje, że Państwa udział w spotkaniu „${title}” nie jest już potrzebny.`,
    },
    when: 'Kiedy',
    where: 'Gdzie',
    video: 'Wideo',
    agenda: 'Agenda',
    changed: 'Nowość',
    untitled: 'Spotkanie',
    break: 'Przerwa',
    travel: 'W drodze',
    minutes: (count) => `${count} min`,
    timesIn: (zone) => `Wszystkie godziny w czasie lokalnym (${zone}).`,
    answer: 'Prosimy o odpowiedź przyciskami w kalendarzu lub zwykłą odpowiedź na tę wiadomość.',
    closing: 'Z poważaniem',
  },
}
