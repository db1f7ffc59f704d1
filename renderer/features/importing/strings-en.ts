export const importingStringsEn = {
  title: 'Import',
}
