export const de = {
  frame: {
    places: 'Orte',
    find: 'Suchen',
    findHint: 'Person, Account, Notiz oder Befehl suchen',
    nothingFound: 'Nichts gefunden für „{{text}}“.',
    place: 'Ort',
    command: 'Befehl',
    demo: 'Demo-Arbeitsbereich',
    offline: 'Offline',
    localStore: 'Auf diesem Laptop',
    saving: 'Speichert …',
    saved: 'Alles gespeichert',
    makingDemo: 'Der Demo-Arbeitsbereich entsteht. Sie können sich schon umsehen.',
  },
  ui: {
    dismiss: 'Schließen',
    copy: 'Kopieren',
    understood: 'Verstanden',
    cancel: 'Abbrechen',
    save: 'Speichern',
    close: 'Schließen',
    remove: 'Entfernen',
    add: 'Hinzufügen',
    edit: 'Bearbeiten',
    back: 'Zurück',
    loading: 'Lädt',
    none: 'Keine',
    unknown: 'Unbekannt',
  },
  history: {
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    undone: 'Rückgängig gemacht: {{step}}.',
    redone: 'Wiederholt: {{step}}.',
  },
  gate: {
    welcome: 'Willkommen bei Jetway',
    choosePassphrase:
      'Dieser Computer hat keinen Schlüsselbund für den Schlüssel Ihrer Daten. Wählen Sie eine Passphrase; Jetway fragt bei jedem Start danach.',
    passphrase: 'Passphrase',
    passphraseAgain: 'Noch einmal dieselbe',
    tooShort: 'Nehmen Sie mindestens {{count}} Zeichen.',
    notTheSame: 'Die beiden Passphrasen sind verschieden.',
    start: 'Starten',
    locked: 'Jetway ist gesperrt',
    unlockHow:
      'Ihre Daten liegen verschlüsselt auf diesem Laptop. Geben Sie die Passphrase oder den Wiederherstellungscode ein.',
    passphraseOrCode: 'Passphrase oder Wiederherstellungscode',
    wrong:
      'Damit lässt es sich nicht öffnen. Nichts wurde geändert; versuchen Sie es noch einmal oder nehmen Sie den Wiederherstellungscode.',
    unlock: 'Entsperren',
    codeTitle: 'Bewahren Sie diesen Wiederherstellungscode auf.',
    codeText:
      'Er öffnet Ihre Daten, wenn Schlüsselbund oder Passphrase verloren gehen. Er wird nur jetzt gezeigt.',
    codeKept: 'Ich habe ihn aufbewahrt',
  },
  broken: {
    place: 'Ordner:',
    folder_not_writable: {
      title: 'Jetway kann nicht in seinen Ordner schreiben',
      text: 'Nichts wurde geändert. Geben Sie Ihrem Benutzer dort Schreibrecht oder wählen Sie einen anderen Ordner, und starten Sie neu.',
    },
    store_damaged: {
      title: 'Die Daten lassen sich nicht lesen',
      text: 'Die Datei ist beschädigt, und weder Sicherung noch Spiegel ließen sich lesen. Die beschädigten Dateien liegen im Ordner „quarantine“; nichts wurde gelöscht. Holen Sie Hilfe, bevor Sie dort etwas ändern.',
    },
    store_newer: {
      title: 'Diese Daten stammen von einem neueren Jetway',
      text: 'Nichts wurde geändert. Aktualisieren Sie die App und starten Sie neu.',
    },
    disk_full: {
      title: 'Die Festplatte ist voll',
      text: 'Alles Gespeicherte ist sicher. Schaffen Sie Platz und starten Sie neu.',
    },
    keyring_unreadable: {
      title: 'Der Schlüsselbund von Jetway lässt sich nicht lesen',
      text: 'Die Datei keyring.json ist beschädigt. Ihre Daten sind noch da, verschlüsselt; legen Sie eine Kopie der Datei aus einer Sicherung dieses Computers zurück.',
    },
    store_crashes: {
      title: 'Der Datenprozess brach immer wieder ab',
      text: 'Alles Gespeicherte ist sicher. Starten Sie den Computer und dann Jetway neu.',
    },
    internal: {
      title: 'Jetway konnte nicht starten',
      text: 'Ihre Daten wurden nicht geändert. Starten Sie neu; geschieht es wieder, holen Sie Hilfe.',
    },
  },
  recovered: {
    mirror_replayed:
      '{{changes}} Änderungen, die die Datendatei verloren hatte, kamen aus dem Spiegel zurück. Nichts fehlt.',
    mirror_replayed_mirror:
      '{{changes}} Änderungen, die die Datendatei verloren hatte, kamen aus dem Spiegel zurück. Nichts fehlt.',
    restored_from_backup:
      'Die Datendatei war beschädigt. Sie wurde aus der Sicherung vom {{when}} wiederhergestellt, {{changes}} spätere Änderungen kamen aus dem Spiegel dazu. Die beschädigte Datei liegt im Ordner „quarantine“.',
    restored_from_backup_mirror:
      'Die Datendatei war beschädigt oder fehlte. Sie wurde aus dem Spiegel neu aufgebaut: {{changes}} Änderungen. Die beschädigte Datei liegt im Ordner „quarantine“.',
    damaged: 'Die Datendatei ist beschädigt.',
    damaged_mirror: 'Die Datendatei ist beschädigt.',
  },
  error: {
    not_found: 'Das gibt es nicht mehr. Vielleicht wurde es in einem anderen Fenster entfernt.',
    bad_arguments: 'Dieser Wert passt hier nicht ({{what}}). Nichts wurde geändert.',
    unknown_operation:
      'Dieser Teil der App ist neuer als der Datenprozess. Starten Sie Jetway neu.',
    would_be_cycle:
      'Niemand kann an sich selbst berichten, auch nicht über andere. Nichts wurde verschoben.',
    top_five_full: 'Fünf Personen sind schon markiert. Nehmen Sie zuerst einer die Markierung.',
    reason_needed: 'Sagen Sie, warum diese Person nicht dabei ist; der Grund bleibt beim Besuch.',
    needs_words: '{{why}}',
    nothing_to_undo: 'Es gibt nichts rückgängig zu machen.',
    nothing_to_redo: 'Es gibt nichts zu wiederholen.',
    value_moved_on: 'Das wurde seither wieder geändert und blieb deshalb, wie es ist.',
    file_unreadable: 'Die Datei lässt sich nicht lesen: {{why}}',
    too_large: 'Das ist zu groß: {{why}}',
    invitation_unusable:
      'Diese Einladung lässt sich nicht verwenden: Sie wurde schon benutzt, ist älter als sieben Tage oder kein Einladungslink. Bitten Sie um eine neue.',
    server_insecure:
      'Der Server {{what}} verwendet kein https. Es wurde nichts gesendet; bitten Sie um einen Link, der mit https beginnt.',
    server_unreachable:
      'Der Server antwortet nicht. Es wurde nichts geändert; versuchen Sie es wieder, wenn Sie online sind.',
    already_joined:
      'Dieser Arbeitsbereich ist schon mit einem Server verbunden. Verlassen Sie ihn zuerst.',
    other_member:
      'Die Daten hier gehören jemand anderem aus diesem Arbeitsbereich. Starten Sie Jetway mit einem eigenen Datenordner.',
    cancelled: 'Abgebrochen. Nichts wurde geändert.',
    disk_full:
      'Die Festplatte ist voll. Ihr Text steht noch auf dem Bildschirm; schaffen Sie Platz und speichern Sie noch einmal.',
    disk_error:
      'Die Festplatte hat es nicht angenommen. Ihr Text steht noch auf dem Bildschirm; speichern Sie noch einmal oder kopieren Sie ihn.',
    store_locked: 'Die Daten sind gesperrt. Entsperren Sie sie zuerst.',
    store_damaged:
      'Die Datendatei ist beschädigt. Jetway stellt sie aus der Sicherung wieder her; einen Moment.',
    store_newer: 'Diese Daten stammen von einem neueren Jetway. Aktualisieren Sie die App.',
    store_gone:
      'Der Datenprozess wurde neu gestartet. Sehen Sie nach, ob der letzte Schritt da ist, sonst wiederholen Sie ihn.',
    invitation_refused:
      'Der Server hat keine Einladung gemacht. Es braucht ein Netz, und nur wer verwaltet, kann einladen.',
    internal: 'Das hat nicht geklappt. Nichts wurde geändert; versuchen Sie es noch einmal.',
  },
  table: {
    account: 'Account',
    site: 'Standort',
    member: 'Kollegin, Kollege',
    person: 'Person',
    seat: 'Stelle',
    line: 'Linie',
    opinion: 'Einschätzung',
    gate: 'Freigabe',
    opportunity: 'Chance',
    visit: 'Besuch',
    agenda_item: 'Tagesordnungspunkt',
    attendee: 'Teilnahme',
    meeting: 'Treffen',
    note: 'Notiz',
    action_item: 'Aufgabe',
    competitor: 'Wettbewerber',
    competitor_sighting: 'Sichtung',
  },
  step: {
    other: 'der letzte Schritt',
    drawing: {
      add: 'Karte hinzugefügt',
      edit: 'Karte geändert',
      removeSeats: 'von der Karte genommen',
      vacate: 'Stelle frei',
      seatPerson: 'Person auf die Stelle gesetzt',
      removePerson: 'Person entfernt',
    },
    seat: { move: 'verschoben', set: 'Stelle geändert', create: 'Stelle hinzugefügt' },
    person: {
      set: 'Person geändert',
      setTopFive: 'Top-Fünf-Markierung',
      create: 'Person hinzugefügt',
      remove: 'Person entfernt',
    },
    opinions: { setStance: 'Haltung', setInfluence: 'Einfluss' },
    buyingRole: { set: 'Kaufrolle' },
    line: { create: 'Linie gezogen', set: 'Linie geändert', remove: 'Linie entfernt' },
    account: {
      set: 'Account geändert',
      create: 'Account hinzugefügt',
      remove: 'Account entfernt',
    },
    visit: { set: 'Besuch geändert', remove: 'Besuch entfernt' },
    visitPlan: { create: 'Besuch angelegt', inviteAll: 'alle eingeladen' },
    attendee: { invite: 'Einladungsliste', set: 'Antwort' },
    agendaItem: {
      create: 'Punkt hinzugefügt',
      set: 'Punkt geändert',
      move: 'Reihenfolge der Tagesordnung',
      remove: 'Punkt entfernt',
    },
    meeting: { set: 'Treffen geändert', create: 'Treffen hinzugefügt', remove: 'Treffen entfernt' },
    snapshots: { take: 'Stand festgehalten' },
    snapshot: { rename: 'Stand benannt', remove: 'Stand entfernt' },
    reconfirm: { opinions: 'Einschätzungen bestätigt' },
    meetingLog: {
      startFromVisit: 'Treffen begonnen',
      start: 'Treffen begonnen',
      end: 'Treffen beendet',
      walkIn: 'unerwarteter Gast',
      logContact: 'Kontakt eingetragen',
    },
    participant: { set: 'Anwesenheit' },
    note: { create: 'Notiz hinzugefügt', set: 'Notiz geändert', remove: 'Notiz entfernt' },
    actionItem: {
      create: 'Aufgabe hinzugefügt',
      set: 'Aufgabe geändert',
      remove: 'Aufgabe entfernt',
    },
    importing: { apply: 'Import' },
  },
}
