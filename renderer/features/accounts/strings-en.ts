export const accountsStringsEn = {
  title: 'Accounts',
  new: 'New account',
  name: 'Name of the account',
  tab: { people: 'People', timeline: 'Timeline', facts: 'Facts' },
}
