// Reads what the test runners report, so that every suite is counted in the same way.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, remarks: string[] }} Counts
 *   remarks: sentences on what the numbers alone do not tell
 */

/**
 * Counts of a vitest JSON report.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults?: readonly { name: string, status: string,
 *   assertionResults: readonly unknown[] }[] }} report
 * @returns {Counts} a file that could not even be loaded counts as one failed test
 */
export function countVitest(report) {
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    remarks: broken.map((file) => `${file.name} could not be loaded.`),
  }
}

/**
 * Counts of a Playwright JSON report.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors?: readonly { message?: string }[] }} report
 * @returns {Counts} a test that passed on a retry only counts as failed
 */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    remarks: errors.map((error) => error.message ?? 'The runner reported an error.'),
  }
}

/**
 * What a suite is worth: one that ended badly or ran no test has failed, whatever it counted.
 * @param {Counts | undefined} counts undefined when the runner left no report
 * @param {number} exitCode of the runner
 * @returns {Counts}
 */
export function judgeSuite(counts, exitCode) {
  if (counts === undefined) {
    return { passed: 0, failed: 1, skipped: 0, remarks: ['The runner left no report.'] }
  }
  if (counts.passed + counts.failed === 0) {
    return { ...counts, failed: 1, remarks: [...counts.remarks, 'No test was run.'] }
  }
  if (exitCode !== 0 && counts.failed === 0) {
    const remark = `The runner ended with status ${exitCode}.`
    return { ...counts, failed: 1, remarks: [...counts.remarks, remark] }
  }
  return counts
}

/** @param {readonly Counts[]} suites */
export function addCounts(suites) {
  const sum = (key) => suites.reduce((total, suite) => total + suite[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}
