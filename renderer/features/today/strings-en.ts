/** The words of the first screen in English; the other languages have exactly the same keys. */
export const todayStringsEn = {
  title: 'Today',
  empty: {
    title: 'Who are the key people at your accounts?',
    text: 'Jetway keeps the map of them, prepares your visits and logs what happened. Everything stays on this laptop and works without a network.',
    demo: 'Open the demo workspace',
    demoText: 'Look around in twelve made-up companies. Your own workspace stays as it is.',
    import: 'Import people and accounts',
    importText: 'From CSV, vCard or outline text; you see what happens before anything is saved.',
    add: 'Add an account',
    addText: 'Begin with one name and draw the people you know.',
  },
  visits: {
    title: 'Next visits',
    none: 'No visit is planned. A visit begins at an account.',
    pickAccount: 'Choose an account',
    running: 'Now',
  },
  ready: {
    nobody: 'Nobody is invited',
    notSent: 'Invitations not sent',
    waiting: '{{accepted}} of {{invited}} accepted',
    ready: 'All {{invited}} accepted',
  },
  actions: {
    title: 'Actions',
    none: 'Nothing is due. Actions come from the log of a meeting.',
    done: 'Done: {{title}}',
    markDone: 'Mark as done: {{title}}',
    overdue: 'Overdue, {{when}}',
    noDate: 'No date',
  },
  stale: {
    title: 'Top five: speak to them again',
    none: 'Every top-five person was spoken to in the last three months.',
    never: 'Not met yet',
    logCall: 'Log a call with {{name}}',
    logged: 'Call with {{name}} logged',
  },
}
