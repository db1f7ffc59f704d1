import { defineConfig } from '@playwright/test'

// Each project is one way of driving the real app; build/e2e.mjs, build/shots.mjs and
// build/test.mjs choose one. The app takes a machine's screen and keyboard, so one at a time.
export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  timeout: 120_000,
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  projects: [
    { name: 'e2e', testMatch: '**/test/e2e/**/*.spec.ts', testIgnore: '**/test/e2e/crash/**' },
    // As many rounds as JETWAY_CRASH_ROUNDS says, so no limit that fits one number of them.
    { name: 'crash', testMatch: '**/test/e2e/crash/**/*.spec.ts', timeout: 0 },
    { name: 'shots', testMatch: '**/test/shots/*.ts', timeout: 600_000 },
  ],
})
