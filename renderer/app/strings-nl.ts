export const nl = {
  frame: {
    places: 'Plaatsen',
    find: 'Zoeken',
    findHint: 'Zoek een persoon, account, notitie of opdracht',
    nothingFound: 'Niets gevonden voor “{{text}}”.',
    place: 'Plaats',
    command: 'Opdracht',
    demo: 'Demowerkruimte',
    offline: 'Offline',
    localStore: 'Op deze laptop',
    saving: 'Opslaan …',
    saved: 'Alles opgeslagen',
    makingDemo: 'De demowerkruimte wordt gemaakt. U kunt alvast rondkijken.',
  },
  ui: {
    dismiss: 'Sluiten',
    copy: 'Kopiëren',
    understood: 'Begrepen',
    cancel: 'Annuleren',
    save: 'Opslaan',
    close: 'Sluiten',
    remove: 'Verwijderen',
    add: 'Toevoegen',
    edit: 'Bewerken',
    back: 'Terug',
    loading: 'Laden',
    none: 'Geen',
    unknown: 'Onbekend',
  },
  history: {
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    undone: 'Ongedaan gemaakt: {{step}}.',
    redone: 'Opnieuw gedaan: {{step}}.',
  },
  gate: {
    welcome: 'Welkom bij Jetway',
    choosePassphrase:
      'Deze computer heeft geen sleutelhanger voor de sleutel van uw gegevens. Kies een wachtzin; Jetway vraagt er bij elke start om.',
    passphrase: 'Wachtzin',
    passphraseAgain: 'Nog eens dezelfde',
    tooShort: 'Gebruik minstens {{count}} tekens.',
    notTheSame: 'De twee wachtzinnen verschillen.',
    start: 'Beginnen',
    locked: 'Jetway is vergrendeld',
    unlockHow:
      'Uw gegevens staan versleuteld op deze laptop. Voer de wachtzin of de herstelcode in.',
    passphraseOrCode: 'Wachtzin of herstelcode',
    wrong:
      'Daarmee gaat het niet open. Er is niets veranderd; probeer het opnieuw of gebruik de herstelcode.',
    unlock: 'Ontgrendelen',
    codeTitle: 'Bewaar deze herstelcode.',
    codeText:
      'Hij opent uw gegevens als de sleutelhanger of de wachtzin verloren gaat. Hij wordt alleen nu getoond.',
    codeKept: 'Ik heb hem bewaard',
  },
  broken: {
    place: 'Map:',
    folder_not_writable: {
      title: 'Jetway kan niet in zijn map schrijven',
      text: 'Er is niets veranderd. Geef uw gebruiker daar schrijfrecht of kies een andere map, en begin opnieuw.',
    },
    store_damaged: {
      title: 'De gegevens zijn niet te lezen',
      text: 'Het bestand is beschadigd en geen reservekopie of spiegel was leesbaar. De beschadigde bestanden staan in de map “quarantine”; er is niets verwijderd. Vraag hulp voordat u daar iets verandert.',
    },
    store_newer: {
      title: 'Deze gegevens zijn van een nieuwere Jetway',
      text: 'Er is niets veranderd. Werk de app bij en begin opnieuw.',
    },
    disk_full: {
      title: 'De schijf is vol',
      text: 'Alles wat opgeslagen is, is veilig. Maak ruimte en begin opnieuw.',
    },
    keyring_unreadable: {
      title: 'De sleutelhanger van Jetway is niet te lezen',
      text: 'Het bestand keyring.json is beschadigd. Uw gegevens zijn er nog, versleuteld; zet een kopie van dat bestand terug uit een reservekopie van deze computer.',
    },
    store_crashes: {
      title: 'Het gegevensproces stopte steeds weer',
      text: 'Alles wat opgeslagen is, is veilig. Start de computer en daarna Jetway opnieuw.',
    },
    internal: {
      title: 'Jetway kon niet starten',
      text: 'Uw gegevens zijn niet veranderd. Begin opnieuw; gebeurt het weer, vraag dan hulp.',
    },
  },
  recovered: {
    mirror_replayed:
      '{{changes}} wijzigingen die het gegevensbestand kwijt was, zijn uit de spiegel teruggezet. Er ontbreekt niets.',
    mirror_replayed_mirror:
      '{{changes}} wijzigingen die het gegevensbestand kwijt was, zijn uit de spiegel teruggezet. Er ontbreekt niets.',
    restored_from_backup:
      'Het gegevensbestand was beschadigd. Het is hersteld uit de reservekopie van {{when}}; {{changes}} latere wijzigingen kwamen uit de spiegel. Het beschadigde bestand staat in de map “quarantine”.',
    restored_from_backup_mirror:
      'Het gegevensbestand was beschadigd of ontbrak. Het is opnieuw gemaakt uit de spiegel: {{changes}} wijzigingen. Het beschadigde bestand staat in de map “quarantine”.',
    damaged: 'Het gegevensbestand is beschadigd.',
    damaged_mirror: 'Het gegevensbestand is beschadigd.',
  },
  error: {
    not_found: 'Dat is er niet meer. Misschien is het in een ander venster verwijderd.',
    bad_arguments: 'Die waarde past hier niet ({{what}}). Er is niets veranderd.',
    unknown_operation:
      'Dit deel van de app is nieuwer dan het gegevensproces. Start Jetway opnieuw.',
    would_be_cycle:
      'Niemand kan aan zichzelf rapporteren, ook niet via anderen. Er is niets verplaatst.',
    top_five_full:
      'Er zijn al vijf mensen gemarkeerd. Haal eerst bij een van hen de markering weg.',
    reason_needed: 'Zeg waarom deze persoon er niet bij is; de reden blijft bij het bezoek.',
    needs_words: '{{why}}',
    nothing_to_undo: 'Er is niets om ongedaan te maken.',
    nothing_to_redo: 'Er is niets om opnieuw te doen.',
    value_moved_on: 'Dat is sindsdien weer veranderd en is daarom gelaten zoals het is.',
    file_unreadable: 'Het bestand is niet te lezen: {{why}}',
    too_large: 'Dat is te groot: {{why}}',
    invitation_unusable:
      'Deze uitnodiging is niet te gebruiken: ze is al gebruikt, ouder dan zeven dagen of geen uitnodigingslink. Vraag om een nieuwe.',
    server_insecure:
      'De server {{what}} gebruikt geen https. Er is niets verzonden; vraag om een link die met https begint.',
    server_unreachable:
      'De server antwoordt niet. Er is niets gewijzigd; probeer het opnieuw als u online bent.',
    already_joined: 'Deze werkruimte is al aan een server gekoppeld. Verlaat die eerst.',
    other_member:
      'De gegevens hier horen bij iemand anders van die werkruimte. Start Jetway met een eigen gegevensmap.',
    cancelled: 'Geannuleerd. Er is niets veranderd.',
    disk_full:
      'De schijf is vol. Wat u typte staat nog op het scherm; maak ruimte en sla opnieuw op.',
    disk_error:
      'De schijf nam het niet aan. Wat u typte staat nog op het scherm; sla opnieuw op of kopieer het.',
    store_locked: 'De gegevens zijn vergrendeld. Ontgrendel ze eerst.',
    store_damaged:
      'Het gegevensbestand is beschadigd. Jetway herstelt het uit de reservekopie; een ogenblik.',
    store_newer: 'Deze gegevens zijn van een nieuwere Jetway. Werk de app bij.',
    store_gone:
      'Het gegevensproces is opnieuw gestart. Kijk of de laatste stap er is, anders doet u hem opnieuw.',
    invitation_refused:
      'De server maakte geen uitnodiging. Er is een netwerk nodig, en alleen een beheerder kan uitnodigen.',
    internal: 'Dat lukte niet. Er is niets veranderd; probeer het opnieuw.',
  },
  table: {
    account: 'Account',
    site: 'Vestiging',
    member: 'Collega',
    person: 'Persoon',
    seat: 'Plek',
    line: 'Lijn',
    opinion: 'Mening',
    gate: 'Akkoord',
    opportunity: 'Kans',
    visit: 'Bezoek',
    agenda_item: 'Agendapunt',
    attendee: 'Deelname',
    meeting: 'Gesprek',
    note: 'Notitie',
    action_item: 'Actie',
    competitor: 'Concurrent',
    competitor_sighting: 'Waarneming',
  },
  step: {
    other: 'de laatste stap',
    drawing: {
      add: 'kaart toegevoegd',
      edit: 'kaart veranderd',
      removeSeats: 'van de kaart gehaald',
      vacate: 'plek vrij',
      seatPerson: 'persoon op de plek gezet',
      removePerson: 'persoon verwijderd',
    },
    seat: { move: 'verplaatst', set: 'plek veranderd', create: 'plek toegevoegd' },
    person: {
      set: 'persoon veranderd',
      setTopFive: 'topvijfmarkering',
      create: 'persoon toegevoegd',
      remove: 'persoon verwijderd',
    },
    opinions: { setStance: 'houding', setInfluence: 'invloed' },
    buyingRole: { set: 'kooprol' },
    line: { create: 'lijn getrokken', set: 'lijn veranderd', remove: 'lijn verwijderd' },
    account: {
      set: 'account veranderd',
      create: 'account toegevoegd',
      remove: 'account verwijderd',
    },
    visit: { set: 'bezoek veranderd', remove: 'bezoek verwijderd' },
    visitPlan: { create: 'bezoek gemaakt', inviteAll: 'iedereen uitgenodigd' },
    attendee: { invite: 'gastenlijst', set: 'antwoord' },
    agendaItem: {
      create: 'agendapunt toegevoegd',
      set: 'agendapunt veranderd',
      move: 'volgorde van de agenda',
      remove: 'agendapunt verwijderd',
    },
    meeting: {
      set: 'gesprek veranderd',
      create: 'gesprek toegevoegd',
      remove: 'gesprek verwijderd',
    },
    snapshots: { take: 'momentopname gemaakt' },
    snapshot: { rename: 'momentopname benoemd', remove: 'momentopname verwijderd' },
    reconfirm: { opinions: 'inschattingen bevestigd' },
    meetingLog: {
      startFromVisit: 'gesprek begonnen',
      start: 'gesprek begonnen',
      end: 'gesprek beëindigd',
      walkIn: 'onverwachte gast',
      logContact: 'contact vastgelegd',
    },
    participant: { set: 'aanwezigheid' },
    note: { create: 'notitie toegevoegd', set: 'notitie veranderd', remove: 'notitie verwijderd' },
    actionItem: {
      create: 'actie toegevoegd',
      set: 'actie veranderd',
      remove: 'actie verwijderd',
    },
    importing: { apply: 'import' },
  },
}
