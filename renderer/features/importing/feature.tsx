import type { Feature } from '../../app/feature'
import { goTo } from '../../data/place'
import { lazyScreen } from '../../ui/lazy-screen'
import { importingStrings } from './strings'

const ImportScreen = lazyScreen(async () => (await import('./import-screen')).ImportScreen)

/** People, accounts and deals from files, with a preview of every row. */
export const importing: Feature = {
  name: 'importing',
  words: importingStrings,
  routes: [{ path: 'import', Screen: ImportScreen }],
  commands: [
    {
      name: 'importing.open',
      label: 'importing.command',
      run: (accountId) => goTo(accountId ? `import?account=${accountId}` : 'import'),
    },
  ],
}
