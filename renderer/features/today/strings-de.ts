import type { todayStringsEn } from './strings-en'

export const todayStringsDe: typeof todayStringsEn = {
  title: 'Heute',
  empty: {
    title: 'Wer sind die wichtigsten Personen bei Ihren Accounts?',
    text: 'Jetway bewahrt ihre Landkarte, bereitet Ihre Besuche vor und hält fest, was geschah. Alles bleibt auf diesem Laptop und funktioniert ohne Netz.',
    demo: 'Demo-Arbeitsbereich öffnen',
    demoText:
      'Sehen Sie sich in zwölf erfundenen Firmen um. Ihr eigener Bereich bleibt, wie er ist.',
    import: 'Personen und Accounts importieren',
    importText:
      'Aus CSV, vCard oder Gliederungstext; Sie sehen, was geschieht, bevor etwas gespeichert wird.',
    add: 'Account hinzufügen',
    addText: 'Beginnen Sie mit einem Namen und zeichnen Sie die Personen, die Sie kennen.',
  },
  visits: {
    title: 'Nächste Besuche',
    none: 'Kein Besuch ist geplant. Ein Besuch beginnt bei einem Account.',
    pickAccount: 'Account wählen',
    running: 'Jetzt',
  },
  ready: {
    nobody: 'Niemand eingeladen',
    notSent: 'Einladungen nicht versendet',
    waiting: '{{accepted}} von {{invited}} zugesagt',
    ready: 'Alle {{invited}} zugesagt',
  },
  actions: {
    title: 'Aufgaben',
    none: 'Nichts ist fällig. Aufgaben entstehen im Protokoll eines Treffens.',
    done: 'Erledigt: {{title}}',
    markDone: 'Als erledigt markieren: {{title}}',
    overdue: 'Überfällig, {{when}}',
    noDate: 'Ohne Datum',
  },
  stale: {
    title: 'Top fünf: wieder ins Gespräch kommen',
    none: 'Mit allen Top-fünf-Personen wurde in den letzten drei Monaten gesprochen.',
    never: 'Noch nicht getroffen',
    logCall: 'Anruf mit {{name}} festhalten',
    logged: 'Anruf mit {{name}} festgehalten',
  },
}
