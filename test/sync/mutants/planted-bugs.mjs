/**
 * Bugs planted one at a time into a copy of the sources. `edits` replace text that must occur exactly
 * once in its file. The first eight are those of the prototype's mutation check.
 */
export const plantedBugs = [
  {
    name: 'pull forgets the acknowledged number and a duplicate is answered without rows',
    edits: [
      {
        file: 'test/sync/model/replica.ts',
        find: 'this.dropAcknowledged(answer.mark.lastN)',
        put: "this.dropAcknowledged('results' in answer ? answer.mark.lastN : 0)",
      },
      {
        file: 'test/sync/model/authority.ts',
        find: '...push.value.ops.map((op) => rowKey(op.tbl, op.id))',
        put: '...admission.fresh.map((op) => rowKey(op.tbl, op.id))',
      },
    ],
  },
  {
    name: 'the later clock wins whatever the editor had seen',
    edits: [
      {
        file: 'sync/merge.ts',
        find: 'const stamp = findUnseen(draft.fields, group, change.base, input.author.device)',
        put: `const old = latestStamp(draft.fields, group)
    if (old !== undefined && !isStampLater(stampOf(input), old)) continue
    const stamp = undefined as RegisterStamp | undefined`,
      },
    ],
  },
  {
    name: 'no move is checked for a loop',
    edits: [
      {
        file: 'sync/merge.ts',
        find: 'wouldLoop(change.id, parent, input.parentOf)',
        put: 'false as boolean',
      },
    ],
  },
  {
    name: 'the check for loops does not see deleted rows',
    edits: [
      {
        file: 'test/sync/model/authority.ts',
        find: '(row) => row.tbl === tbl && row.b === b)',
        put: '(row) => row.tbl === tbl && row.b === b && !row.isDeleted)',
      },
      {
        file: 'sync/batch.ts',
        find: 'if (row.b !== op.b) return undefined',
        put: 'if (row.b !== op.b || row.isDeleted) return undefined',
      },
    ],
  },
  {
    name: 'an equal concurrent value takes over the authorship',
    edits: [
      {
        file: 'sync/merge.ts',
        find: 'joinRegister(draft.fields, group, stampOf(input), change.base)',
        put: 'takeRegister(draft.fields, group, stampOf(input))',
      },
    ],
  },
  {
    name: 'an operation that came twice is applied twice',
    edits: [
      {
        file: 'sync/admit.ts',
        find: 'ops.filter((op) => op.n <= mark.lastN)',
        put: 'ops.filter(() => false)',
      },
      {
        file: 'sync/admit.ts',
        find: 'fresh.length > 0 || ops.at(-1)!.n === mark.lastN',
        put: 'false as boolean',
      },
    ],
  },
  {
    name: 'a device takes rows in without its own pending changes on top',
    edits: [
      {
        file: 'test/sync/model/replica.ts',
        find: `        own,
        skipped.get`,
        put: `        [],
        skipped.get`,
      },
    ],
  },
  {
    name: 'the cursor is saved outside the transaction of the rows',
    edits: [
      {
        file: 'test/sync/model/replica.ts',
        find: `if (answer.epoch !== this.meta.get('meta')!.epoch) return
`,
        put: `if (answer.epoch !== this.meta.get('meta')!.epoch) return
    this.moveCursors(answer.heads)
`,
      },
    ],
  },
  {
    name: 'an operation that was set aside leaves its row where it was in the feed',
    edits: [
      {
        file: 'sync/merge.ts',
        find: 'row: { ...kept, seq: head + 1 }',
        put: 'row: row && { ...kept }',
      },
    ],
  },
  {
    name: 'a delete passes over edits it had not seen',
    edits: [
      { file: 'sync/merge.ts', find: 'if (unseen === undefined) {', put: 'if (true as boolean) {' },
    ],
  },
  {
    name: 'an edit hides the edits beside it from a later delete',
    edits: [
      {
        file: 'sync/merge.ts',
        find: 'joinRegister(draft.fields, editsField, stampOf(input), change.base)',
        put: 'takeRegister(draft.fields, editsField, stampOf(input))',
      },
    ],
  },
  {
    name: 'an older copy of a row replaces a newer one',
    edits: [
      {
        file: 'test/sync/model/replica.ts',
        find: 'if (row.seq < (this.shown.get(key)?.seq ?? 0)) return []',
        put: '',
      },
    ],
  },
  {
    name: 'a pending move that would close a loop is shown all the same',
    edits: [
      {
        file: 'sync/placement.ts',
        find: 'if (wouldLoop(move.id, move.parentId, parentNow)) skipped.add(move.n)\n    else moved',
        put: 'moved',
      },
    ],
  },
  {
    name: 'an update of a text replaces the text instead of joining it',
    edits: [
      {
        file: 'sync/text.ts',
        find: 'if (doc.state.length > 0) Y.applyUpdate(ydoc, doc.state)',
        put: '',
      },
    ],
  },
  {
    name: 'an answer of the epoch before is taken in',
    edits: [
      {
        file: 'test/sync/model/replica.ts',
        find: "if (answer.epoch !== this.meta.get('meta')!.epoch) return",
        put: '',
      },
    ],
  },
  {
    name: 'operations sent again after a restore keep bases of the lost order',
    edits: [
      {
        file: 'test/sync/model/replica.ts',
        find: 'base: Math.min(op.base, floors.get(op.b) ?? 0)',
        put: 'base: op.base',
      },
    ],
  },
  {
    name: 'a cursor of the lost order is kept after a restore',
    edits: [
      {
        file: 'test/sync/model/replica.ts',
        find: 'Math.min(cursor, floors.get(bucket) ?? 0)',
        put: 'cursor',
      },
    ],
  },
]
