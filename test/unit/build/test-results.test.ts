import { describe, expect, it } from 'vitest'
import {
  addCounts,
  countPlaywright,
  countVitest,
  judgeSuite,
} from '../../../build/test-results.mjs'

const noTests = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
const counts = { passed: 0, failed: 0, skipped: 0, remarks: [] }

describe('counting a run of vitest', () => {
  it('counts a file that could not be loaded as one failed test', () => {
    const file = { name: 'a.test.ts', status: 'failed', assertionResults: [] }
    const report = { ...noTests, numPassedTests: 3, numTodoTests: 1, testResults: [file] }
    expect(countVitest(report)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 1,
      remarks: ['a.test.ts could not be loaded.'],
    })
  })
})

describe('counting a run of Playwright', () => {
  it('counts a test that passed on a retry only as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 3 }
    expect(countPlaywright({ stats })).toEqual({ passed: 4, failed: 3, skipped: 3, remarks: [] })
  })
})

describe('judging a suite', () => {
  it('lets a suite with passed tests and status 0 stand', () => {
    expect(judgeSuite({ ...counts, passed: 2 }, 0)).toEqual({ ...counts, passed: 2 })
  })

  it.each([
    ['an empty one', { ...counts }, 0],
    ['one with skipped tests only', { ...counts, skipped: 5 }, 0],
    ['one whose runner ended badly', { ...counts, passed: 2 }, 1],
    ['one without a report', undefined, 0],
  ])('fails %s', (_name, given, exitCode) => {
    expect(judgeSuite(given, exitCode).failed).toBe(1)
  })

  it('keeps the number of failed tests', () => {
    expect(judgeSuite({ ...counts, passed: 1, failed: 3 }, 1).failed).toBe(3)
  })
})

describe('adding suites up', () => {
  it('adds each number', () => {
    const one = { passed: 1, failed: 2, skipped: 3, remarks: ['a'] }
    expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  })
})
