import fs from 'node:fs'
import { openTestStore } from './store'
import type { TestStore } from './store'

/** Runs a test on a new real store and removes it afterwards. */
export async function withTestStore(body: (test: TestStore) => Promise<void>): Promise<void> {
  const test = openTestStore()
  try {
    await body(test)
  } finally {
    test.close()
    fs.rmSync(test.root, { recursive: true, force: true })
  }
}
