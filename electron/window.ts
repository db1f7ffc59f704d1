import { BrowserWindow, screen } from 'electron'
import type { Session } from 'electron'
import { fileURLToPath } from 'node:url'
import type { WindowPlace } from './preferences'

export interface WindowParts {
  readonly session: Session
  readonly version: string
  readonly place: WindowPlace | null
  readonly isDark: boolean
  savePlace(place: WindowPlace): void
}

const homeWidth = 1280
const homeHeight = 800

/** The window of the app. Its title never names a customer. */
export function openWindow(parts: WindowParts): BrowserWindow {
  const place = visiblePlace(parts.place)
  const window = new BrowserWindow({
    width: place?.width ?? homeWidth,
    height: place?.height ?? homeHeight,
    ...(place && { x: place.x, y: place.y }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Jetway',
    autoHideMenuBar: true,
    backgroundColor: parts.isDark ? '#16181d' : '#fbfcfd',
    webPreferences: webPreferences(parts.session, parts.version),
  })
  if (place?.isMaximized) window.maximize()
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  const remember = () => {
    if (window.isDestroyed() || window.isMinimized()) return
    parts.savePlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  window.on('resized', remember)
  window.on('moved', remember)
  window.on('close', remember)
  return window
}

/** What every page of ours runs with; `reliability.md` 3. */
export function webPreferences(session: Session, version: string): Electron.WebPreferences {
  return {
    preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    additionalArguments: [`--jetway-version=${version}`],
  }
}

/** The remembered place where a screen still shows it; null = open at the home size. */
function visiblePlace(place: WindowPlace | null): WindowPlace | null {
  if (!place || place.width < 400 || place.height < 300) return null
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(place.x + place.width, workArea.x + workArea.width)
    const overlapY = Math.min(place.y + place.height, workArea.y + workArea.height)
    return (
      overlapX - Math.max(place.x, workArea.x) > 100 &&
      overlapY - Math.max(place.y, workArea.y) > 100
    )
  })
  return isVisible ? place : null
}
