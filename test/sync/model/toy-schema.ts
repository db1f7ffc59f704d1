import type { SyncSchema } from '../../../sync/schema'

/** Small tables with every trait the merge knows: scalar, pair, tree with order, text, set member. */
export const toySchema: SyncSchema = {
  version: 1,
  tables: {
    seat: {
      groups: {
        name: ['name'],
        stance: ['stance', 'influence'],
        placement: ['bossId', 'rank'],
      },
      columns: {
        name: { type: 'text', max: 100 },
        stance: { type: 'text', enum: ['for', 'against', 'open'] },
        influence: { type: 'integer', max: 10_000 },
        bossId: { type: 'text', max: 64 },
        rank: { type: 'text', max: 200 },
        story: { type: 'text' },
      },
      tree: { group: 'placement', parentColumn: 'bossId' },
      text: ['story'],
    },
    tag: {
      groups: { tag: ['label'] },
      columns: { label: { type: 'text', max: 40 } },
    },
  },
}

/** Buckets of the toy world; every device may use both. */
export const toyBuckets = ['a:one', 'a:two'] as const
