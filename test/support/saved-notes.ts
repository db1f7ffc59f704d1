import path from 'node:path'
import { openByWords } from '../../db/node/keyring'
import { openConnection } from '../../db/node/open'
import { testPassphrase } from './app'

/**
 * The notes in the store of a data folder, read past the app, as often as they are there. Works
 * beside a running app: readers do not disturb the writer.
 */
export function readSavedNotes(dataDir: string): string[] {
  const keyHex = openByWords(path.join(dataDir, 'keyring.json'), testPassphrase)
  const file = path.join(dataDir, 'main', 'store.db')
  const connection = openConnection(file, keyHex, { readonly: true })
  try {
    const found = connection.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok') throw new Error(`integrity_check: ${String(found)}`)
    const rows = connection.prepare('SELECT body FROM note').all() as { body: string }[]
    return rows.map((row) => row.body)
  } finally {
    connection.close()
  }
}
