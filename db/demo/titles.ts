import type { SeatLevel } from '../terms'
import type { DemoCompany } from './companies'
import type { Random } from './random'

export type TitleLanguage = DemoCompany['language']

/** What a part of a company does. */
export const functionNames = [
  'finance',
  'hr',
  'it',
  'operations',
  'sales',
  'marketing',
  'procurement',
  'legal',
  'security',
  'engineering',
  'production',
  'logistics',
  'quality',
  'service',
  'data',
  'communications',
] as const
export type FunctionName = (typeof functionNames)[number]

/** Name of the department, the form it takes after 'head of', and what its staff are called. */
type FunctionWords = readonly [name: string, ofForm: string, staff: string]

interface TitleWords {
  readonly chief: string
  readonly vice_president: string
  readonly director: string
  readonly manager: string
  readonly functions: Readonly<Record<FunctionName, FunctionWords>>
}

const words: Readonly<Record<TitleLanguage, TitleWords>> = {
  de: {
    chief: 'Vorstandsvorsitz',
    vice_president: 'Bereichsleitung {of}',
    director: 'Leitung {of}',
    manager: 'Teamleitung {of}',
    functions: {
      finance: ['Finanzen', 'Finanzen', 'Controlling;Buchhaltung;Debitoren'],
      hr: ['Personal', 'Personal', 'Personalreferat;Personalentwicklung'],
      it: ['IT', 'IT', 'Systemadministration;Anwendungsbetreuung;IT-Architektur'],
      operations: ['Betrieb', 'Betrieb', 'Disposition;Leitstand;Schichtleitung'],
      sales: ['Vertrieb', 'Vertrieb', 'Kundenbetreuung;Angebotswesen'],
      marketing: ['Marketing', 'Marketing', 'Marktforschung;Kampagnen'],
      procurement: ['Einkauf', 'Einkauf', 'Strategischer Einkauf;Operativer Einkauf'],
      legal: ['Recht', 'Recht', 'Syndikus;Vertragsmanagement'],
      security: [
        'Informationssicherheit',
        'Informationssicherheit',
        'Informationssicherheit;Datenschutz',
      ],
      engineering: ['Technik', 'Technik', 'Konstruktion;Instandhaltung;Projektingenieurwesen'],
      production: ['Produktion', 'Produktion', 'Schichtführung;Arbeitsvorbereitung;Fertigung'],
      logistics: ['Logistik', 'Logistik', 'Lagerleitung;Transportplanung;Zoll'],
      quality: ['Qualität', 'Qualität', 'Qualitätssicherung;Audit'],
      service: ['Kundendienst', 'Kundendienst', 'Kundendienst;Reklamation'],
      data: ['Daten und Prozesse', 'Daten und Prozesse', 'Datenanalyse;Prozessmanagement'],
      communications: ['Kommunikation', 'Kommunikation', 'Presse;Interne Kommunikation'],
    },
  },
  nl: {
    chief: 'Algemeen directeur',
    vice_president: 'Directeur {of}',
    director: 'Hoofd {of}',
    manager: 'Teamleider {of}',
    functions: {
      finance: ['Financiën', 'financiën', 'Controller;Administratie'],
      hr: ['HR', 'HR', 'HR-adviseur;Opleidingen'],
      it: ['ICT', 'ICT', 'Systeembeheerder;Applicatiebeheerder'],
      operations: ['Operatie', 'operatie', 'Planner;Ploegleider'],
      sales: ['Verkoop', 'verkoop', 'Accountmanager;Binnendienst'],
      marketing: ['Marketing', 'marketing', 'Marketeer;Vormgeving'],
      procurement: ['Inkoop', 'inkoop', 'Inkoper;Contractbeheer'],
      legal: ['Juridische zaken', 'juridische zaken', 'Bedrijfsjurist'],
      security: ['Veiligheid', 'veiligheid', 'Veiligheidskundige;Privacy officer'],
      engineering: ['Techniek', 'techniek', 'Werkvoorbereider;Monteur'],
      production: ['Productie', 'productie', 'Teeltmedewerker;Operator;Ploegleider'],
      logistics: ['Logistiek', 'logistiek', 'Expeditie;Transportplanner'],
      quality: ['Kwaliteit', 'kwaliteit', 'Kwaliteitsmedewerker;Auditor'],
      service: ['Klantenservice', 'klantenservice', 'Servicemedewerker'],
      data: ['Data en processen', 'data en processen', 'Data-analist;Procesadviseur'],
      communications: ['Communicatie', 'communicatie', 'Communicatieadviseur'],
    },
  },
  pl: {
    chief: 'Prezes Zarządu',
    vice_president: 'Dyrektor Pionu {of}',
    director: 'Dyrektor {of}',
    manager: 'Kierownik {of}',
    functions: {
      finance: ['Finanse', 'ds. finansów', 'Kontroler finansowy;Księgowość'],
      hr: ['Kadry', 'ds. kadr', 'Specjalista ds. kadr;Szkolenia'],
      it: ['IT', 'ds. IT', 'Administrator systemów;Architekt rozwiązań'],
      operations: ['Eksploatacja', 'ds. eksploatacji', 'Dyspozytor;Mistrz zmiany'],
      sales: ['Sprzedaż', 'ds. sprzedaży', 'Opiekun klienta;Specjalista ds. ofert'],
      marketing: ['Marketing', 'ds. marketingu', 'Specjalista ds. marketingu'],
      procurement: ['Zakupy', 'ds. zakupów', 'Specjalista ds. zakupów;Kupiec'],
      legal: ['Dział prawny', 'ds. prawnych', 'Radca prawny;Specjalista ds. umów'],
      security: [
        'Bezpieczeństwo',
        'ds. bezpieczeństwa',
        'Inspektor ochrony danych;Analityk bezpieczeństwa',
      ],
      engineering: ['Technika', 'ds. technicznych', 'Inżynier utrzymania ruchu;Konstruktor'],
      production: ['Produkcja', 'ds. produkcji', 'Operator;Mistrz zmiany;Planista'],
      logistics: ['Logistyka', 'ds. logistyki', 'Spedytor;Magazyn;Celnik'],
      quality: ['Jakość', 'ds. jakości', 'Kontroler jakości;Audytor'],
      service: ['Obsługa klienta', 'ds. obsługi klienta', 'Konsultant;Reklamacje'],
      data: ['Dane i procesy', 'ds. danych i procesów', 'Analityk danych;Specjalista ds. procesów'],
      communications: ['Komunikacja', 'ds. komunikacji', 'Rzecznik prasowy;Redaktor'],
    },
  },
  en: {
    chief: 'Chief Executive Officer',
    vice_president: 'Vice President, {of}',
    director: 'Director of {of}',
    manager: '{of} Manager',
    functions: {
      finance: ['Finance', 'Finance', 'Financial Analyst;Accounts Payable;Management Accountant'],
      hr: ['People', 'People', 'People Partner;Learning Adviser'],
      it: ['Digital & IT', 'Digital & IT', 'Systems Analyst;Service Desk Lead;Solution Architect'],
      operations: ['Operations', 'Operations', 'Operations Coordinator;Shift Lead;Planner'],
      sales: ['Sales', 'Sales', 'Account Manager;Bid Writer'],
      marketing: ['Marketing', 'Marketing', 'Campaign Executive;Market Researcher'],
      procurement: ['Procurement', 'Procurement', 'Category Buyer;Contract Officer'],
      legal: ['Legal', 'Legal', 'Counsel;Contracts Officer'],
      security: [
        'Information Security',
        'Information Security',
        'Security Analyst;Data Protection Officer',
      ],
      engineering: ['Engineering', 'Engineering', 'Engineer;Maintenance Planner'],
      production: ['Production', 'Production', 'Production Planner;Line Lead'],
      logistics: ['Logistics', 'Logistics', 'Logistics Planner;Warehouse Lead'],
      quality: ['Quality', 'Quality', 'Quality Officer;Clinical Auditor'],
      service: ['Customer Service', 'Customer Service', 'Service Adviser;Complaints Officer'],
      data: ['Data', 'Data', 'Data Analyst;Data Engineer;Process Improvement Lead'],
      communications: ['Communications', 'Communications', 'Press Officer;Content Editor'],
    },
  },
  fr: {
    chief: 'Présidence-direction générale',
    vice_president: 'Direction {of}',
    director: 'Responsable {of}',
    manager: 'Chef d’équipe {of}',
    functions: {
      finance: ['Finances', 'Finances', 'Contrôle de gestion;Comptabilité'],
      hr: ['Ressources humaines', 'RH', 'Chargé de recrutement;Formation'],
      it: ['Systèmes d’information', 'SI', 'Administration systèmes;Architecture applicative'],
      operations: ['Exploitation', 'Exploitation', 'Coordination;Planification'],
      sales: ['Ventes', 'Ventes', 'Compte clé;Appels d’offres'],
      marketing: ['Marketing', 'Marketing', 'Chef de produit;Études'],
      procurement: ['Achats', 'Achats', 'Acheteur;Contrats'],
      legal: ['Juridique', 'Juridique', 'Juriste'],
      security: ['Sécurité', 'Sécurité', 'Protection des données;Analyste sécurité'],
      engineering: ['Technique', 'Technique', 'Bureau d’études;Maintenance'],
      production: ['Magasins', 'Magasins', 'Chef de rayon;Directeur de magasin'],
      logistics: ['Logistique', 'Logistique', 'Entrepôt;Transport'],
      quality: ['Qualité', 'Qualité', 'Auditeur;Contrôle'],
      service: ['Service client', 'Service client', 'Conseil;Réclamations'],
      data: ['Données', 'Données', 'Analyste;Gestion des processus'],
      communications: ['Communication', 'Communication', 'Presse;Rédaction'],
    },
  },
  es: {
    chief: 'Presidencia ejecutiva',
    vice_president: 'Dirección de {of}',
    director: 'Responsable de {of}',
    manager: 'Jefatura de equipo, {of}',
    functions: {
      finance: ['Finanzas', 'Finanzas', 'Contabilidad;Control de gestión'],
      hr: ['Personas', 'Personas', 'Selección;Formación'],
      it: ['Sistemas', 'Sistemas', 'Administración de sistemas;Soporte'],
      operations: ['Operaciones', 'Operaciones', 'Planificación;Turno'],
      sales: ['Ventas', 'Ventas', 'Cuentas clave;Ofertas'],
      marketing: ['Marketing', 'Marketing', 'Producto;Campañas'],
      procurement: ['Compras', 'Compras', 'Compra de materia prima;Contratos'],
      legal: ['Asesoría jurídica', 'Asesoría jurídica', 'Letrado'],
      security: ['Seguridad', 'Seguridad', 'Protección de datos'],
      engineering: ['Ingeniería', 'Ingeniería', 'Mantenimiento;Proyectos'],
      production: ['Producción', 'Producción', 'Jefatura de línea;Operación'],
      logistics: ['Logística', 'Logística', 'Almacén;Transporte'],
      quality: ['Calidad', 'Calidad', 'Laboratorio;Auditoría'],
      service: ['Atención al cliente', 'Atención al cliente', 'Atención;Reclamaciones'],
      data: ['Datos', 'Datos', 'Análisis de datos;Procesos'],
      communications: ['Comunicación', 'Comunicación', 'Prensa'],
    },
  },
  tr: {
    chief: 'Genel Müdür',
    vice_president: '{of} Genel Müdür Yardımcısı',
    director: '{of} Direktörü',
    manager: '{of} Müdürü',
    functions: {
      finance: ['Finans', 'Finans', 'Muhasebe Uzmanı;Bütçe Uzmanı'],
      hr: ['İnsan Kaynakları', 'İnsan Kaynakları', 'İK Uzmanı'],
      it: ['Bilgi Teknolojileri', 'Bilgi Teknolojileri', 'Sistem Uzmanı;Yazılım Uzmanı'],
      operations: ['Operasyon', 'Operasyon', 'Vardiya Amiri;Planlama Uzmanı'],
      sales: ['Satış', 'Satış', 'Müşteri Temsilcisi;Teklif Uzmanı'],
      marketing: ['Pazarlama', 'Pazarlama', 'Pazarlama Uzmanı'],
      procurement: ['Satın Alma', 'Satın Alma', 'Satın Alma Uzmanı'],
      legal: ['Hukuk', 'Hukuk', 'Hukuk Müşaviri'],
      security: ['Bilgi Güvenliği', 'Bilgi Güvenliği', 'Güvenlik Uzmanı'],
      engineering: ['Mühendislik', 'Mühendislik', 'Bakım Mühendisi;Tasarım Mühendisi'],
      production: ['Üretim', 'Üretim', 'Hat Sorumlusu;Üretim Planlama'],
      logistics: ['Lojistik', 'Lojistik', 'Sevkiyat Uzmanı;Depo Sorumlusu'],
      quality: ['Kalite', 'Kalite', 'Kalite Uzmanı;Laboratuvar'],
      service: ['Müşteri Hizmetleri', 'Müşteri Hizmetleri', 'Müşteri Hizmetleri Uzmanı'],
      data: ['Veri', 'Veri', 'Veri Analisti;Süreç Uzmanı'],
      communications: ['İletişim', 'İletişim', 'Basın Sorumlusu'],
    },
  },
}

/** The department of a function in a language. */
export function departmentOf(language: TitleLanguage, name: FunctionName): string {
  return words[language].functions[name][0]
}

/** What somebody of a level in a function is called. */
export function titleOf(
  random: Random,
  language: TitleLanguage,
  name: FunctionName,
  level: SeatLevel,
): string {
  const { chief, functions, ...byLevel } = words[language]
  const [, ofForm, staff] = functions[name]
  if (level === 'executive') return chief
  if (level === 'staff' || level === 'unknown') return random.pick(staff.split(';'))
  return byLevel[level].replace('{of}', ofForm)
}
