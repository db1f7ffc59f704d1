import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { launchInfo } from '../../build/launch-info.mjs'
import { makeTestFolder } from './folder'

export const testPassphrase = 'correct horse battery staple'

export interface AppOptions {
  readonly dataDir?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly theme?: 'light' | 'dark'
  readonly language?: 'en' | 'de' | 'nl' | 'pl'
  readonly width?: number
  readonly height?: number
}

export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
  /** What the page threw or logged as an error. */
  readonly pageErrors: readonly string[]
  close(): Promise<void>
  /** SIGKILL to the whole process tree, as a flat battery would. */
  kill(): Promise<void>
}

/** Starts the built app on its own data folder and waits for the frame or the gate. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  const { theme = 'light', language = 'en', width = 1280, height = 800 } = options
  const dataDir = options.dataDir ?? makeTestFolder()
  const preferences = path.join(dataDir, 'preferences.json')
  if (fs.existsSync(dataDir) && !fs.existsSync(preferences)) {
    const window = { x: 0, y: 0, width, height, isMaximized: false }
    fs.writeFileSync(preferences, JSON.stringify({ theme, language, window }))
  }
  const info = await launchInfo()
  const app = await _electron.launch({
    executablePath: info.executable,
    args: [...info.args, ...(options.args ?? [])],
    // The theme is the app's own choice; Playwright would force the light one.
    colorScheme: null,
    env: {
      ...(process.env as Record<string, string>),
      ...info.env,
      JETWAY_DATA_DIR: dataDir,
      JETWAY_PASSPHRASE: testPassphrase,
      ...options.env,
    },
  })
  const page = await app.firstWindow()
  const pageErrors: string[] = []
  page.on('pageerror', (error) => pageErrors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text())
  })
  await page.locator('[data-testid=frame], [data-testid=gate]').first().waitFor()
  return {
    app,
    page,
    dataDir,
    pageErrors,
    close: () => app.close(),
    async kill() {
      const child = app.process()
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      for (const pid of processTree(child.pid!)) killQuietly(pid)
      await gone
    },
  }
}

/** A process and everything below it, from /proc; on other systems the process alone. */
function processTree(root: number): number[] {
  if (!fs.existsSync('/proc/self/stat')) return [root]
  const childrenOf = new Map<number, number[]>()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)])
    } catch {
      continue
    }
  }
  const tree: number[] = []
  const queue = [root]
  for (let pid = queue.shift(); pid !== undefined; pid = queue.shift()) {
    tree.push(pid)
    queue.push(...(childrenOf.get(pid) ?? []))
  }
  return tree
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it was gone already
  }
}
