import type { MeetingsWords } from './strings-en'

export const meetingsStringsPl: MeetingsWords & {
  readonly more_few: string
  readonly more_many: string
  readonly followUp: { readonly mail_few: string; readonly mail_many: string }
} = {
  title: 'Spotkania',
  tab: 'Dziennik',
  adHoc: 'Spotkanie',
  startNow: 'Rozpocznij spotkanie teraz',
  end: 'Zakończ spotkanie',
  ended: 'Spotkanie zakończone; w notatkach nadal można pisać.',
  toVisit: 'Wizyta i agenda',
  clock: 'Od początku, godziny i minuty',
  more_one: 'Pokaż jeszcze {{count}}',
  more_few: 'Pokaż jeszcze {{count}}',
  more_many: 'Pokaż jeszcze {{count}}',
  more_other: 'Pokaż jeszcze {{count}}',
  you: 'Ty',
  mapDiff: 'Zmiany na mapie:',
  agenda: 'Agenda',
  notes: 'Notatki',
  notesHint:
    'Zapisuj, co mówią. Wiersz zaczynający się od: zadanie, decyzja, ryzyko, pochwała, obietnica, brak:, upsell, konkurencja lub następny krok stanie się nim po naciśnięciu Enter.\n\nzadanie Jan 12 gru wysłać ofertę\ndecyzja: pilotaż do marca @Anna #cena\n+ Maria Nowak, CFO   (właśnie weszła)',
  keywords: 'zadanie Jan 12 gru … · decyzja … · ryzyko … · konkurencja … · + Imię, stanowisko',
  people: 'W pokoju',
  peopleHint:
    'Kliknięcie: obecność, nieobecność. Na zaznaczonej osobie: 1–5 nastawienie, M obecność, R wideo.',
  chipHint: '{{name}}: kliknij, by zmienić obecność; 1–5 ustawia nastawienie',
  walkIn: 'Kto właśnie przyszedł? Imię, stanowisko',
  draft: {
    saved: 'Wszystko zapisane',
    typing: 'Zapisywanie …',
    failed: 'Jeszcze nie zapisano; tekst jest nadal tutaj',
  },
  attendance: {
    unknown: 'oczekiwana osoba',
    attended: 'obecność',
    absent: 'nieobecność',
    remote: 'wideo',
    walk_in: 'bez zaproszenia',
  },
  field: { title: 'Tytuł', modality: 'Jak się odbywa', language: 'Język' },
  language: { en: 'angielski', de: 'niemiecki', nl: 'niderlandzki', pl: 'polski' },
  problem: { title: 'Spotkanie musi mieć tytuł.' },
  strip: {
    nextStep: 'Następny krok',
    empty: 'Decyzje, zadania i sygnały o konkurencji zbierają się tu podczas pisania.',
    done: 'Zrobione: {{title}}',
    private: 'prywatne',
    sighting: 'Konkurencja',
    removed: 'Usunięto „{{words}}”.',
  },
  followUp: {
    button: 'Podsumowanie',
    title: 'Podsumowanie dla obecnych',
    hint: 'Szkic z decyzji i zadań. Nie ma w nim prywatnych wierszy ani notatek. Przeczytaj przed wysłaniem.',
    mail_one: 'Otwórz w poczcie ({{count}})',
    mail_few: 'Otwórz w poczcie ({{count}})',
    mail_many: 'Otwórz w poczcie ({{count}})',
    mail_other: 'Otwórz w poczcie ({{count}})',
    copied: 'Skopiowano tekst.',
  },
  contact: {
    command: 'Zapisz kontakt',
    button: 'Zapisz kontakt',
    title: 'Zapisz kontakt',
    who: 'Z kim',
    nobody: 'Nikt u tego klienta tak się nie nazywa albo pasuje kilka osób.',
    how: 'Jak',
    when: 'Kiedy',
    note: 'O czym była mowa',
    save: 'Zapisz',
    done: 'Zapisano kontakt: {{name}}.',
  },
  empty: {
    title: 'Nie ma jeszcze spotkań',
    text: 'Rozpocznij spotkanie z wizyty albo zapisz rozmowę u klienta. Od notatek zaczyna się następna wizyta.',
    visits: 'Przejdź do wizyt',
    account: 'Z tym klientem nic jeszcze nie zapisano',
    accountText: 'Spotkanie, telefon, przypadkowa rozmowa: każde liczy się jako ostatni kontakt.',
  },
  gone: {
    title: 'Tego spotkania już nie ma',
    text: 'Mogło zostać usunięte w innym oknie. Ctrl+Z je przywróci.',
    back: 'Wszystkie spotkania',
  },
}
