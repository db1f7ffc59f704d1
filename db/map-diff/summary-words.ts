import type { Language } from '../terms'

/** Forms of one countable thing by plural rule (CLDR); `{n}` is the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

export interface SummaryWords {
  readonly nothing: string
  readonly somebody: string
  readonly appeared: Forms
  readonly appearedOne: string
  readonly left: Forms
  readonly leftOne: string
  readonly offMap: Forms
  readonly moved: Forms
  readonly movedOne: string
  readonly vacated: Forms
  readonly seats: Forms
  readonly lines: Forms
  readonly titles: Forms
  readonly roles: Forms
  readonly opinions: Forms
  readonly gaps: Forms
  readonly more: Forms
  readonly top: string
  readonly gatePassed: string
  readonly gateBlocked: string
  readonly gateOther: string
  readonly stance: Readonly<Record<string, string>>
  readonly influence: Readonly<Record<string, string>>
  readonly buyIn: Readonly<Record<string, string>>
  readonly influenceOf: string
  readonly buyInOf: string
  readonly gateKind: Readonly<Record<string, string>>
  readonly gateStatus: Readonly<Record<string, string>>
}

export const summaryWords: Readonly<Record<Language, SummaryWords>> = {
  en: {
    nothing: 'Nothing changed on the map',
    somebody: 'somebody',
    appeared: { one: '{n} new person', other: '{n} new people' },
    appearedOne: '{who} is new',
    left: { one: '{n} person left', other: '{n} people left' },
    leftOne: '{who} left',
    offMap: { one: '{n} taken off the map', other: '{n} taken off the map' },
    moved: { one: '{n} moved', other: '{n} moved' },
    movedOne: '{who} now reports to {boss}',
    vacated: { one: '{n} seat is vacant now', other: '{n} seats are vacant now' },
    seats: { one: '{n} new seat to fill', other: '{n} new seats to fill' },
    lines: { one: '{n} new line', other: '{n} new lines' },
    titles: { one: '{n} new title', other: '{n} new titles' },
    roles: { one: '{n} change of buying roles', other: '{n} changes of buying roles' },
    opinions: { one: '{n} more opinion', other: '{n} more opinions' },
    gaps: { one: '{n} coverage gap closed', other: '{n} coverage gaps closed' },
    more: { one: '{n} more change', other: '{n} more changes' },
    top: 'nobody',
    gatePassed: '{gate} gate opened',
    gateBlocked: '{gate} gate blocked',
    gateOther: '{gate} gate: {to}',
    stance: {
      champion: 'champion',
      supporter: 'supporter',
      neutral: 'neutral',
      non_supporter: 'non-supporter',
      opponent: 'opponent',
      unknown: 'unknown',
    },
    influence: { high: 'high', medium: 'medium', low: 'low', unknown: 'unknown' },
    buyIn: { unknown: 'unknown', asked: 'asked', given: 'given', refused: 'refused' },
    influenceOf: '{who}’s influence',
    buyInOf: '{who}’s buy-in',
    gateKind: {
      cio: 'CIO',
      procurement: 'procurement',
      security: 'security',
      legal: 'legal',
      data_protection: 'data protection',
      finance: 'finance',
      business_owner: 'business owner',
    },
    gateStatus: {
      unknown: 'unknown',
      not_started: 'not started',
      in_progress: 'in progress',
      passed: 'passed',
      blocked: 'blocked',
    },
  },
  de: {
    nothing: 'Auf der Karte hat sich nichts geändert',
    somebody: 'jemand',
    appeared: { one: '{n} neue Person', other: '{n} neue Personen' },
    appearedOne: '{who} ist neu',
    left: { one: '{n} Person ist gegangen', other: '{n} Personen sind gegangen' },
    leftOne: '{who} ist gegangen',
    offMap: { one: '{n} von der Karte genommen', other: '{n} von der Karte genommen' },
    moved: { one: '{n} umgehängt', other: '{n} umgehängt' },
    movedOne: '{who} berichtet jetzt an {boss}',
    vacated: { one: '{n} Stelle ist jetzt frei', other: '{n} Stellen sind jetzt frei' },
    seats: { one: '{n} neue unbesetzte Stelle', other: '{n} neue unbesetzte Stellen' },
    lines: { one: '{n} neue Linie', other: '{n} neue Linien' },
    titles: { one: '{n} neue Funktion', other: '{n} neue Funktionen' },
    roles: { one: '{n} Änderung an Kaufrollen', other: '{n} Änderungen an Kaufrollen' },
    opinions: { one: '{n} weitere Einschätzung', other: '{n} weitere Einschätzungen' },
    gaps: { one: '{n} Lücke geschlossen', other: '{n} Lücken geschlossen' },
    more: { one: '{n} weitere Änderung', other: '{n} weitere Änderungen' },
    top: 'niemanden',
    gatePassed: 'Freigabe {gate} erteilt',
    gateBlocked: 'Freigabe {gate} blockiert',
    gateOther: 'Freigabe {gate}: {to}',
    stance: {
      champion: 'Champion',
      supporter: 'Unterstützer',
      neutral: 'neutral',
      non_supporter: 'kein Unterstützer',
      opponent: 'Gegner',
      unknown: 'unbekannt',
    },
    influence: { high: 'hoch', medium: 'mittel', low: 'gering', unknown: 'unbekannt' },
    buyIn: { unknown: 'unbekannt', asked: 'gefragt', given: 'gegeben', refused: 'verweigert' },
    influenceOf: 'Einfluss von {who}',
    buyInOf: 'Zustimmung von {who}',
    gateKind: {
      cio: 'CIO',
      procurement: 'Einkauf',
      security: 'Sicherheit',
      legal: 'Recht',
      data_protection: 'Datenschutz',
      finance: 'Finanzen',
      business_owner: 'Fachbereich',
    },
    gateStatus: {
      unknown: 'unbekannt',
      not_started: 'nicht begonnen',
      in_progress: 'in Arbeit',
      passed: 'erteilt',
      blocked: 'blockiert',
    },
  },
  nl: {
    nothing: 'Niets veranderd op de kaart',
    somebody: 'iemand',
    appeared: { one: '{n} nieuwe persoon', other: '{n} nieuwe personen' },
    appearedOne: '{who} is nieuw',
    left: { one: '{n} persoon vertrokken', other: '{n} personen vertrokken' },
    leftOne: '{who} is vertrokken',
    offMap: { one: '{n} van de kaart gehaald', other: '{n} van de kaart gehaald' },
    moved: { one: '{n} verplaatst', other: '{n} verplaatst' },
    movedOne: '{who} rapporteert nu aan {boss}',
    vacated: { one: '{n} plek is nu vacant', other: '{n} plekken zijn nu vacant' },
    seats: { one: '{n} nieuwe open plek', other: '{n} nieuwe open plekken' },
    lines: { one: '{n} nieuwe lijn', other: '{n} nieuwe lijnen' },
    titles: { one: '{n} nieuwe functie', other: '{n} nieuwe functies' },
    roles: { one: '{n} wijziging in koopersrollen', other: '{n} wijzigingen in koopersrollen' },
    opinions: { one: '{n} andere inschatting', other: '{n} andere inschattingen' },
    gaps: { one: '{n} gat in de dekking gedicht', other: '{n} gaten in de dekking gedicht' },
    more: { one: '{n} andere wijziging', other: '{n} andere wijzigingen' },
    top: 'niemand',
    gatePassed: 'goedkeuring {gate} binnen',
    gateBlocked: 'goedkeuring {gate} geblokkeerd',
    gateOther: 'goedkeuring {gate}: {to}',
    stance: {
      champion: 'champion',
      supporter: 'voorstander',
      neutral: 'neutraal',
      non_supporter: 'geen voorstander',
      opponent: 'tegenstander',
      unknown: 'onbekend',
    },
    influence: { high: 'hoog', medium: 'middel', low: 'laag', unknown: 'onbekend' },
    buyIn: { unknown: 'onbekend', asked: 'gevraagd', given: 'gegeven', refused: 'geweigerd' },
    influenceOf: 'invloed van {who}',
    buyInOf: 'instemming van {who}',
    gateKind: {
      cio: 'CIO',
      procurement: 'inkoop',
      security: 'beveiliging',
      legal: 'juridisch',
      data_protection: 'gegevensbescherming',
      finance: 'financiën',
      business_owner: 'businesseigenaar',
    },
    gateStatus: {
      unknown: 'onbekend',
      not_started: 'niet begonnen',
      in_progress: 'bezig',
      passed: 'akkoord',
      blocked: 'geblokkeerd',
    },
  },
  pl: {
    nothing: 'Na mapie nic się nie zmieniło',
    somebody: 'ktoś',
    appeared: { one: '{n} nowa osoba', few: '{n} nowe osoby', other: '{n} nowych osób' },
    appearedOne: 'nowa osoba: {who}',
    left: { one: '{n} osoba odeszła', few: '{n} osoby odeszły', other: '{n} osób odeszło' },
    leftOne: 'z firmy odchodzi {who}',
    offMap: { other: 'zdjęto z mapy: {n}' },
    moved: { other: 'przeniesiono: {n}' },
    movedOne: '{who} – nowy przełożony: {boss}',
    vacated: {
      one: '{n} stanowisko zwolnione',
      few: '{n} stanowiska zwolnione',
      other: '{n} stanowisk zwolnionych',
    },
    seats: {
      one: '{n} nowe stanowisko bez osoby',
      few: '{n} nowe stanowiska bez osoby',
      other: '{n} nowych stanowisk bez osoby',
    },
    lines: { one: '{n} nowa linia', few: '{n} nowe linie', other: '{n} nowych linii' },
    titles: {
      one: '{n} nowa nazwa stanowiska',
      few: '{n} nowe nazwy stanowisk',
      other: '{n} nowych nazw stanowisk',
    },
    roles: {
      one: '{n} zmiana ról zakupowych',
      few: '{n} zmiany ról zakupowych',
      other: '{n} zmian ról zakupowych',
    },
    opinions: { one: '{n} inna ocena', few: '{n} inne oceny', other: '{n} innych ocen' },
    gaps: {
      one: '{n} luka zamknięta',
      few: '{n} luki zamknięte',
      other: '{n} luk zamkniętych',
    },
    more: { one: '{n} inna zmiana', few: '{n} inne zmiany', other: '{n} innych zmian' },
    top: 'brak',
    gatePassed: 'zgoda uzyskana: {gate}',
    gateBlocked: 'zgoda zablokowana: {gate}',
    gateOther: 'zgoda ({gate}): {to}',
    stance: {
      champion: 'orędownik',
      supporter: 'zwolennik',
      neutral: 'neutralny',
      non_supporter: 'nie popiera',
      opponent: 'przeciwnik',
      unknown: 'nieznane',
    },
    influence: { high: 'duży', medium: 'średni', low: 'mały', unknown: 'nieznany' },
    buyIn: { unknown: 'nieznana', asked: 'zapytano', given: 'udzielona', refused: 'odmówiono' },
    influenceOf: '{who}, wpływ',
    buyInOf: '{who}, zgoda',
    gateKind: {
      cio: 'CIO',
      procurement: 'zakupy',
      security: 'bezpieczeństwo',
      legal: 'dział prawny',
      data_protection: 'ochrona danych',
      finance: 'finanse',
      business_owner: 'właściciel biznesowy',
    },
    gateStatus: {
      unknown: 'nieznany',
      not_started: 'nie zaczęto',
      in_progress: 'w toku',
      passed: 'uzyskana',
      blocked: 'zablokowana',
    },
  },
}
