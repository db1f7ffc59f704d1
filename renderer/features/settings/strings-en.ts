export const settingsStringsEn = {
  title: 'Settings',
  language: 'Language',
}
