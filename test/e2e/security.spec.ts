import { expect, test } from '@playwright/test'
import fs from 'node:fs'
import path from 'node:path'
import { startApp } from '../support/app'
import type { RunningApp } from '../support/app'

let running: RunningApp
test.beforeAll(async () => {
  running = await startApp()
})
test.afterAll(() => running.close())

test('the page has no Node, and what preload exposes is frozen and known', async () => {
  const found = await running.page.evaluate(() => ({
    node: [typeof globalThis['require' as never], typeof globalThis['process' as never]],
    isFrozen: Object.isFrozen(window.shell),
    names: Object.keys(window.shell).sort(),
  }))
  expect(found).toEqual({
    node: ['undefined', 'undefined'],
    isFrozen: true,
    names: [
      'connectStore',
      'lock',
      'newRecoveryCode',
      'onClosing',
      'onState',
      'openAddress',
      'openWorkspace',
      'painted',
      'platform',
      'preferences',
      'printPdf',
      'recoveryCodeKept',
      'saveFile',
      'setPreferences',
      'start',
      'state',
      'unlock',
      'version',
    ],
  })
})

test('the window runs with isolation, sandbox and no extras', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { contextIsolation, nodeIntegration, sandbox, webSecurity, webviewTag } =
      contents.getLastWebPreferences()
    const spellcheck = BrowserWindow.getAllWindows()[0]!.webContents.session.isSpellCheckerEnabled()
    return { contextIsolation, nodeIntegration, sandbox, webSecurity, webviewTag, spellcheck }
  })
  expect(preferences).toEqual({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  })
})

test('the page cannot leave, open windows, reach the network or run text as code', async () => {
  const { page, app } = running
  const before = page.url()
  const found = await page.evaluate(async () => {
    const attempt = async (work: () => unknown) => {
      try {
        await work()
        return 'allowed'
      } catch (error) {
        return (error as Error).name
      }
    }
    window.location.href = 'https://example.com/'
    const script = document.createElement('script')
    const opened = window.open('https://example.com/')
    return {
      opened: opened === null,
      fetch: await attempt(() => fetch('https://example.com/')),
      file: await attempt(() => fetch('file:///etc/passwd')),
      html: await attempt(() => {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'
      }),
      script: await attempt(() => {
        script.text = 'window.wasRun = true'
      }),
      wasRun: 'wasRun' in window,
    }
  })
  expect(found).toEqual({
    opened: true,
    fetch: 'TypeError',
    file: 'TypeError',
    html: 'TypeError',
    script: 'TypeError',
    wasRun: false,
  })
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the page protocol serves nothing outside its folder', async () => {
  const statuses = await running.page.evaluate(async () => {
    const paths = ['/%2e%2e/main/main.js', '/..%2f..%2fpackage.json', '/a%00.js', '/index.html']
    return Promise.all(paths.map(async (path) => (await fetch(path)).status))
  })
  expect(statuses).toEqual([404, 404, 404, 200])
})

test('permissions are refused', async () => {
  const found = await running.page.evaluate(async () => {
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('allowed'),
        () => resolve('refused'),
      ),
    )
    return { place, notification: await Notification.requestPermission() }
  })
  expect(found).toEqual({ place: 'refused', notification: 'denied' })
})

test('calls that are not in the list or carry the wrong things are refused', async () => {
  const found = await running.page.evaluate(async () => {
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        await work()
        return 'allowed'
      } catch {
        return 'refused'
      }
    }
    return [
      await attempt(() => window.shell.saveFile('x', 'not bytes' as never)),
      await attempt(() => window.shell.unlock({} as never)),
      await attempt(() => window.shell.printPdf('../etc' as never, {} as never)),
      await window.shell.openAddress('file:///etc/passwd'),
      await window.shell.openAddress('javascript:alert(1)'),
    ]
  })
  expect(found).toEqual(['refused', 'refused', 'refused', false, false])
})

test('what is typed is in no file of the data folder, and the title names nobody', async () => {
  const own = await startApp()
  const { page, dataDir } = own
  const marker = 'Zwetschgenkuchen4711'
  await page.getByTestId('nav-accounts').click()
  await page.getByTestId('new-account').click()
  await page.getByTestId('new-account-name').fill(marker)
  await page.keyboard.press('Enter')
  await page.getByTestId('map-canvas').waitFor()
  await page.waitForTimeout(1500)
  expect(await page.title()).toBe('Jetway')
  const files = fs.readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
  const holding = files.filter((name) => {
    const file = path.join(dataDir, name)
    if (!fs.lstatSync(file).isFile()) return false
    const bytes = fs.readFileSync(file)
    return bytes.includes(marker) || bytes.includes(Buffer.from(marker, 'utf16le'))
  })
  expect(holding).toEqual([])
  await own.close()
})
