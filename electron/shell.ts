/**
 * What the page may ask of the shell. The page imports this file as types only; preload exposes one
 * frozen object of this shape and `shell-host.ts` answers in the main process.
 */
export interface Shell {
  readonly platform: string
  readonly version: string
  state(): Promise<ShellState>
  /** Makes the first keyring; the passphrase is null where the system keychain keeps the key. */
  start(passphrase: string | null): Promise<ShellState>
  /** Opens the store with the passphrase or the recovery code. */
  unlock(words: string): Promise<ShellState>
  lock(): Promise<ShellState>
  /** Switches between the user's own workspace and the demo. */
  openWorkspace(name: WorkspaceName): Promise<ShellState>
  /** The recovery code was kept by the user and is forgotten here. */
  recoveryCodeKept(): Promise<void>
  /** Makes another recovery code; the old one no longer opens the store. */
  newRecoveryCode(): Promise<string>
  preferences(): Promise<ShellPreferences>
  setPreferences(preferences: Partial<ShellPreferences>): Promise<void>
  /** Asks where to save and writes the file; null = the user changed their mind. */
  saveFile(suggestedName: string, data: Uint8Array): Promise<SavedFile | null>
  /** Makes a PDF of a page of ours; `route` is a print route such as 'brief/<visitId>'. */
  printPdf(route: string, options: PdfOptions): Promise<Uint8Array>
  /** Opens an https or mailto address outside, after asking. */
  openAddress(address: string): Promise<boolean>
  /** Asks for a port to the store; it arrives as a window message that carries the nonce. */
  connectStore(nonce: string): void
  /** The first screen with data is painted. */
  painted(): void
  onState(listener: (state: ShellState) => void): void
  /** The window is about to close: save what is being typed, then settle. */
  onClosing(listener: () => Promise<void>): void
}

export type WorkspaceName = 'main' | 'demo'

export type ShellState =
  /** The store is being opened; nothing is shown yet. */
  | { readonly kind: 'opening' }
  /** No keyring yet. `needsPassphrase` = there is no system keychain. */
  | { readonly kind: 'new'; readonly needsPassphrase: boolean }
  | { readonly kind: 'locked'; readonly isWrong: boolean }
  | {
      readonly kind: 'open'
      readonly workspace: WorkspaceName
      /** Shown until the user has kept it; null afterwards. */
      readonly recoveryCode: string | null
      /** Asked for on the command line: make the demo when the workspace is empty. */
      readonly demo: DemoSize | null
    }
  | { readonly kind: 'broken'; readonly code: BrokenCode; readonly detail: string }

export type DemoSize = 'usual' | 'large'

export type BrokenCode =
  | 'folder_not_writable'
  | 'store_damaged'
  | 'store_newer'
  | 'disk_full'
  | 'keyring_unreadable'
  | 'store_crashes'
  | 'internal'

export interface ShellPreferences {
  readonly language: 'en' | 'de' | 'nl' | 'pl' | null
  readonly theme: 'light' | 'dark' | 'system'
}

export interface SavedFile {
  readonly path: string
}

export interface PdfOptions {
  readonly paper: 'A4' | 'Letter'
  readonly isLandscape: boolean
}

/** IPC channels; preload and main are their only users. */
export const channels = {
  call: 'shell:call',
  connectStore: 'shell:connect-store',
  painted: 'shell:painted',
  state: 'shell:state',
  storePort: 'shell:store-port',
  closing: 'shell:closing',
  closed: 'shell:closed',
} as const

/** The calls that go through `channels.call`, by name. */
export const shellCalls = [
  'state',
  'start',
  'unlock',
  'lock',
  'openWorkspace',
  'recoveryCodeKept',
  'newRecoveryCode',
  'preferences',
  'setPreferences',
  'saveFile',
  'printPdf',
  'openAddress',
] as const satisfies readonly (keyof Shell)[]
export type ShellCall = (typeof shellCalls)[number]
