import type { Feature } from '../../app/feature'
import { goTo } from '../../data/place'
import { lazyScreen } from '../../ui/lazy-screen'
import { coverageStrings } from './strings'

const CoverageTab = lazyScreen(async () => (await import('./coverage-tab')).CoverageTab)

/** Who is known at which level of which department, and what is missing (methods 0.11). */
export const coverage: Feature = {
  name: 'coverage',
  words: coverageStrings,
  accountTabs: [{ name: 'coverage', label: 'whitespace.tab', order: 6, Screen: CoverageTab }],
  commands: [
    {
      name: 'coverage.open',
      label: 'whitespace.command',
      needsAccount: true,
      run: (accountId) => goTo(`accounts/${accountId}/coverage`),
    },
  ],
}
