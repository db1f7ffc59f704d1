import type { ImportField, ImportKind } from './import-fields'

/** Words for headers by field, compact (no spaces, no accents), in English, German, Dutch and Polish. */
export const headerWords: Readonly<Record<ImportKind, Partial<Record<ImportField, string>>>> = {
  people: {
    name: 'name fullname displayname employee employeename contact contactname person personname staffmember mitarbeiter mitarbeitername vollstandigername naam volledigenaam medewerker imieinazwisko nazwiskoiimie pracownik postholder incumbent stakeholder ansprechpartner contactpersoon osobakontaktowa salesagent salesrep agent',
    firstName: 'firstname givenname forename contactfirstname vorname voornaam imie',
    lastName:
      'lastname surname familyname contactlastname nachname familienname achternaam nazwisko',
    title:
      'title jobtitle position positiontitle jobposition role jobrole function occupation designation job genericjobtitle posttitle contacttitle businesstitle funktion stelle stellenbezeichnung positionsbezeichnung berufsbezeichnung titel functie functietitel stanowisko funkcja',
    department:
      'department departmentname dept unit team division businessunit orgunit organisationunit organizationunit organisationalunit organizationalunit directorate section abteilung bereich organisationseinheit einheit afdeling dzial departament wydzial jednostka costcenter costcentre',
    email:
      'email emailaddress mail workemail businessemail contactemail primaryemail emailadresse mailadresse mailadres emailadres adresemail',
    phone:
      'phone telephone phonenumber workphone businessphone contactphone tel officephone telefon telefonnummer festnetz telefoon telefoonnummer numertelefonu',
    mobile:
      'mobile mobilephone cell cellphone contactmobile mobil handy mobilnummer mobiel gsm komorka telefonkomorkowy',
    postId:
      'postuniquereference postreference postref postid positionid positionnumber positioncode seatid stellennummer stellenid planstelle planstellennummer functieid positienummer idstanowiska numerstanowiska',
    externalId:
      'id employeeid employeekey employeenumber employeeno empid empno personid personnelnumber staffid staffnumber payrollnumber userid contactid customerid uid externalid key recordid mitarbeiternummer mitarbeiterid personalnummer personeelsnummer medewerkernummer medewerkerid idpracownika numerpracownika nrpracownika',
    managerId:
      'managerid managerkey managernumber manageremployeeid reportstoid parentid parentemployeekey parentemployeeid parentkey parentpositionid parentpostid supervisorid bossid reportstoseniorpost reportingseniorpost reportstopost reportstoposition reportstopositionid vorgesetztenid vorgesetztennummer leidinggevendeid idprzelozonego idkierownika',
    manager:
      'manager managername reportsto reportingto reportsinto reportingmanager linemanager directmanager supervisor supervisorname boss superior parent vorgesetzter vorgesetzte fuhrungskraft berichtetan chef leidinggevende rapporteertaan przelozony kierownik raportujedo',
    managerEmail:
      'manageremail managersemail managermail supervisoremail reportstoemail bossemail emailmanager vorgesetzteremail emailvorgesetzter emailleidinggevende emailprzelozonego',
    hierarchyPath:
      'organizationnode organisationnode orgnode orgpath hierarchypath hierarchyid path',
    level:
      'level grade gradeorequivalent joblevel band payband seniority ebene hierarchieebene entgeltgruppe niveau schaal poziom szczebel',
    headcount:
      'headcount fte numberofposts numberofpostsinfte numberofpositions posts positions quantity anzahl anzahlstellen stellenanteil vzae aantal liczbaetatow etaty liczba',
    site: 'site sitename location office officelocation worklocation workplace regionaloffice standort niederlassung arbeitsort werk locatie vestiging kantoor lokalizacja oddzial biuro',
    city: 'city town workcity ort stadt plaats stad miasto',
    country: 'country countryname countryregion land kraj panstwo',
    status: 'status employmentstatus employeestatus poststatus positionstatus beschaftigungsstatus',
    endDate:
      'enddate leavingdate terminationdate lastday leftdate austritt austrittsdatum uitdienst datumuitdienst datazwolnienia',
    account:
      'account accountname accountaccountname company companyname organisation organization organisationname organizationname employer customer client firma unternehmen kunde organisatie bedrijf klant klient przedsiebiorstwo',
    stance: 'stance attitude sentiment support haltung einstellung houding nastawienie',
    influence: 'influence power einfluss invloed wplyw',
    roles:
      'buyingrole buyingroles decisionrole buyerrole kaufrolle kaufrollen koopro aankooprol rolazakupowa',
    topFive: 'topfive top5',
    language: 'language preferredlanguage sprache taal jezyk',
    note: 'note notes comment comments remark remarks description about jobteamfunction responsibilities notiz notizen bemerkung bemerkungen beschreibung opmerking opmerkingen omschrijving uwagi notatki opis',
  },
  accounts: {
    name: 'account accountname name company companyname organisation organization organisationname organizationname customer customername client reseller resellername store storename vendor firma firmenname unternehmen kunde kundenname bedrijf bedrijfsnaam klant klantnaam nazwa nazwafirmy klient',
    externalId:
      'id accountid accountnumber accountno customerid customernumber companyid resellerkey reselleralternatekey oracleid externalid crmid key recordid kundennummer klantnummer numerklienta',
    website: 'website url homepage web webseite internet internetadresse strona stronawww',
    phone: 'phone telephone phonenumber tel telefon telefonnummer telefoon accountphone',
    industry: 'industry sector vertical businesstype branche industrie branza sektor',
    segment: 'segment sizeclass companysize grossenklasse bedrijfsgrootte wielkosc',
    status: 'type accounttype status customerstatus lifecycle kundenstatus typ',
    city: 'city billingcity town ort stadt plaats stad miasto',
    region: 'region state province billingstate territory bundesland provincie wojewodztwo',
    country: 'country billingcountry officelocation countryname land kraj',
    employees:
      'employees numberofemployees numberemployees numemployees numemp employeecount headcount staff mitarbeiter mitarbeiterzahl anzahlmitarbeiter medewerkers aantalmedewerkers liczbapracownikow pracownicy',
    revenue:
      'revenue annualrevenue turnover annualsales umsatz jahresumsatz omzet przychod przychody obrot',
    valueNow:
      'arr acv value valuenow contractvalue currentvalue annualvalue vertragswert contractwaarde wartosc wartoscumowy',
    potentialValue: 'potential potentialvalue potenzial potentieel potencjal',
    currency: 'currency currencyisocode wahrung valuta waluta',
    owner:
      'owner accountowner ownerid ownername owneruserusername accountmanager salesrep rep salesagent kundenbetreuer betreuer eigenaar opiekun wlasciciel',
    parent:
      'parent parentaccount parentid parentcompany subsidiaryof muttergesellschaft konzern moederbedrijf moedermaatschappij spolkamatka',
    renewalDate:
      'renewal renewaldate contractend contractenddate vertragsende verlengingsdatum einddatumcontract datakoncaumowy',
    customerSince: 'customersince kundeseit klantsinds klientod',
    note: 'note notes comment comments description about remarks notiz notizen bemerkung beschreibung opmerking omschrijving uwagi opis',
  },
  opportunities: {
    name: 'name opportunity opportunityname deal dealname subject project projekt verkaufschance verkoopkans szansa',
    externalId: 'id opportunityid dealid externalid key recordid',
    account:
      'account accountname accountid company companyname customer client firma unternehmen kunde bedrijf klant klient',
    stage: 'stage stagename dealstage salesstage phase status fase etap',
    kind: 'type dealtype opportunitytype art typ soort',
    value:
      'amount value closevalue dealvalue opportunityvalue betrag wert bedrag waarde kwota wartosc',
    currency: 'currency currencyisocode wahrung valuta waluta',
    closeDate:
      'closedate closingdate expectedclose expectedclosedate abschlussdatum sluitingsdatum datazamkniecia',
    nextStep: 'nextstep nachsterschritt volgendestap nastepnykrok',
    owner:
      'owner ownerid ownername opportunityowner salesagent salesrep rep eigenaar wlasciciel opiekun',
    product: 'product productname produkt',
    outcomeReason:
      'lossreason lostreason reasonlost reason verlustgrund redenverlies powodprzegranej',
  },
}

