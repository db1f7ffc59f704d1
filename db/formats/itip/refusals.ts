import type { Language } from '../../terms'

/** Why a dropped or pasted file was not used; the list is closed. */
export const refusalCodes = [
  'not_calendar', // no calendar object in it
  'broken_calendar', // a calendar object that does not follow the format
  'too_large',
  'no_method', // a stored calendar entry, not a message about one
  'method_unknown', // a METHOD outside RFC 5546
  'not_a_meeting', // a task, a journal entry or free-busy times
  'no_uid',
  'no_organizer',
  'no_dtstamp',
  'reply_without_attendee',
  'reply_with_several', // RFC 5546 3.2.3: exactly one attendee answers
  'no_answer', // the one attendee has no PARTSTAT that answers
  'address_unreadable',
  'whole_series', // a repeating meeting, which a visit never is
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** What happened and what to do, in one or two sentences. */
export function writeRefusal(code: RefusalCode, language: Language): string {
  return sentences[language][code]
}

const sentences: Readonly<Record<Language, Readonly<Record<RefusalCode, string>>>> = {
  en: {
    not_calendar:
      'There is no calendar answer in this file. Drop the mail (.eml) or the .ics file of the answer.',
    broken_calendar:
      'The calendar part of this file is damaged, so nothing was changed. Set the answer by hand.',
    too_large: 'This file is too large to be an answer to an invitation. Nothing was changed.',
    no_method: 'This is a stored calendar entry, not an answer. Nothing was changed.',
    method_unknown: 'This file is of a kind that calendars do not send. Nothing was changed.',
    not_a_meeting:
      'This file is about a task or free time, not about a meeting. Nothing was changed.',
    no_uid: 'This file does not say which meeting it is about. Set the answer by hand.',
    no_organizer: 'This answer does not say whose meeting it is about. Set the answer by hand.',
    no_dtstamp:
      'This answer does not say when it was given, so it cannot be put in order. Set the answer by hand.',
    reply_without_attendee: 'This answer does not say who gave it. Set the answer by hand.',
    reply_with_several:
      'This file answers for several people at once, which an answer must not do. Set the answers by hand.',
    no_answer: 'This file holds no yes, no or maybe. Nothing was changed.',
    address_unreadable:
      'The address in this answer is not a mail address, so nobody was changed. Set the answer by hand.',
    whole_series:
      'This file is about a repeating meeting, and a visit is a single one. Nothing was changed.',
  },
  de: {
    not_calendar:
      'In dieser Datei steckt keine Kalenderantwort. Legen Sie die Mail (.eml) oder die .ics-Datei der Antwort hierher.',
    broken_calendar:
      'Der Kalenderteil dieser Datei ist beschädigt, es wurde nichts geändert. Tragen Sie die Antwort von Hand ein.',
    too_large:
      'Diese Datei ist zu groß für eine Antwort auf eine Einladung. Es wurde nichts geändert.',
    no_method:
      'Das ist ein gespeicherter Kalendereintrag und keine Antwort. Es wurde nichts geändert.',
    method_unknown: 'Eine Datei dieser Art verschicken Kalender nicht. Es wurde nichts geändert.',
    not_a_meeting:
      'In dieser Datei geht es um eine Aufgabe oder freie Zeiten und nicht um einen Termin. Es wurde nichts geändert.',
    no_uid:
      'Diese Datei sagt nicht, um welchen Termin es geht. Tragen Sie die Antwort von Hand ein.',
    no_organizer:
      'Diese Antwort sagt nicht, um wessen Termin es geht. Tragen Sie die Antwort von Hand ein.',
    no_dtstamp:
      'Diese Antwort sagt nicht, wann sie gegeben wurde, und lässt sich nicht einordnen. Tragen Sie sie von Hand ein.',
    reply_without_attendee:
      'Diese Antwort sagt nicht, von wem sie ist. Tragen Sie die Antwort von Hand ein.',
    reply_with_several:
      'Diese Datei antwortet für mehrere Personen zugleich, was eine Antwort nicht darf. Tragen Sie die Antworten von Hand ein.',
    no_answer:
      'Diese Datei enthält weder Zusage noch Absage noch Vorbehalt. Es wurde nichts geändert.',
    address_unreadable:
      'Die Adresse in dieser Antwort ist keine E-Mail-Adresse, es wurde niemand geändert. Tragen Sie die Antwort von Hand ein.',
    whole_series:
      'In dieser Datei geht es um einen Serientermin, ein Besuch ist ein einzelner. Es wurde nichts geändert.',
  },
  nl: {
    not_calendar:
      'Er zit geen agenda-antwoord in dit bestand. Sleep de e-mail (.eml) of het .ics-bestand van het antwoord hierheen.',
    broken_calendar:
      'Het agendadeel van dit bestand is beschadigd; er is niets gewijzigd. Vul het antwoord met de hand in.',
    too_large:
      'Dit bestand is te groot voor een antwoord op een uitnodiging. Er is niets gewijzigd.',
    no_method: 'Dit is een opgeslagen agendapunt en geen antwoord. Er is niets gewijzigd.',
    method_unknown: 'Dit soort bestand versturen agenda’s niet. Er is niets gewijzigd.',
    not_a_meeting:
      'Dit bestand gaat over een taak of vrije tijd en niet over een afspraak. Er is niets gewijzigd.',
    no_uid: 'Dit bestand zegt niet om welke afspraak het gaat. Vul het antwoord met de hand in.',
    no_organizer:
      'Dit antwoord zegt niet om wiens afspraak het gaat. Vul het antwoord met de hand in.',
    no_dtstamp:
      'Dit antwoord zegt niet wanneer het is gegeven en is dus niet op volgorde te zetten. Vul het met de hand in.',
    reply_without_attendee:
      'Dit antwoord zegt niet van wie het is. Vul het antwoord met de hand in.',
    reply_with_several:
      'Dit bestand antwoordt voor meerdere mensen tegelijk, en dat mag een antwoord niet. Vul de antwoorden met de hand in.',
    no_answer: 'Dit bestand bevat geen ja, nee of misschien. Er is niets gewijzigd.',
    address_unreadable:
      'Het adres in dit antwoord is geen e-mailadres; er is niemand gewijzigd. Vul het antwoord met de hand in.',
    whole_series:
      'Dit bestand gaat over een terugkerende afspraak, en een bezoek is er één. Er is niets gewijzigd.',
  },
  pl: {
    not_calendar:
      'W tym pliku nie ma odpowiedzi z kalendarza. Upuść wiadomość (.eml) albo plik .ics z odpowiedzią.',
    broken_calendar:
      'Część kalendarzowa tego pliku jest uszkodzona, nic nie zmieniono. Wpisz odpowiedź ręcznie.',
    too_large: 'Ten plik jest za duży jak na odpowiedź na zaproszenie. Nic nie zmieniono.',
    no_method: 'To zapisany wpis kalendarza, a nie odpowiedź. Nic nie zmieniono.',
    method_unknown: 'Plików tego rodzaju kalendarze nie wysyłają. Nic nie zmieniono.',
    not_a_meeting:
      'Ten plik dotyczy zadania lub wolnych terminów, a nie spotkania. Nic nie zmieniono.',
    no_uid: 'Ten plik nie mówi, o które spotkanie chodzi. Wpisz odpowiedź ręcznie.',
    no_organizer: 'Ta odpowiedź nie mówi, czyjego spotkania dotyczy. Wpisz odpowiedź ręcznie.',
    no_dtstamp:
      'Ta odpowiedź nie mówi, kiedy jej udzielono, więc nie da się jej uporządkować. Wpisz ją ręcznie.',
    reply_without_attendee: 'Ta odpowiedź nie mówi, kto jej udzielił. Wpisz odpowiedź ręcznie.',
    reply_with_several:
      'Ten plik odpowiada za kilka osób naraz, a odpowiedź nie może tego robić. Wpisz odpowiedzi ręcznie.',
    no_answer: 'W tym pliku nie ma ani tak, ani nie, ani może. Nic nie zmieniono.',
    address_unreadable:
      'Adres w tej odpowiedzi nie jest adresem e-mail, nikogo nie zmieniono. Wpisz odpowiedź ręcznie.',
    whole_series:
      'Ten plik dotyczy spotkania cyklicznego, a wizyta jest pojedyncza. Nic nie zmieniono.',
  },
}
