import fs from 'node:fs'
import path from 'node:path'

/** Writes a small file so that a power cut leaves the old content or the new one, never half of it. */
export function writeFileDurably(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.new`
  const handle = fs.openSync(temporary, 'w', 0o600)
  try {
    fs.writeFileSync(handle, content)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  fs.renameSync(temporary, file)
  syncFolder(path.dirname(file))
}

/** Makes the content of a file durable. */
export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Makes renames and new names in a folder durable (a no-op where folders cannot be synced). */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
