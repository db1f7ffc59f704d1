import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tableShapes } from '../../../db/schema'
import { makeSyncSchema } from '../../../db/sync-schema'
import { checkSchema, completeSchema, conflictSchema } from '../../../sync/schema'
import { projectRoot } from '../../support/source-tree'

const schema = makeSyncSchema(tableShapes)

describe('the schema of the synced tables', () => {
  it('is sound together with the conflict table [O8]', () => {
    expect(checkSchema(completeSchema(schema))).toEqual([])
  })

  it('stands in server/schema.json; `node build/sync-schema.mjs` writes it', () => {
    const text = readFileSync(join(projectRoot, 'server/schema.json'), 'utf8')
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  it('merges long texts as text and the placement of a seat as one', () => {
    expect(schema.tables['note']?.text).toEqual(['body'])
    expect(schema.tables['seat']?.tree).toEqual({ group: 'placement', parentColumn: 'bossId' })
    expect(schema.tables['person']?.groups['stance']).toContain('stanceAtMs')
  })

  it('has the columns of the conflict table that the authority writes [M8]', () => {
    const shape = tableShapes.get('conflict')!
    const columns = shape.columns.filter((column) => column !== 'id')
    expect(columns.sort()).toEqual(Object.keys(conflictSchema.columns).sort())
  })
})
