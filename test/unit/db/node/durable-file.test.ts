import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFileDurably } from '../../../../db/node/durable-file'
import { makeTestFolder } from '../../../support/folder'

let folder = ''
beforeEach(() => (folder = makeTestFolder()))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('a small file written durably', () => {
  it('holds the new content, for its owner alone, and leaves nothing beside it', () => {
    const file = path.join(folder, 'preferences.json')
    writeFileDurably(file, 'old')
    writeFileDurably(file, 'new')
    expect(fs.readFileSync(file, 'utf8')).toBe('new')
    expect(fs.statSync(file).mode & 0o077).toBe(0)
    expect(fs.readdirSync(folder)).toEqual(['preferences.json'])
  })

  it('keeps the old content when the new one cannot be put in its place', () => {
    const file = path.join(folder, 'taken')
    fs.mkdirSync(path.join(file, 'by a folder'), { recursive: true })
    expect(() => writeFileDurably(file, 'new')).toThrow()
    expect(fs.readdirSync(file)).toEqual(['by a folder'])
  })
})
