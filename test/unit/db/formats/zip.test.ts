import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeZip } from '../../../../db/formats/zip'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('an archive', () => {
  it('is read by another program, with every name and byte', () => {
    const entries = [
      { name: '01-Łucja.eml', bytes: bytes('one\r\n') },
      { name: 'empty.eml', bytes: bytes('') },
      { name: 'same.eml', bytes: bytes('first') },
      { name: 'same.eml', bytes: bytes('second') },
    ]
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-zip-'))
    const file = path.join(folder, 'drafts.zip')
    fs.writeFileSync(file, makeZip(entries, Date.UTC(2026, 2, 12, 8)))
    const script =
      'import json,sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(json.dumps([z.testzip(),[[i.filename,z.read(i).decode(),list(i.date_time)] for i in z.infolist()]]))'
    const run = spawnSync('python3', ['-c', script, file], { encoding: 'utf8' })
    fs.rmSync(folder, { recursive: true })
    expect(run.stderr).toBe('')
    const at = [2026, 3, 12, 8, 0, 0]
    expect(JSON.parse(run.stdout)).toEqual([
      null,
      [
        ['01-Łucja.eml', 'one\r\n', at],
        ['empty.eml', '', at],
        ['same.eml', 'first', at],
        ['same-2.eml', 'second', at],
      ],
    ])
  })

  it('of nothing is an empty archive', () => {
    expect(makeZip([], 0)).toHaveLength(22)
  })
})
