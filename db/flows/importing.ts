import { z } from 'zod'
import { action } from '../action'
import type { ActionContext, StoreServices } from '../action'
import { currencySchema, idSchema, lineSchema } from '../columns'
import type { Change } from '../entity'
import { StoreError } from '../errors'
import { headerSignature, importFields, importKinds } from '../import/import-fields'
import type { ColumnMapping, ImportField, ImportFile } from '../import/import-fields'
import { planImport } from '../import/plan'
import type { ImportTarget } from '../import/plan'
import type { ImportPlan, PlanCounts, PlanRow } from '../import/plan-model'
import { countSteps, makeIds, planChanges } from './import-changes'
import { importFormats, readImportFile } from './import-read'
import type { FileSummary, ReadFile } from './import-read'
import { readImportSnapshot } from './import-snapshot'

/** Changes in one transaction; between two the store answers other calls. */
const chunkSize = 1000
/** Most files in one import. */
const filesMax = 50

/** Bytes from another window are of that window's own Uint8Array; we look at them through ours. */
const bytesSchema = z
  .custom<Uint8Array>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]')
  .transform((bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))

const filesSchema = z
  .array(
    z.object({
      name: z.string().max(1000),
      bytes: bytesSchema,
      readAs: z.enum(importFormats).optional(),
    }),
  )
  .min(1)
  .max(filesMax)

const fieldNames = [...new Set(Object.values(importFields).flat())] as [
  ImportField,
  ...ImportField[],
]

const mappingSchema = z.object({
  kind: z.enum(importKinds),
  columns: z.array(z.enum(fieldNames).nullable()).max(1000),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  decimal: z.enum(['.', ',']),
  currency: currencySchema,
  isFamilyNameFirst: z.boolean(),
  areIdsLocal: z.boolean(),
})

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), accountId: idSchema }),
  z.object({ kind: z.literal('named_account'), name: lineSchema.min(1) }),
  z.object({ kind: z.literal('by_column'), fallbackAccountId: idSchema.nullable() }),
])

const rowFilters = ['all', 'create', 'update', 'skip', 'noted'] as const

export interface ImportReading {
  /** Names this import in the calls that follow. */
  readonly importId: string
  readonly files: readonly FileSummary[]
}

export interface ImportPreview {
  readonly counts: PlanCounts
  /** By file as read; null = left out. */
  readonly countsByFile: readonly (PlanCounts | null)[]
  readonly noteCounts: ImportPlan['noteCounts']
  /** Rows with at least one note. */
  readonly notedRows: number
  /** New rows by what they are. */
  readonly made: { readonly accounts: number; readonly people: number; readonly seats: number }
}

export interface ImportResult extends ImportPreview {
  /** The one account that the import went to; null = several or none. */
  readonly accountId: string | null
}

/**
 * Import of people, accounts and opportunities from files. One import at a time: `read` takes the
 * bytes and keeps the rows in memory, `preview` says what would happen, `rows` shows it row by row,
 * `apply` does it as one step that undo takes back.
 */
export const importing = {
  read: action(
    z.object({ files: filesSchema }),
    async (services, { files }, context): Promise<ImportReading> => {
      const totalBytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
      const read: ReadFile[] = []
      let doneBytes = 0
      for (const file of files) {
        requireGoing(context)
        const before = doneBytes
        read.push(
          await readImportFile(file, {
            makeCsvEngine: services.makeCsvEngine,
            signal: context.signal,
            breathe: services.breathe,
            progress: (bytesRead) => context.progress(before + bytesRead, totalBytes),
            remembered: (signature) => rememberedMapping(services, signature),
          }),
        )
        doneBytes = before + file.bytes.length
        context.progress(doneBytes, totalBytes)
        await services.breathe()
      }
      requireGoing(context)
      const importId = services.door.context().newId()
      openImports.set(services.door, { importId, read, plan: null })
      return { importId, files: read.map(({ summary }) => summary) }
    },
  ),

  /** What importing would do. A mapping of null leaves its file out. Nothing is written. */
  preview: action(
    z.object({
      importId: idSchema,
      mappings: z.array(mappingSchema.nullable()).max(filesMax),
      target: targetSchema,
    }),
    async (services, { importId, mappings, target }, context): Promise<ImportPreview> => {
      const open = requireOpen(services, importId)
      const chosen = chooseFiles(open.read, mappings)
      const plan = await makePlan(services, chosen.files, target)
      requireGoing(context)
      open.plan = { ...chosen, target, plan }
      return previewOf(open.plan, open.read.length)
    },
  ),

  /** Some rows of the last preview, in the order of the files. */
  rows: action(
    z.object({
      importId: idSchema,
      filter: z.enum(rowFilters),
      note: z.string().max(40).optional(),
      from: z.int().min(0),
      count: z.int().min(1).max(1000),
    }),
    (services, { importId, filter, note, from, count }) => {
      const { plan, fileIndexes } = requirePlan(services, importId)
      const fitting = plan.rows.filter((row) => fits(row, filter, note))
      const rows = fitting
        .slice(from, from + count)
        .map((row) => ({ ...row, file: fileIndexes[row.file]! }))
      return { total: fitting.length, rows }
    },
  ),

  /**
   * Does what the last preview said, against what is in the store now. Stopping it takes back what
   * was done so far.
   */
  apply: action(z.object({ importId: idSchema }), applyImport),

  /** Forgets the rows of an import that is not wanted any more. */
  discard: action(z.object({}), ({ door }) => {
    openImports.delete(door)
    return null
  }),
}

