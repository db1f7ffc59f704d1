/** The words of the first screen in English; the other languages have exactly the same keys. */
export const todayStringsEn = {
  title: 'Today',
  empty: {
    title: 'Who are the key people at your accounts?',
    text: 'Start from the people you have in a file, from one account, or look around in the demo first. Everything stays on this laptop and works without a network.',
    demo: 'Open the demo workspace',
    import: 'Import people and accounts',
    add: 'Add an account',
  },
  visits: {
    title: 'Next visits',
    none: 'No visit is planned. A visit begins on the map of an account.',
    pickAccount: 'Choose an account',
    today: 'Today',
    tomorrow: 'Tomorrow',
    inDays: 'In {{n}} days',
    running: 'Now',
  },
  ready: {
    nobody: 'Nobody is invited yet',
    notSent: 'Invitations are not sent',
    waiting: '{{accepted}} of {{invited}} accepted',
    ready: 'All {{invited}} accepted',
  },
  actions: {
    title: 'Actions',
    none: 'Nothing is due. Actions come from the log of a meeting.',
    done: 'Done: {{title}}',
    markDone: 'Mark as done: {{title}}',
    overdue: '{{n}} days overdue',
    overdue_one: 'Due yesterday',
    dueToday: 'Due today',
    dueTomorrow: 'Due tomorrow',
    dueOn: 'Due {{date}}',
    noDate: 'No date',
  },
  stale: {
    title: 'Top-five people to speak to again',
    none: 'Every top-five person was spoken to in the last {{n}} days.',
    never: 'Not met yet',
    days: '{{n}} days ago',
  },
}
