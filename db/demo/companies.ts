import type { Culture } from './names'
import type { StructureKind } from './structures'

export interface DemoSite {
  readonly name: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
  readonly timeZone: string
}

export interface DemoCompany {
  readonly name: string
  /** The mail domain is `<mailDomain>.example` (RFC 2606). */
  readonly mailDomain: string
  readonly structure: StructureKind
  /** People, 12 to 400. */
  readonly people: number
  /** The language of titles and departments. */
  readonly language: 'de' | 'nl' | 'pl' | 'en' | 'fr' | 'es' | 'tr'
  readonly cultures: Readonly<Partial<Record<Culture, number>>>
  readonly divisions: readonly string[]
  readonly industry: string
  readonly region: string
  readonly status: 'prospect' | 'customer' | 'lost' | 'special_prospect'
  /** How our people are seen there. */
  readonly mood: 'warm' | 'mixed' | 'cool' | 'cold'
  readonly segment: 'smb' | 'enterprise'
  readonly origin: 'inbound' | 'outbound' | 'partner' | 'back_door'
  /** Yearly, in whole units of `currency`. */
  readonly valueNow: number
  readonly potentialValue: number
  readonly currency: string
  readonly employees: number
  readonly programme: string
  readonly about: string
  /** The first one is the headquarters. */
  readonly sites: readonly DemoSite[]
  /** The name of the company this one belongs to. */
  readonly parent?: string
  /** Days until the next visit begins; none = no visit is planned. */
  readonly nextVisitDays?: number
}

const hamburg = 'Europe/Berlin'

