import fs from 'node:fs'
import { writeFileDurably } from '../db/node/durable-file'
import type { ShellPreferences, WorkspaceName } from './shell'

/** Small things of this device that are known before the store is open; nothing about people. */
export interface DevicePreferences extends ShellPreferences {
  readonly window: WindowPlace | null
  readonly workspace: WorkspaceName
}

export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

const defaults: DevicePreferences = {
  language: null,
  theme: 'system',
  window: null,
  workspace: 'main',
}

/** Reads the preferences; a missing or unreadable file gives the defaults. */
export function readPreferences(file: string): DevicePreferences {
  try {
    const found = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<DevicePreferences>
    return { ...defaults, ...found }
  } catch {
    return defaults
  }
}

/** Writes some preferences over the others. A disk that refuses is not worth stopping for. */
export function savePreferences(file: string, changes: Partial<DevicePreferences>): void {
  try {
    const next = { ...readPreferences(file), ...changes }
    writeFileDurably(file, `${JSON.stringify(next, null, 2)}\n`)
  } catch (error) {
    console.error('preferences not saved:', (error as NodeJS.ErrnoException).code)
  }
}
