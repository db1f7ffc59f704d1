const en = {
  title: 'Review',
  page: '{{page}} of {{count}}',
  previous: 'Previous',
  next: 'Next account',
  score: '{{count}} of {{of}} named from memory',
  never: 'Never met',
  noNeeds: 'What this person needs is not written down yet.',
  log: 'Log contact',
  logged: 'Contact with {{name}} logged',
  fewer_one: 'One more person is missing for a top five.',
  fewer_other: '{{count}} more people are missing for a top five.',
  drill: {
    title: 'Who are the five people that matter here?',
    text: 'Type their names, one a line, before you look. Nobody sees the score but you.',
    reveal: 'Show the list',
  },
  none: {
    title: 'Nothing to review yet',
    text: 'The review goes through the five people who matter at each account. Map an account first.',
    action: 'Open accounts',
  },
  nobody: {
    title: 'No top five here',
    text: '{{count}} people are known at this account, but none is marked. That alone is a risk.',
    action: 'Mark them on the map',
  },
}

const de: typeof en = {
  title: 'Durchsicht',
  page: '{{page}} von {{count}}',
  previous: 'Zurück',
  next: 'Nächster Account',
  score: '{{count}} von {{of}} aus dem Gedächtnis genannt',
  never: 'Nie getroffen',
  noNeeds: 'Was diese Person braucht, ist noch nicht notiert.',
  log: 'Kontakt eintragen',
  logged: 'Kontakt mit {{name}} eingetragen',
  fewer_one: 'Für fünf fehlt noch eine Person.',
  fewer_other: 'Für fünf fehlen noch {{count}} Personen.',
  drill: {
    title: 'Wer sind die fünf Menschen, auf die es hier ankommt?',
    text: 'Schreiben Sie die Namen, einen je Zeile, bevor Sie nachsehen. Das Ergebnis sehen nur Sie.',
    reveal: 'Liste zeigen',
  },
  none: {
    title: 'Noch nichts durchzusehen',
    text: 'Die Durchsicht geht die fünf wichtigsten Menschen jedes Accounts durch. Zeichnen Sie zuerst einen Account.',
    action: 'Accounts öffnen',
  },
  nobody: {
    title: 'Hier gibt es keine Top Fünf',
    text: '{{count}} Personen sind bekannt, aber keine ist markiert. Schon das ist ein Risiko.',
    action: 'Auf der Karte markieren',
  },
}

const nl: typeof en = {
  title: 'Doornemen',
  page: '{{page}} van {{count}}',
  previous: 'Vorige',
  next: 'Volgend account',
  score: '{{count}} van {{of}} uit het hoofd genoemd',
  never: 'Nooit gesproken',
  noNeeds: 'Wat deze persoon nodig heeft, is nog niet opgeschreven.',
  log: 'Contact vastleggen',
  logged: 'Contact met {{name}} vastgelegd',
  fewer_one: 'Voor een topvijf ontbreekt nog één persoon.',
  fewer_other: 'Voor een topvijf ontbreken nog {{count}} mensen.',
  drill: {
    title: 'Wie zijn de vijf mensen die hier tellen?',
    text: 'Typ hun namen, één per regel, voordat u kijkt. Alleen u ziet de uitslag.',
    reveal: 'Lijst tonen',
  },
  none: {
    title: 'Nog niets door te nemen',
    text: 'Het doornemen gaat langs de vijf mensen die er per account toe doen. Teken eerst een account.',
    action: 'Accounts openen',
  },
  nobody: {
    title: 'Hier is geen topvijf',
    text: 'Er zijn {{count}} mensen bekend, maar niemand is gemarkeerd. Dat alleen al is een risico.',
    action: 'Markeer ze op de kaart',
  },
}

const pl: typeof en = {
  title: 'Przegląd',
  page: '{{page}} z {{count}}',
  previous: 'Poprzedni',
  next: 'Następny klient',
  score: 'Z pamięci wymieniono {{count}} z {{of}}',
  never: 'Nigdy nie spotkano',
  noNeeds: 'Nie zapisano jeszcze, czego ta osoba potrzebuje.',
  log: 'Zapisz kontakt',
  logged: 'Zapisano kontakt: {{name}}',
  fewer_one: 'Do piątki brakuje jednej osoby.',
  fewer_other: 'Do piątki brakuje osób: {{count}}.',
  drill: {
    title: 'Kim jest pięć osób, które się tu liczą?',
    text: 'Wpisz ich nazwiska, po jednym w wierszu, zanim spojrzysz. Wynik widzisz tylko Ty.',
    reveal: 'Pokaż listę',
  },
  none: {
    title: 'Nie ma jeszcze czego przeglądać',
    text: 'Przegląd prowadzi przez pięć najważniejszych osób każdego klienta. Najpierw narysuj klienta.',
    action: 'Otwórz klientów',
  },
  nobody: {
    title: 'Nie ma tu najważniejszej piątki',
    text: 'Znanych osób: {{count}}, ale żadna nie jest oznaczona. Już to jest ryzykiem.',
    action: 'Oznacz je na mapie',
  },
}

/** The words of the weekly review. */
export const reviewStrings = {
  en: { review: en },
  de: { review: de },
  nl: { review: nl },
  pl: { review: pl },
}
