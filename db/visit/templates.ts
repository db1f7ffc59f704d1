import type { Language, VisitType } from '../terms'

/** An item that a template proposes, in the language asked for. */
export interface TemplateItem {
  readonly kind: 'item' | 'break'
  readonly title: string
  readonly durationMinutes: number
  /** The customer's minutes, not our pitch (methods 4.14). */
  readonly isCustomerValue: boolean
  /** Nothing is sold in this item (methods 4.9). */
  readonly isNoSell: boolean
}

/** The agenda to start from for a type of visit; every one opens with the customer's goals (methods 1.4). */
export function proposeAgenda(type: VisitType, language: Language): TemplateItem[] {
  const index = order.indexOf(language)
  return templates[type].map(([mark, durationMinutes, ...titles]) => ({
    kind: mark === 'break' ? 'break' : 'item',
    title: titles[index]!,
    durationMinutes,
    isCustomerValue: mark !== 'pitch',
    isNoSell: mark === 'no_sell',
  }))
}

/**
 * A title in another language where it is one of the templates', else as it stands: so a reader gets the
 * agenda in their language, and words of the rep's own are never touched.
 */
export function translateTitle(title: string, language: Language): string {
  for (const rows of Object.values(templates)) {
    const row = rows.find(([, , ...titles]) => titles.includes(title))
    if (row) return row[2 + order.indexOf(language)] as string
  }
  return title
}

const order: readonly Language[] = ['en', 'de', 'nl', 'pl']

/** `pitch` = our minutes, `no_sell` = theirs and nothing is sold, `theirs` = theirs. */
type Mark = 'theirs' | 'no_sell' | 'pitch' | 'break'
type Row = readonly [Mark, minutes: number, en: string, de: string, nl: string, pl: string]

const pause: Row = ['break', 15, 'Break', 'Pause', 'Pauze', 'Przerwa']
const welcome: Row = [
  'theirs',
  10,
  'Welcome and introductions',
  'Begrüßung und Vorstellung',
  'Welkom en kennismaking',
  'Powitanie i przedstawienie się',
]
const nextSteps: Row = [
  'theirs',
  15,
  'Decisions and next steps',
  'Beschlüsse und nächste Schritte',
  'Besluiten en vervolgstappen',
  'Ustalenia i następne kroki',
]
const openActions: Row = [
  'theirs',
  15,
  'What we promised, and where it stands',
  'Was wir zugesagt haben und wie es steht',
  'Wat we hebben toegezegd en hoe het ervoor staat',
  'Co obiecaliśmy i na jakim jest etapie',
]