/** A header as it is compared: small letters and digits only, accents and `__c` gone. */
export function compactHeader(header: string): string {
  return plainHeader(header).replaceAll(' ', '')
}

/** A header in small words without accents: `EmployeeKey` and `employee_key` are `employee key`. */
export function plainHeader(header: string): string {
  return header
    .replace(/__c$/i, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The fields a header names, by kind of file. */
export function fieldsOfHeader(header: string, kind: ImportKind): readonly ImportField[] {
  return fieldsByWord[kind].get(compactHeader(header)) ?? []
}

/** Whether a text is a header that some kind of file has. */
export function isHeaderWord(text: string): boolean {
  const compact = compactHeader(text)
  return text.length <= 60 && Object.values(fieldsByWord).some((words) => words.has(compact))
}

const fieldsByWord = {
  people: invert('people'),
  accounts: invert('accounts'),
  opportunities: invert('opportunities'),
} satisfies Record<ImportKind, ReadonlyMap<string, readonly ImportField[]>>

function invert(kind: ImportKind): ReadonlyMap<string, readonly ImportField[]> {
  const byWord = new Map<string, ImportField[]>()
  for (const [field, words] of Object.entries(headerWords[kind]))
    for (const word of words.split(' '))
      byWord.set(word, [...(byWord.get(word) ?? []), field as ImportField])
  return byWord
}
