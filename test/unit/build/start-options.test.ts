import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readStartOptions } from '../../../build/start-options.mjs'

const folder = mkdtempSync(join(tmpdir(), 'jetway-options-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the options of npm start', () => {
  it('are all off without arguments', () => {
    expect(readStartOptions([])).toEqual({ demo: false, dev: false })
  })

  it('take their value after a space or an equals sign', () => {
    const file = join(folder, 'a.png')
    const expected = { demo: true, demoSize: 'large', dev: false, screenshot: file }
    expect(readStartOptions(['--demo-size', 'large', '--screenshot', file])).toEqual(expected)
    expect(readStartOptions(['--demo-size=large', `--screenshot=${file}`])).toEqual(expected)
  })

  it.each([
    [['--nonsense'], 'npm start does not know "--nonsense"'],
    [['demo'], 'npm start does not know "demo"'],
    [['--demo-size', 'huge'], '--demo-size can be "large"'],
    [['--demo-size'], '--demo-size can be "large"'],
    [['--screenshot'], '--screenshot needs the name of a file'],
    [['--screenshot', '--demo'], '--screenshot needs the name of a file'],
    [['--screenshot', join(folder, 'a.txt')], 'must end in .png'],
    [['--screenshot', join(folder, 'nowhere', 'a.png')], 'is missing or cannot be written'],
    [['--dev', '--screenshot', join(folder, 'a.png')], 'do not go together'],
  ])('refuse %j with a sentence', (args, sentence) => {
    expect(() => readStartOptions(args)).toThrow(sentence)
  })
})