/** Fictional companies, each with a structure of its own. */
export const demoCompanies: readonly DemoCompany[] = [
  {
    name: 'Nordhafen Logistik SE',
    mailDomain: 'nordhafen',
    structure: 'board',
    people: 184,
    language: 'de',
    cultures: { de: 16, pl: 2, tr: 2, nl: 1 },
    divisions: ['Terminal Ost', 'Terminal West', 'Kontraktlogistik'],
    industry: 'Port logistics',
    region: 'DACH',
    status: 'customer',
    mood: 'mixed',
    segment: 'enterprise',
    origin: 'back_door',
    valueNow: 48_000,
    potentialValue: 900_000,
    currency: 'EUR',
    employees: 5200,
    programme: 'Hafen 2030',
    about:
      'Came in through the planning team of Terminal Ost. The CIO learned of it from the invoice. ' +
      'Three terminals plan in three different tools; one of them is ours.',
    sites: [
      site('Zentrale', 'Kaimauer 4', '20457', 'Hamburg', 'Germany', hamburg),
      site('Terminal Ost', 'Containerstraße 21', '21129', 'Hamburg', 'Germany', hamburg),
    ],
    nextVisitDays: 2,
  },
  {
    name: 'Nordhafen Polska sp. z o.o.',
    mailDomain: 'nordhafen-polska',
    structure: 'subsidiary',
    people: 28,
    language: 'pl',
    cultures: { pl: 12, de: 1 },
    divisions: [],
    industry: 'Port logistics',
    region: 'CEE',
    status: 'prospect',
    mood: 'cool',
    segment: 'smb',
    origin: 'inbound',
    valueNow: 0,
    potentialValue: 120_000,
    currency: 'EUR',
    employees: 610,
    programme: '',
    about: 'Decides on tools up to 50,000 EUR alone; everything above goes to Hamburg.',
    sites: [site('Gdańsk', 'ul. Kontenerowa 7', '80-601', 'Gdańsk', 'Poland', 'Europe/Warsaw')],
    parent: 'Nordhafen Logistik SE',
    nextVisitDays: 16,
  },
  {
    name: 'Van der Linde Groep B.V.',
    mailDomain: 'vanderlinde',
    structure: 'family',
    people: 46,
    language: 'nl',
    cultures: { nl: 14, tr: 1, en: 1 },
    divisions: ['Kassen', 'Verpakking'],
    industry: 'Horticulture',
    region: 'Benelux',
    status: 'customer',
    mood: 'warm',
    segment: 'smb',
    origin: 'outbound',
    valueNow: 64_000,
    potentialValue: 150_000,
    currency: 'EUR',
    employees: 420,
    programme: 'Groei zonder papier',
    about: 'Third generation. Nothing is bought that the founder has not seen with his own eyes.',
    sites: [
      site('Hoofdkantoor', 'Kassenweg 18', '2678', 'De Lier', 'Netherlands', 'Europe/Amsterdam'),
    ],
    nextVisitDays: 9,
  },
  {
    name: 'Wisła Energia S.A.',
    mailDomain: 'wisla-energia',
    structure: 'shared_services',
    people: 262,
    language: 'pl',
    cultures: { pl: 20, en: 1 },
    divisions: ['Wytwarzanie', 'Dystrybucja', 'Obrót'],
    industry: 'Energy',
    region: 'CEE',
    status: 'customer',
    mood: 'mixed',
    segment: 'enterprise',
    origin: 'partner',
    valueNow: 210_000,
    potentialValue: 1_400_000,
    currency: 'PLN',
    employees: 11_800,
    programme: 'Sieć 360',
    about: 'One division live, two to win. Purchasing runs through the shared services centre.',
    sites: [
      site('Centrala', 'ul. Nadwiślańska 12', '30-527', 'Kraków', 'Poland', 'Europe/Warsaw'),
      site(
        'Elektrownia Południe',
        'ul. Kominowa 1',
        '32-600',
        'Oświęcim',
        'Poland',
        'Europe/Warsaw',
      ),
    ],
    nextVisitDays: 23,
  },
  {
    name: 'Brightwater Health Partners',
    mailDomain: 'brightwater-health',
    structure: 'matrix',
    people: 392,
    language: 'en',
    cultures: { en: 24, pl: 2, ar: 1, es: 1 },
    divisions: ['Acute Care', 'Community Care', 'Diagnostics', 'Mental Health'],
    industry: 'Healthcare',
    region: 'UK & Ireland',
    status: 'customer',
    mood: 'mixed',
    segment: 'enterprise',
    origin: 'inbound',
    valueNow: 36_000,
    potentialValue: 2_000_000,
    currency: 'GBP',
    employees: 14_500,
    programme: 'One Record',
    about:
      'A pilot on two wards inside a 6 M programme. Every clinical lead answers to a division and ' +
      'to a programme; both have to say yes.',
    sites: [
      site(
        'Trust House',
        '40 Canal Street',
        'M1 3HF',
        'Manchester',
        'United Kingdom',
        'Europe/London',
      ),
      site(
        'Diagnostics Centre',
        '2 Mill Lane',
        'SK1 4AB',
        'Stockport',
        'United Kingdom',
        'Europe/London',
      ),
    ],
    nextVisitDays: 5,
  },
  {
    name: 'Stadt Lindental',
    mailDomain: 'lindental',
    structure: 'authority',
    people: 96,
    language: 'de',
    cultures: { de: 18, tr: 1, pl: 1 },
    divisions: ['Ordnung und Bürgerdienste', 'Bauen und Umwelt', 'Jugend und Soziales'],
    industry: 'Public sector',
    region: 'DACH',
    status: 'prospect',
    mood: 'cool',
    segment: 'enterprise',
    origin: 'outbound',
    valueNow: 0,
    potentialValue: 260_000,
    currency: 'EUR',
    employees: 1900,
    programme: 'Digitales Rathaus',
    about: 'Tender expected in autumn; the staff council has a say in every new tool.',
    sites: [site('Rathaus', 'Marktplatz 1', '79312', 'Lindental', 'Germany', hamburg)],
    nextVisitDays: 34,
  },
  {
    name: 'Alpenrad Fahrzeugtechnik GmbH',
    mailDomain: 'alpenrad',
    structure: 'divisions',
    people: 72,
    language: 'de',
    cultures: { de: 12, pl: 1, tr: 1 },
    divisions: ['Fahrwerk', 'Antrieb'],
    industry: 'Automotive supply',
    region: 'DACH',
    status: 'lost',
    mood: 'cold',
    segment: 'smb',
    origin: 'inbound',
    valueNow: 0,
    potentialValue: 310_000,
    currency: 'EUR',
    employees: 1350,
    programme: '',
    about: 'Lost in spring to a cheaper offer. The plant manager wants us back in a year.',
    sites: [site('Werk Graz', 'Murauen 30', '8020', 'Graz', 'Austria', 'Europe/Vienna')],
  },
  {
    name: 'Lumière Distribution SAS',
    mailDomain: 'lumiere-distribution',
    structure: 'shared_services',
    people: 118,
    language: 'fr',
    cultures: { fr: 16, ar: 1, es: 1 },
    divisions: ['Grande surface', 'Proximité'],
    industry: 'Retail',
    region: 'France',
    status: 'special_prospect',
    mood: 'cool',
    segment: 'enterprise',
    origin: 'outbound',
    valueNow: 0,
    potentialValue: 720_000,
    currency: 'EUR',
    employees: 8600,
    programme: 'Rayon vivant',
    about: 'A fight between stores and headquarters over who owns the shelf plan.',
    sites: [site('Siège', '15 quai des Tanneurs', '69002', 'Lyon', 'France', 'Europe/Paris')],
  },
  {
    name: 'Montesol Alimentaria S.A.',
    mailDomain: 'montesol',
    structure: 'family',
    people: 58,
    language: 'es',
    cultures: { es: 14, fr: 1 },
    divisions: ['Conservas', 'Cítricos'],
    industry: 'Food',
    region: 'Iberia',
    status: 'customer',
    mood: 'mixed',
    segment: 'smb',
    origin: 'partner',
    valueNow: 88_000,
    potentialValue: 190_000,
    currency: 'EUR',
    employees: 940,
    programme: 'Trazabilidad total',
    about: 'Siblings run the two businesses and agree on little but quality.',
    sites: [site('Sede', 'Camino del Azud 9', '46470', 'Catarroja', 'Spain', 'Europe/Madrid')],
    nextVisitDays: 41,
  },
  {
    name: 'Karadağ Tekstil A.Ş.',
    mailDomain: 'karadag-tekstil',
    structure: 'divisions',
    people: 38,
    language: 'tr',
    cultures: { tr: 14, de: 1 },
    divisions: ['İplik', 'Dokuma'],
    industry: 'Textiles',
    region: 'Türkiye',
    status: 'prospect',
    mood: 'cool',
    segment: 'smb',
    origin: 'inbound',
    valueNow: 0,
    potentialValue: 95_000,
    currency: 'EUR',
    employees: 1100,
    programme: '',
    about: 'Met at a fair. Wants a reference from another mill before the next step.',
    sites: [site('Fabrika', 'Dokumacılar Cad. 5', '16140', 'Bursa', 'Türkiye', 'Europe/Istanbul')],
  },
  {
    name: 'Al Waha Holding',
    mailDomain: 'alwaha',
    structure: 'divisions',
    people: 150,
    language: 'en',
    cultures: { ar: 14, en: 4 },
    divisions: ['Hospitality', 'Facilities', 'Marine'],
    industry: 'Conglomerate',
    region: 'Gulf',
    status: 'customer',
    mood: 'mixed',
    segment: 'enterprise',
    origin: 'back_door',
    valueNow: 54_000,
    potentialValue: 1_100_000,
    currency: 'USD',
    employees: 22_000,
    programme: 'Vision 40',
    about: 'Facilities bought alone. The group office starts an own evaluation of four vendors.',
    sites: [
      site('Group Office', 'Creek Road 88', '', 'Dubai', 'United Arab Emirates', 'Asia/Dubai'),
    ],
    nextVisitDays: 58,
  },
  {
    name: 'Copperfield Analytics Ltd',
    mailDomain: 'copperfield-analytics',
    structure: 'founders',
    people: 14,
    language: 'en',
    cultures: { en: 8, nl: 1, tr: 1 },
    divisions: [],
    industry: 'Software',
    region: 'UK & Ireland',
    status: 'customer',
    mood: 'warm',
    segment: 'smb',
    origin: 'inbound',
    valueNow: 18_000,
    potentialValue: 24_000,
    currency: 'GBP',
    employees: 31,
    programme: '',
    about: 'Happy, small, tells everybody. Our best reference call.',
    sites: [
      site('Office', '3 Harbour Yard', 'BS1 6EA', 'Bristol', 'United Kingdom', 'Europe/London'),
    ],
  },
]

function site(
  name: string,
  street: string,
  postalCode: string,
  city: string,
  country: string,
  timeZone: string,
): DemoSite {
  return { name, street, postalCode, city, country, timeZone }
}
