import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { launchInfo } from '../../build/launch-info.mjs'
import { openByWords } from '../../db/node/keyring'
import { openConnection } from '../../db/node/open'
import { startApp, testPassphrase } from '../support/app'
import { makeTestFolder } from '../support/folder'

const noPassphrase = { JETWAY_PASSPHRASE: '' }

test('asks once for a passphrase where there is no keychain, and shows the recovery code', async () => {
  const first = await startApp({ env: noPassphrase })
  const { page } = first
  await page.getByTestId('passphrase').fill('short')
  await page.getByTestId('start').click()
  await expect(page.getByRole('alert')).toContainText('8')
  await page.getByTestId('passphrase').fill('a long passphrase')
  await page.getByTestId('passphrase-again').fill('a long passphrase')
  await page.keyboard.press('Enter')
  const notice = page.getByTestId('recovery-code')
  await expect(notice).toBeVisible()
  const code = (await notice.textContent())!.match(/([0-9A-Z]{5}-){7}[0-9A-Z]{5}/)![0]
  await page.getByTestId('recovery-code-kept').click()
  await expect(notice).toBeHidden()
  await first.close()

  const second = await startApp({ dataDir: first.dataDir, env: noPassphrase })
  await second.page.getByTestId('passphrase').fill('not the passphrase')
  await second.page.getByTestId('unlock').click()
  await expect(second.page.getByRole('alert')).toContainText('does not open')
  await second.page.getByTestId('passphrase').fill(code.toLowerCase().replaceAll('-', ' '))
  await second.page.getByTestId('unlock').click()
  await expect(second.page.getByTestId('frame')).toBeVisible()
  await second.close()
})

test('a second start on the same data leaves at once and says why', async () => {
  const first = await startApp()
  const info = await launchInfo()
  const second = spawnSync(info.executable, info.args, {
    env: { ...process.env, ...info.env, JETWAY_DATA_DIR: first.dataDir },
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect(second.status).toBe(0)
  expect(second.stderr).toContain('already running')
  await expect(first.page.getByTestId('frame')).toBeVisible()
  await first.close()
})

test('a data folder that cannot be written is named in plain words', async () => {
  const place = path.join(makeTestFolder(), 'a-file')
  fs.writeFileSync(place, '')
  const { page, close } = await startApp({ dataDir: path.join(place, 'data') })
  await expect(page.getByTestId('gate')).toContainText('cannot write')
  await expect(page.getByTestId('broken-detail')).toContainText(place)
  await close()
})

test('data of a newer version is refused and left as it is', async () => {
  const first = await startApp()
  await first.close()
  const file = path.join(first.dataDir, 'main', 'store.db')
  const keyHex = openByWords(path.join(first.dataDir, 'keyring.json'), testPassphrase)
  const connection = openConnection(file, keyHex)
  connection.pragma('user_version = 9999')
  connection.close()
  const before = fs.readFileSync(file)
  const second = await startApp({ dataDir: first.dataDir })
  await expect(second.page.getByTestId('gate')).toContainText('newer Jetway')
  await second.close()
  expect(fs.readFileSync(file).equals(before)).toBe(true)
})

test('a damaged data file is restored and the user is told', async () => {
  const first = await startApp()
  await first.close()
  const file = path.join(first.dataDir, 'main', 'store.db')
  const bytes = fs.readFileSync(file)
  bytes[bytes.length >> 1] = bytes[bytes.length >> 1]! ^ 0x01
  fs.writeFileSync(file, bytes)
  const second = await startApp({ dataDir: first.dataDir })
  await expect(second.page.getByTestId('recovery-report')).toContainText('was damaged', {
    timeout: 60_000,
  })
  expect(fs.readdirSync(path.join(first.dataDir, 'main', 'quarantine')).length).toBe(1)
  await second.close()
})

test('no data file can be read without the key', async () => {
  const { close, dataDir } = await startApp()
  await close()
  for (const name of fs.readdirSync(path.join(dataDir, 'main')))
    if (name.endsWith('.db'))
      expect(fs.readFileSync(path.join(dataDir, 'main', name)).toString('latin1', 0, 15)).not.toBe(
        'SQLite format 3',
      )
})
