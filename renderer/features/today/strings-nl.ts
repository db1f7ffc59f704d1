import type { todayStringsEn } from './strings-en'

export const todayStringsNl: typeof todayStringsEn = {
  title: 'Vandaag',
  empty: {
    title: 'Wie zijn de sleutelpersonen bij uw accounts?',
    text: 'Jetway bewaart hun kaart, bereidt uw bezoeken voor en legt vast wat er gebeurde. Alles blijft op deze laptop en werkt zonder netwerk.',
    demo: 'Demowerkruimte openen',
    demoText: 'Kijk rond in twaalf verzonnen bedrijven. Uw eigen werkruimte blijft zoals die is.',
    import: 'Personen en accounts importeren',
    importText:
      'Uit CSV, vCard of overzichtstekst; u ziet wat er gebeurt voordat er iets wordt opgeslagen.',
    add: 'Account toevoegen',
    addText: 'Begin met één naam en teken de mensen die u kent.',
  },
  visits: {
    title: 'Volgende bezoeken',
    none: 'Er is geen bezoek gepland. Een bezoek begint bij een account.',
    pickAccount: 'Kies een account',
    running: 'Nu',
  },
  ready: {
    nobody: 'Niemand uitgenodigd',
    notSent: 'Uitnodigingen niet verstuurd',
    waiting: '{{accepted}} van {{invited}} geaccepteerd',
    ready: 'Alle {{invited}} geaccepteerd',
  },
  actions: {
    title: 'Acties',
    none: 'Er is niets te doen. Acties komen uit het verslag van een gesprek.',
    done: 'Gedaan: {{title}}',
    markDone: 'Markeren als gedaan: {{title}}',
    overdue: 'Te laat, {{when}}',
    noDate: 'Geen datum',
  },
  stale: {
    title: 'Top vijf: weer spreken',
    none: 'Alle top-vijfpersonen zijn de afgelopen drie maanden gesproken.',
    never: 'Nog niet ontmoet',
    logCall: 'Telefoongesprek met {{name}} vastleggen',
    logged: 'Telefoongesprek met {{name}} vastgelegd',
  },
}
