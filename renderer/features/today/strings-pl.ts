import type { todayStringsEn } from './strings-en'

export const todayStringsPl: typeof todayStringsEn = {
  title: 'Dziś',
  empty: {
    title: 'Kim są najważniejsze osoby u Państwa klientów?',
    text: 'Jetway przechowuje ich mapę, przygotowuje wizyty i zapisuje, co się wydarzyło. Wszystko zostaje na tym laptopie i działa bez sieci.',
    demo: 'Otwórz przestrzeń demonstracyjną',
    demoText: 'Rozejrzyj się po dwunastu zmyślonych firmach. Twoja przestrzeń się nie zmieni.',
    import: 'Importuj osoby i klientów',
    importText:
      'Z CSV, vCard lub konspektu; zobaczysz, co się stanie, zanim cokolwiek się zapisze.',
    add: 'Dodaj klienta',
    addText: 'Zacznij od jednej nazwy i narysuj osoby, które znasz.',
  },
  visits: {
    title: 'Najbliższe wizyty',
    none: 'Nie zaplanowano wizyty. Wizyta zaczyna się u klienta.',
    pickAccount: 'Wybierz klienta',
    running: 'Teraz',
  },
  ready: {
    nobody: 'Nikogo nie zaproszono',
    notSent: 'Zaproszenia niewysłane',
    waiting: 'Przyjęło: {{accepted}} z {{invited}}',
    ready: 'Przyjęli wszyscy ({{invited}})',
  },
  actions: {
    title: 'Zadania',
    none: 'Nic nie jest do zrobienia. Zadania powstają w zapisie spotkania.',
    done: 'Zrobione: {{title}}',
    markDone: 'Oznacz jako zrobione: {{title}}',
    overdue: 'Po terminie, {{when}}',
    noDate: 'Bez terminu',
  },
  stale: {
    title: 'Pierwsza piątka: porozmawiaj znowu',
    none: 'Z każdą osobą z pierwszej piątki rozmawiano w ostatnich trzech miesiącach.',
    never: 'Jeszcze bez spotkania',
    logCall: 'Zapisz rozmowę telefoniczną: {{name}}',
    logged: 'Zapisano rozmowę: {{name}}',
  },
}
