import type { Shell } from '../electron/shell'

declare global {
  interface Window {
    /** What preload exposes; frozen. */
    readonly shell: Shell
  }
}
