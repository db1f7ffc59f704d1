import { dialog, ipcMain, shell as system } from 'electron'
import type { BrowserWindow, WebContents } from 'electron'
import path from 'node:path'
import { toStoreError } from '../db/errors'
import { writeFileDurably } from '../db/node/durable-file'
import type { Access } from './access'
import { isTrustedSender } from './guard'
import type { DevicePreferences } from './preferences'
import { channels, shellCalls } from './shell'
import type { Shell, ShellCall, ShellPreferences, WorkspaceName } from './shell'
import type { StoreProcess } from './store-process'

export interface ShellHostParts {
  readonly access: Access
  readonly store: StoreProcess
  readonly devServer: string | undefined
  window(): BrowserWindow | null
  preferences(): DevicePreferences
  savePreferences(changes: Partial<DevicePreferences>): void
  printPdf: Shell['printPdf']
  painted(contents: WebContents): void
  closed(contents: WebContents): void
}

type Handlers = { readonly [K in ShellCall]: (...args: never[]) => unknown }

/** Answers the page. Every argument is checked here: the page is not trusted to be ours. */
export function hostShell(parts: ShellHostParts): void {
  const { access, store } = parts
  const handlers: Handlers = {
    state: () => access.state(),
    start: (passphrase: unknown) => access.start(passphrase === null ? null : text(passphrase)),
    unlock: (words: unknown) => access.unlock(text(words)),
    lock: () => access.lock(),
    openWorkspace: (name: unknown) => {
      const workspace: WorkspaceName = name === 'demo' ? 'demo' : 'main'
      parts.savePreferences({ workspace })
      return access.openWorkspace(workspace)
    },
    recoveryCodeKept: () => access.recoveryCodeKept(),
    newRecoveryCode: () => access.newRecoveryCode(),
    preferences: (): ShellPreferences => {
      const { language, theme } = parts.preferences()
      return { language, theme }
    },
    setPreferences: (changes: unknown) => parts.savePreferences(knownPreferences(changes)),
    saveFile: (name: unknown, data: unknown) => saveFile(parts.window(), text(name), bytes(data)),
    printPdf: (route: unknown, options: unknown) => {
      const { paper, isLandscape } = (options ?? {}) as Record<string, unknown>
      const known = /^[a-z0-9/-]+$/i.test(text(route))
      if (!known) throw new TypeError('route')
      return parts.printPdf(text(route), {
        paper: paper === 'Letter' ? 'Letter' : 'A4',
        isLandscape: isLandscape === true,
      })
    },
    openAddress: (address: unknown) => openAddress(parts.window(), text(address)),
  }

  ipcMain.handle(channels.call, async (event, name: unknown, args: unknown) => {
    if (!isTrustedSender(event, parts.devServer)) throw new Error('EFORBIDDEN')
    if (!shellCalls.includes(name as ShellCall) || !Array.isArray(args)) throw new Error('EINVAL')
    try {
      return await (handlers[name as ShellCall] as (...args: unknown[]) => unknown)(...args)
    } catch (error) {
      throw new Error(toStoreError(error).code)
    }
  })
  ipcMain.on(channels.connectStore, (event, nonce: unknown) => {
    if (isTrustedSender(event, parts.devServer)) store.connect(event.sender, text(nonce))
  })
  ipcMain.on(channels.painted, (event) => {
    if (isTrustedSender(event, parts.devServer)) parts.painted(event.sender)
  })
  ipcMain.on(channels.closed, (event) => {
    if (isTrustedSender(event, parts.devServer)) parts.closed(event.sender)
  })
}

async function saveFile(
  window: BrowserWindow | null,
  suggestedName: string,
  data: Uint8Array,
): Promise<{ path: string } | null> {
  const defaultPath = path.basename(suggestedName).replace(/[^\p{L}\p{N} ._-]/gu, '_')
  const chosen = window
    ? await dialog.showSaveDialog(window, { defaultPath })
    : await dialog.showSaveDialog({ defaultPath })
  if (chosen.canceled || !chosen.filePath) return null
  writeFileDurably(chosen.filePath, data)
  return { path: chosen.filePath }
}

/** Opens https and mailto only, after the user has seen the whole address. */
async function openAddress(window: BrowserWindow | null, address: string): Promise<boolean> {
  const url = URL.parse?.(address) ?? parseAddress(address)
  if (!url || !['https:', 'mailto:'].includes(url.protocol)) return false
  const question = {
    type: 'question' as const,
    message: url.href.slice(0, 500),
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  }
  const { response } = window
    ? await dialog.showMessageBox(window, question)
    : await dialog.showMessageBox(question)
  if (response !== 0) return false
  await system.openExternal(url.href)
  return true
}

function parseAddress(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value.length > 10_000) throw new TypeError('text')
  return value
}

function bytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('bytes')
  return value
}

function knownPreferences(value: unknown): Partial<ShellPreferences> {
  const { language, theme } = (value ?? {}) as Record<string, unknown>
  return {
    ...(['en', 'de', 'nl', 'pl', null].includes(language as string) && {
      language: language as ShellPreferences['language'],
    }),
    ...(['light', 'dark', 'system'].includes(theme as string) && {
      theme: theme as ShellPreferences['theme'],
    }),
  }
}
