import fs from 'node:fs'
import { StoreError, toStoreError } from '../db/errors'
import {
  createKeyring,
  openByKeychain,
  openByWords,
  openByWordsAside,
  passphraseMinChars,
  readKeyring,
  renewRecoveryCode,
  rewrapKeyring,
} from '../db/node/keyring'
import type { Keychain } from '../db/node/keyring'
import type { DataFolder } from './data-folder'
import type { BrokenCode, DemoSize, ShellState, WorkspaceName } from './shell'
import type { StoreProcess } from './store-process'

export interface AccessParts {
  readonly folder: DataFolder
  readonly keychain: Keychain | null
  /** Answers the passphrase question for drivers and tests. */
  readonly passphrase: string | null
  readonly version: string
  readonly store: StoreProcess
  changed(state: ShellState): void
}

/** Who may see the data: makes and opens the keyring, opens the store, locks it. */
export interface Access {
  state(): ShellState
  /** Opens by itself what can be opened without asking. */
  begin(workspace: WorkspaceName, demo: DemoSize | null): void
  start(passphrase: string | null): ShellState
  unlock(words: string): ShellState
  lock(): Promise<ShellState>
  openWorkspace(name: WorkspaceName): Promise<ShellState>
  recoveryCodeKept(): void
  newRecoveryCode(): string
  /** Leaves nothing on this laptop: first the key, then the data. On the server's signed order. */
  wipe(): Promise<void>
  /** From the store process. */
  storeOpened(): void
  storeFailed(code: string): void
}

export function createAccess(parts: AccessParts): Access {
  const { folder, keychain, store } = parts
  let state: ShellState = { kind: 'opening' }
  let workspace: WorkspaceName = 'main'
  let demo: DemoSize | null = null
  let recoveryCode: string | null = null
  let keyHex: string | null = null

  function set(next: ShellState): ShellState {
    state = next
    parts.changed(state)
    return state
  }

  function open(key: string): ShellState {
    keyHex = key
    set({ kind: 'opening' })
    store.open(folder.workspace(workspace), key, workspace === 'main' ? parts.version : null)
    return state
  }

  function broken(code: BrokenCode, detail = ''): ShellState {
    return set({ kind: 'broken', code, detail })
  }

  function begin(): ShellState {
    if (!folder.isWritable) return broken('folder_not_writable', folder.root)
    store.warm()
    try {
      const ring = readKeyring(folder.keyring)
      if (!ring) {
        const passphrase = parts.passphrase
        if (!keychain && passphrase === null) return set({ kind: 'new', needsPassphrase: true })
        return start(passphrase)
      }
      const byKeychain = openByKeychain(folder.keyring, keychain)
      if (byKeychain) return open(byKeychain)
      if (parts.passphrase !== null) {
        void unlockAside(parts.passphrase)
        return state
      }
      return set({ kind: 'locked', isWrong: false })
    } catch (error) {
      return broken(brokenCode(error), folder.root)
    }
  }

  function start(passphrase: string | null): ShellState {
    if (passphrase !== null && passphrase.length < passphraseMinChars)
      throw new StoreError('bad_arguments', { what: 'passphrase' })
    const made = createKeyring(folder.keyring, { keychain, passphrase })
    recoveryCode = made.recoveryCode
    return open(made.keyHex)
  }

  function unlock(words: string): ShellState {
    try {
      return openUnlocked(openByWords(folder.keyring, words))
    } catch (error) {
      return stayLocked(error)
    }
  }

  /** At the start the window opens meanwhile. */
  async function unlockAside(words: string): Promise<void> {
    try {
      openUnlocked(await openByWordsAside(folder.keyring, words))
    } catch (error) {
      stayLocked(error)
    }
  }

  function openUnlocked(key: string): ShellState {
    if (keychain) rewrapKeyring(folder.keyring, key, { keychain })
    return open(key)
  }

  function stayLocked(error: unknown): ShellState {
    if (toStoreError(error).code === 'store_locked') return set({ kind: 'locked', isWrong: true })
    return broken(brokenCode(error), folder.root)
  }

  return {
    state: () => state,
    begin(name, size) {
      workspace = name
      demo = size
      begin()
    },
    start,
    unlock,
    async lock() {
      await store.close()
      keyHex = null
      return set({ kind: 'locked', isWrong: false })
    },
    async openWorkspace(name) {
      if (keyHex === null || name === workspace) return state
      await store.close()
      workspace = name
      demo = name === 'demo' ? 'usual' : null
      return open(keyHex)
    },
    recoveryCodeKept() {
      recoveryCode = null
      if (state.kind === 'open') set({ ...state, recoveryCode })
    },
    newRecoveryCode() {
      if (keyHex === null) throw new StoreError('store_locked')
      return renewRecoveryCode(folder.keyring, keyHex)
    },
    async wipe() {
      fs.rmSync(folder.keyring, { force: true })
      await store.close()
      keyHex = null
      for (const name of ['main', 'demo'] as const)
        fs.rmSync(folder.workspace(name), { recursive: true, force: true })
      begin()
    },
    storeOpened() {
      set({ kind: 'open', workspace, recoveryCode, demo })
    },
    storeFailed(code) {
      broken(brokenCode(new StoreError(code as never)), folder.workspace(workspace))
    },
  }
}

function brokenCode(error: unknown): BrokenCode {
  const { code } = toStoreError(error)
  switch (code as string) {
    case 'store_damaged':
    case 'store_newer':
    case 'disk_full':
    case 'store_crashes':
      return code as BrokenCode
    case 'file_unreadable':
      return 'keyring_unreadable'
    case 'disk_error':
      return 'folder_not_writable'
    default:
      return 'internal'
  }
}
