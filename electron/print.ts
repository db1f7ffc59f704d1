import { BrowserWindow } from 'electron'
import type { Session } from 'electron'
import type { PdfOptions } from './shell'
import { webPreferences } from './window'

/** Longest time a print page may take to say it is painted, ms. */
const paintLimitMs = 30_000

export interface PrintParts {
  readonly session: Session
  readonly version: string
  /** Address of the page without its route. */
  readonly pageAddress: string
  /** Settles when the page with this id has said that it is painted. */
  whenPainted(contentsId: number): Promise<void>
}

/** Makes a PDF of one of our routes in a hidden window. */
export async function printRoute(
  parts: PrintParts,
  route: string,
  { paper, isLandscape }: PdfOptions,
): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: webPreferences(parts.session, parts.version),
  })
  try {
    const painted = parts.whenPainted(window.webContents.id)
    await window.loadURL(`${parts.pageAddress}#/print/${route}`)
    await Promise.race([painted, timeOut(paintLimitMs)])
    return await window.webContents.printToPDF({
      pageSize: paper,
      landscape: isLandscape,
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
    })
  } finally {
    window.destroy()
  }
}

function timeOut(limitMs: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('print page was not painted')), limitMs).unref()
  })
}
