import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A new folder under the system's temporary folder. */
export function makeTestFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-test-'))
}