interface PlannedImport {
  readonly files: readonly ImportFile[]
  /** The place of each of `files` among the files as read. */
  readonly fileIndexes: readonly number[]
  readonly target: ImportTarget
  readonly plan: ImportPlan
}

interface OpenImport {
  readonly importId: string
  readonly read: readonly ReadFile[]
  plan: PlannedImport | null
}

/** The import under way in each store; it goes when the store goes. */
const openImports = new WeakMap<StoreServices['door'], OpenImport>()

async function applyImport(
  services: StoreServices,
  { importId }: { importId: string },
  { signal, progress }: ActionContext,
): Promise<ImportResult> {
  const planned = requirePlan(services, importId)
  const { read } = requireOpen(services, importId)
  const { db, door, breathe } = services
  const plan = await makePlan(services, planned.files, planned.target)
  requireGoing({ signal })
  const context = door.context()
  const ids = makeIds(plan, context.newId)
  const total = countSteps(plan)
  const tx = door.open('importing.apply')
  let done = 0
  let chunk: Change[] = []
  try {
    for (const changes of planChanges(db.read, plan, ids, context, todayOf(context.nowMs))) {
      chunk.push(...changes)
      done += 1
      if (chunk.length < chunkSize) continue
      door.append(tx, chunk)
      chunk = []
      progress(done, total)
      await breathe()
      requireGoing({ signal })
    }
    door.append(tx, chunk)
  } catch (error) {
    door.abandon(tx)
    throw error
  }
  door.finish(tx)
  progress(total, total)
  rememberMappings(services, tablesOf(planned, read))
  openImports.delete(door)
  const accounts = new Set(plan.rows.flatMap(({ accountRef }) => accountRef ?? []))
  const [only] = accounts
  return {
    ...previewOf({ ...planned, plan }, planned.fileIndexes.length),
    accountId: only !== undefined && accounts.size === 1 ? (ids.get(only) ?? only) : null,
  }
}

function requireGoing({ signal }: Pick<ActionContext, 'signal'>): void {
  if (signal.aborted) throw new StoreError('cancelled')
}

function requireOpen({ door }: StoreServices, importId: string): OpenImport {
  const open = openImports.get(door)
  if (open?.importId !== importId) throw new StoreError('not_found')
  return open
}

function requirePlan(services: StoreServices, importId: string): PlannedImport {
  const { plan } = requireOpen(services, importId)
  if (!plan) throw new StoreError('not_found')
  return plan
}

function chooseFiles(
  read: readonly ReadFile[],
  mappings: readonly (ColumnMapping | null)[],
): Pick<PlannedImport, 'files' | 'fileIndexes'> {
  const files: ImportFile[] = []
  const fileIndexes: number[] = []
  for (const [index, { file }] of read.entries()) {
    const mapping = mappings[index] ?? null
    if (!file || !mapping) continue
    files.push({ ...file, mapping })
    fileIndexes.push(index)
  }
  return { files, fileIndexes }
}

/** The files whose columns the user may have mapped; cards and charts map themselves. */
function tablesOf({ files, fileIndexes }: PlannedImport, read: readonly ReadFile[]): ImportFile[] {
  return files.filter((_, at) => read[fileIndexes[at]!]!.summary.format === 'table')
}

async function makePlan(
  { db, door, breathe }: StoreServices,
  files: readonly ImportFile[],
  target: ImportTarget,
): Promise<ImportPlan> {
  const snapshot = await readImportSnapshot(db.read, target, breathe)
  await breathe()
  return planImport(files, snapshot, { target, today: todayOf(door.context().nowMs) })
}

function previewOf({ plan, fileIndexes }: PlannedImport, fileCount: number): ImportPreview {
  const { counts, countsByFile, noteCounts, rows } = plan
  const made = (steps: readonly { readonly action: string }[]) =>
    steps.filter((step) => step.action === 'create').length
  return {
    counts,
    countsByFile: Array.from({ length: fileCount }, (_, index) => {
      const at = fileIndexes.indexOf(index)
      return at === -1 ? null : countsByFile[at]!
    }),
    noteCounts,
    notedRows: rows.filter(({ notes }) => notes.length > 0).length,
    made: {
      accounts: made(plan.accounts),
      people: made(plan.people),
      seats: made(plan.seats),
    },
  }
}

function fits(row: PlanRow, filter: (typeof rowFilters)[number], note?: string): boolean {
  if (note !== undefined && !row.notes.some(({ code }) => code === note)) return false
  if (filter === 'all') return true
  return filter === 'noted' ? row.notes.length > 0 : row.action === filter
}

function todayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10)
}

/** Where the mapping for files with these headers is kept on this device. */
function mappingName(signature: string): string {
  return `import.mapping ${signature}`
}

function rememberedMapping({ db }: StoreServices, signature: string): ColumnMapping | null {
  const row = db.sql
    .prepare(`SELECT value FROM _local WHERE name = ?`)
    .get(mappingName(signature)) as { value: string } | undefined
  if (!row) return null
  const parsed = mappingSchema.safeParse(JSON.parse(row.value))
  return parsed.success ? parsed.data : null
}

function rememberMappings({ db }: StoreServices, files: readonly ImportFile[]): void {
  const keep = db.sql.prepare(
    `INSERT INTO _local (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
  for (const { table, mapping } of files)
    keep.run(mappingName(headerSignature(table.columns)), JSON.stringify(mapping))
}
