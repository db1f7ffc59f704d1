import { app, nativeTheme, powerMonitor, session } from 'electron'
import type { BrowserWindow } from 'electron'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createAccess } from './access'
import { readArguments } from './arguments'
import { findDataFolder } from './data-folder'
import { guardEverything, guardSession } from './guard'
import { systemKeychain } from './keychain'
import { setMenu } from './menu'
import { pageOrigin, registerPageScheme, servePage } from './page-protocol'
import { readPreferences, savePreferences } from './preferences'
import { printRoute } from './print'
import { channels } from './shell'
import { hostShell } from './shell-host'
import { createStoreProcess } from './store-process'
import { openWindow } from './window'

/** Longest time a page may take to save drafts when its window closes, ms. */
const closingLimitMs = 1500

/** Tries at a picture: without a graphics card the first frame may not be composed yet. */
const captureTries = 100
const captureWaitMs = 30

const launch = readArguments(process.argv)
const folder = findDataFolder(process.env, app.getPath('appData'))
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const pageAddress = devServer ? `${devServer}/` : `${pageOrigin}/index.html`

app.setPath('userData', folder.profile)
app.setPath('sessionData', folder.profile)
// As root Chromium runs without its sandbox or not at all; everywhere else it is on for every page.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerPageScheme()

if (!app.requestSingleInstanceLock()) {
  console.error('Jetway is already running with this data folder; its window comes to the front.')
  app.exit(0)
} else {
  guardEverything(devServer)
  void app.whenReady().then(run)
}

function run(): void {
  let window: BrowserWindow | null = null
  let isClosing = false
  let canClose = false
  const paintWaiters = new Map<number, () => void>()
  const pageSession = session.fromPartition('jetway', { cache: true })
  guardSession(pageSession, devServer)
  servePage(pageSession, fileURLToPath(new URL('../renderer', import.meta.url)))
  setMenu()

  const store = createStoreProcess({
    opened: () => {
      access.storeOpened()
    },
    failed: (code) => access.storeFailed(code),
    wipe: () => void access.wipe(),
    restarted: () => console.error('store: restarted'),
  })
  const access = createAccess({
    folder,
    keychain: systemKeychain(),
    passphrase: process.env.JETWAY_PASSPHRASE || null,
    version: app.getVersion(),
    store,
    changed: (state) => window?.webContents.send(channels.state, state),
  })
  const printParts = {
    session: pageSession,
    version: app.getVersion(),
    pageAddress,
    whenPainted: (contentsId: number) =>
      new Promise<void>((resolve) => paintWaiters.set(contentsId, resolve)),
  }
  hostShell({
    access,
    store,
    devServer,
    window: () => window,
    preferences: () => readPreferences(folder.preferences),
    savePreferences: (changes) => {
      savePreferences(folder.preferences, changes)
      if (changes.theme) nativeTheme.themeSource = changes.theme
    },
    printPdf: (route, options) => printRoute(printParts, route, options),
    painted: (contents) => {
      paintWaiters.get(contents.id)?.()
      paintWaiters.delete(contents.id)
      if (contents !== window?.webContents) return
      store.verify()
      if (launch.screenshot) void takePicture(launch.screenshot)
    },
    closed: () => finishClosing(),
  })

  function show(): void {
    const preferences = readPreferences(folder.preferences)
    nativeTheme.themeSource = preferences.theme
    window = openWindow({
      session: pageSession,
      version: app.getVersion(),
      place: launch.screenshot ? null : preferences.window,
      isDark: nativeTheme.shouldUseDarkColors,
      savePlace: (place) => savePreferences(folder.preferences, { window: place }),
    })
    window.on('close', (event) => {
      if (canClose || access.state().kind !== 'open') return
      event.preventDefault()
      isClosing = true
      window?.webContents.send(channels.closing)
      setTimeout(finishClosing, closingLimitMs)
    })
    void window.loadURL(pageAddress)
  }

  function finishClosing(): void {
    if (canClose || !isClosing) return
    canClose = true
    window?.close()
  }

  async function takePicture(file: string): Promise<void> {
    fs.writeFileSync(file, await capture(window!))
    await store.close()
    app.exit(0)
  }

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  powerMonitor.on('resume', () => store.wake())
  powerMonitor.on('suspend', () => window?.webContents.send(channels.closing))
  app.on('window-all-closed', () => {
    void store.close().finally(() => app.quit())
  })

  access.begin(launch.demo ? 'demo' : readPreferences(folder.preferences).workspace, launch.demo)
  show()
}

/** A PNG of what the window shows, once it shows more than its background. */
async function capture(window: BrowserWindow): Promise<Buffer> {
  for (let tries = 1; ; tries += 1) {
    const picture = await window.webContents.capturePage()
    const pixels = picture.toBitmap()
    const first = pixels.length >= 4 ? pixels.readUInt32LE(0) : 0
    const isBlank =
      picture.isEmpty() || pixels.every((value, at) => value === ((first >>> ((at % 4) * 8)) & 255))
    if (!isBlank || tries === captureTries) return picture.toPNG()
    await new Promise((resolve) => setTimeout(resolve, captureWaitMs))
  }
}
