import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { WorkspaceName } from './shell'

/** Where everything of this user on this device lives. */
export interface DataFolder {
  readonly root: string
  readonly keyring: string
  readonly preferences: string
  /** Chromium's own profile; it holds nothing of ours. */
  readonly profile: string
  readonly isWritable: boolean
  workspace(name: WorkspaceName): string
}

/** `JETWAY_DATA_DIR`, else the system's place for app data. */
export function findDataFolder(environment: NodeJS.ProcessEnv, appData: string): DataFolder {
  const root = path.resolve(environment.JETWAY_DATA_DIR || path.join(appData, 'Jetway'))
  const isWritable = canWrite(root)
  const home = isWritable ? root : fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-readonly-'))
  return {
    root,
    keyring: path.join(root, 'keyring.json'),
    preferences: path.join(root, 'preferences.json'),
    profile: path.join(home, 'profile'),
    isWritable,
    workspace: (name) => path.join(root, name),
  }
}

function canWrite(folder: string): boolean {
  const probe = path.join(folder, `.probe-${process.pid}`)
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
    return true
  } catch {
    return false
  }
}
