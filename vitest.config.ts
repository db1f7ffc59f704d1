import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Longer than any test should need: the machine may be busy, and no test asserts a time. */
const timeLimitMs = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{unit,migrations,sync}/**/*.test.ts'],
          environment: 'node',
          testTimeout: timeLimitMs,
          hookTimeout: timeLimitMs,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'page',
          include: ['test/unit/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['test/support/page-setup.ts'],
          testTimeout: timeLimitMs,
          hookTimeout: timeLimitMs,
        },
      },
    ],
  },
})