const templates: Readonly<Record<VisitType, readonly Row[]>> = {
  discovery: [
    welcome,
    [
      'theirs',
      30,
      'Your goals for the year',
      'Ihre Ziele für das Jahr',
      'Uw doelen voor dit jaar',
      'Państwa cele na ten rok',
    ],
    [
      'theirs',
      40,
      'How you work today, and where it hurts',
      'Wie Sie heute arbeiten und wo es hakt',
      'Hoe u nu werkt en waar het knelt',
      'Jak Państwo dziś pracują i co przeszkadza',
    ],
    pause,
    [
      'theirs',
      30,
      'What a good result would look like',
      'Woran Sie ein gutes Ergebnis erkennen',
      'Hoe een goed resultaat eruitziet',
      'Po czym poznamy dobry wynik',
    ],
    [
      'pitch',
      20,
      'How others solved it',
      'Wie andere es gelöst haben',
      'Hoe anderen het hebben opgelost',
      'Jak rozwiązali to inni',
    ],
    nextSteps,
  ],
  pilot_review: [
    welcome,
    [
      'theirs',
      20,
      'Your goals for the pilot',
      'Ihre Ziele für den Pilotbetrieb',
      'Uw doelen voor de pilot',
      'Państwa cele na pilotaż',
    ],
    [
      'theirs',
      40,
      'Results against the success criteria',
      'Ergebnisse im Vergleich zu den Erfolgskriterien',
      'Resultaten tegenover de succescriteria',
      'Wyniki na tle kryteriów sukcesu',
    ],
    [
      'theirs',
      30,
      'What users say',
      'Was die Anwender sagen',
      'Wat gebruikers zeggen',
      'Co mówią użytkownicy',
    ],
    pause,
    openActions,
    [
      'theirs',
      25,
      'Problems, and who fixes them by when',
      'Probleme: wer behebt sie bis wann',
      'Problemen: wie lost ze wanneer op',
      'Problemy: kto i kiedy je usunie',
    ],
    [
      'pitch',
      20,
      'What the full roll-out would look like',
      'Wie die Einführung aussehen würde',
      'Hoe de volledige uitrol eruit zou zien',
      'Jak wyglądałoby pełne wdrożenie',
    ],
    nextSteps,
  ],
  qbr: [
    welcome,
    [
      'no_sell',
      20,
      'Your goals this quarter',
      'Ihre Ziele in diesem Quartal',
      'Uw doelen dit kwartaal',
      'Państwa cele na ten kwartał',
    ],
    [
      'no_sell',
      25,
      'Trends in your industry',
      'Trends in Ihrer Branche',
      'Trends in uw branche',
      'Trendy w Państwa branży',
    ],
    [
      'no_sell',
      20,
      'Our relationship: people and changes on both sides',
      'Unsere Zusammenarbeit: Menschen und Veränderungen auf beiden Seiten',
      'Onze samenwerking: mensen en veranderingen aan beide kanten',
      'Nasza współpraca: ludzie i zmiany po obu stronach',
    ],
    [
      'no_sell',
      15,
      'What we promised, and where it stands',
      'Was wir zugesagt haben und wie es steht',
      'Wat we hebben toegezegd en hoe het ervoor staat',
      'Co obiecaliśmy i na jakim jest etapie',
    ],
    pause,
    [
      'no_sell',
      30,
      'Suggestions for improvement, yours first',
      'Verbesserungsvorschläge, Ihre zuerst',
      'Verbetervoorstellen, die van u eerst',
      'Propozycje usprawnień, najpierw Państwa',
    ],
    [
      'no_sell',
      20,
      'Open words: what should we hear',
      'Offene Worte: was sollten wir hören',
      'Open gesprek: wat moeten wij horen',
      'Szczerze: co powinniśmy usłyszeć',
    ],
    [
      'no_sell',
      15,
      'A surprise for you',
      'Eine Überraschung für Sie',
      'Een verrassing voor u',
      'Niespodzianka dla Państwa',
    ],
    nextSteps,
  ],
  ebr: [
    welcome,
    [
      'no_sell',
      25,
      'Your strategy for the coming year',
      'Ihre Strategie für das kommende Jahr',
      'Uw strategie voor het komende jaar',
      'Państwa strategia na nadchodzący rok',
    ],
    [
      'no_sell',
      25,
      'What we achieved together',
      'Was wir gemeinsam erreicht haben',
      'Wat we samen hebben bereikt',
      'Co wspólnie osiągnęliśmy',
    ],
    [
      'no_sell',
      20,
      'Risks we see, and what we do about them',
      'Risiken, die wir sehen, und was wir dagegen tun',
      'Risico’s die we zien en wat we eraan doen',
      'Ryzyka, które widzimy, i co z nimi robimy',
    ],
    pause,
    [
      'theirs',
      25,
      'Our shared plan',
      'Unser gemeinsamer Plan',
      'Ons gezamenlijke plan',
      'Nasz wspólny plan',
    ],
    nextSteps,
  ],
  executive_visit: [
    ['theirs', 10, 'Welcome', 'Begrüßung', 'Welkom', 'Powitanie'],
    [
      'theirs',
      25,
      'What matters to you this year',
      'Was Ihnen in diesem Jahr wichtig ist',
      'Wat dit jaar voor u telt',
      'Co jest dla Państwa ważne w tym roku',
    ],
    [
      'theirs',
      20,
      'How the work goes, told by your team',
      'Wie die Arbeit läuft, erzählt von Ihrem Team',
      'Hoe het werk loopt, verteld door uw team',
      'Jak idzie praca, oczami Państwa zespołu',
    ],
    [
      'pitch',
      15,
      'Where we are going',
      'Wohin wir gehen',
      'Waar wij naartoe gaan',
      'Dokąd zmierzamy',
    ],
    [
      'theirs',
      10,
      'Decisions and next steps',
      'Beschlüsse und nächste Schritte',
      'Besluiten en vervolgstappen',
      'Ustalenia i następne kroki',
    ],
  ],
  renewal: [
    welcome,
    [
      'theirs',
      20,
      'Your goals for the next term',
      'Ihre Ziele für die nächste Laufzeit',
      'Uw doelen voor de volgende periode',
      'Państwa cele na kolejny okres',
    ],
    [
      'theirs',
      30,
      'What the past term brought',
      'Was die vergangene Laufzeit gebracht hat',
      'Wat de afgelopen periode heeft gebracht',
      'Co przyniósł miniony okres',
    ],
    openActions,
    pause,
    [
      'pitch',
      25,
      'Our proposal for the next term',
      'Unser Vorschlag für die nächste Laufzeit',
      'Ons voorstel voor de volgende periode',
      'Nasza propozycja na kolejny okres',
    ],
    [
      'theirs',
      20,
      'The way to the signature: people and dates',
      'Der Weg zur Unterschrift: Menschen und Termine',
      'De weg naar de handtekening: mensen en data',
      'Droga do podpisu: osoby i terminy',
    ],
    nextSteps,
  ],
  win_back: [
    welcome,
    [
      'no_sell',
      30,
      'What changed for you since we worked together',
      'Was sich bei Ihnen seit unserer Zusammenarbeit verändert hat',
      'Wat er bij u is veranderd sinds onze samenwerking',
      'Co się u Państwa zmieniło od czasu naszej współpracy',
    ],
    [
      'no_sell',
      25,
      'What we did not do well, in your words',
      'Was wir nicht gut gemacht haben, in Ihren Worten',
      'Wat wij niet goed deden, in uw woorden',
      'Co zrobiliśmy źle, Państwa słowami',
    ],
    [
      'pitch',
      20,
      'What is different now',
      'Was heute anders ist',
      'Wat er nu anders is',
      'Co jest teraz inaczej',
    ],
    nextSteps,
  ],
  training: [
    welcome,
    [
      'theirs',
      15,
      'What you want to be able to do afterwards',
      'Was Sie danach können möchten',
      'Wat u na afloop wilt kunnen',
      'Co chcą Państwo umieć po szkoleniu',
    ],
    [
      'theirs',
      60,
      'First part, with your own data',
      'Erster Teil, mit Ihren eigenen Daten',
      'Eerste deel, met uw eigen gegevens',
      'Część pierwsza, na Państwa danych',
    ],
    pause,
    [
      'theirs',
      60,
      'Second part, exercises',
      'Zweiter Teil, Übungen',
      'Tweede deel, oefeningen',
      'Część druga, ćwiczenia',
    ],
    [
      'theirs',
      15,
      'Questions, and who helps after today',
      'Fragen und wer ab morgen hilft',
      'Vragen, en wie er na vandaag helpt',
      'Pytania i kto pomoże po szkoleniu',
    ],
  ],
}
