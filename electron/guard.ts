import { app } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent, Session } from 'electron'
import { pageOrigin } from './page-protocol'

/** Refuses everything a page of ours never needs: navigation, windows, permissions, foreign requests. */
export function guardEverything(devServer: string | undefined): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url, devServer)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Denies every permission and every request that does not go to our own page. */
export function guardSession(session: Session, devServer: string | undefined): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  )
  session.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  )
  session.setDevicePermissionHandler(() => false)
  // Chromium keeps learned words in a plain file.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isOurs(details.url, devServer) }),
  )
}

/** True when a message comes from the main frame of our own page. */
export function isTrustedSender(
  event: IpcMainEvent | IpcMainInvokeEvent,
  devServer: string | undefined,
): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOurs(frame.url, devServer)
}

function isOurs(address: string, devServer: string | undefined): boolean {
  if (/^(blob|data|devtools):/.test(address)) return true
  if (address.startsWith(`${pageOrigin}/`)) return true
  if (devServer === undefined) return false
  return address.startsWith(devServer) || address.startsWith(devServer.replace(/^http/, 'ws'))
}
