import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'
import { projectRoot } from './source-tree'

/**
 * Real files from outside, where the machine has them: `JETWAY_TEST_DATA`, or `shared/data` beside the
 * project. They are read, never copied; a test that wants them has its own small fixtures too.
 */
export const sharedDataFolder = resolve(
  process.env['JETWAY_TEST_DATA'] ?? join(projectRoot, '..', 'shared', 'data'),
)

/** The files below a folder of the shared data, by name; none when the data is not there. */
export function listSharedFiles(folder: string, pattern: RegExp = /./): readonly string[] {
  const start = join(sharedDataFolder, folder)
  if (!existsSync(start)) {
    console.log(`No shared data in ${folder}: its cases did not run; the own fixtures did.`)
    return []
  }
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((name) => pattern.test(name) && statSync(join(sharedDataFolder, name)).isFile())
    .sort()
}

/** The bytes of a shared file that `listSharedFiles` named. */
export function readSharedFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(sharedDataFolder, name)))
}

/** The text of a shared UTF-8 file. */
export function readSharedText(name: string): string {
  return readFileSync(join(sharedDataFolder, name), 'utf8')
}
