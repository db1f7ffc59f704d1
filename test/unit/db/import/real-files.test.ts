import { describe, expect, it } from 'vitest'
import { parseVcards } from '../../../../db/formats/vcard'
import { importFileFromVcards } from '../../../../db/import/from-vcards'
import type { ColumnMapping, ImportFile } from '../../../../db/import/import-fields'
import { planImport, type PlanOptions } from '../../../../db/import/plan'
import type { ImportPlan } from '../../../../db/import/plan-model'
import { emptySnapshot, type ImportSnapshot } from '../../../../db/import/snapshot'
import { listSharedFiles, readSharedFile } from '../../../support/shared-data'
import { applyPlan } from './apply-plan'
import { byColumn, fileOf } from './tables'

const intoOne: PlanOptions = {
  target: { kind: 'named_account', name: 'The organisation' },
  today: '2026-11-21',
}

const uk = 'org/org-uk-gov-dev-nonames'
const bodies = [
  { name: 'marine_management', rows: 32, created: 32, tops: 1 },
  { name: 'treasury_solicitors', rows: 317, created: 317, tops: 1 },
  // Four people not in post share one key: one seat for four.
  { name: 'department_for_environment', rows: 1_116, created: 1_113, tops: 1 },
  { name: 'her_majestys_revenue', rows: 6_138, created: 6_138, tops: 1 },
]

describe('the four organisations', () => {
  const files = listSharedFiles(uk, /\.csv$/)
  const present = bodies.filter(({ name }) => files.some((file) => file.includes(name)))
  it.each(present)('$name: senior and junior files together', async ({ name, ...wanted }) => {
    const pair = await loadAll(files.filter((file) => file.includes(name)))
    const plan = planImport(pair, emptySnapshot, intoOne)
    const { after, again } = doTwice(pair, plan, intoOne)
    expect({
      rows: plan.counts.rows,
      created: plan.counts.created,
      tops: after.seats.filter(({ bossId }) => bossId === null).length,
    }).toEqual(wanted)
    expect(plan.counts.skipped).toBe(wanted.rows - wanted.created)
    expect(again.counts).toEqual({
      rows: wanted.rows,
      created: 0,
      updated: 0,
      skipped: wanted.rows,
    })
    expect([
      plan.people,
      plan.noteCounts.filter(({ code }) => code !== 'vacant' && code !== 'shared_post'),
    ]).toEqual([[], []])
    expect(structuredClone(plan)).toEqual(plan)
  })

  it('go to one account each when all files come at once, keys apart', async () => {
    const isThere = files.length === 8
    const all = isThere ? await loadAll(files) : await smallBodies()
    const plan = planImport(all, emptySnapshot, byColumn)
    const { after, again } = doTwice(all, plan, byColumn)
    const { rows, created, skipped } = plan.counts
    expect({ rows, created, skipped, accounts: plan.accounts.length }).toEqual(
      isThere
        ? { rows: 7_603, created: 7_600, skipped: 3, accounts: 4 }
        : { rows: 6, created: 6, skipped: 0, accounts: 2 },
    )
    expect([
      again.counts.skipped,
      after.seats.filter(({ bossId }) => bossId === null).length,
    ]).toEqual([rows, plan.accounts.length])
  })
})

interface Case {
  readonly file: string
  readonly options: PlanOptions
  readonly counts: Partial<ImportPlan['counts']>
  readonly change?: (file: ImportFile) => Partial<ColumnMapping>
  readonly seats?: number
  readonly tops?: number
  readonly accounts?: number
  readonly opportunities?: number
}

const cases: readonly Case[] = [
  // Six rows are of people's former jobs; their reports go to the rows of today.
  {
    file: 'org/org-adventureworks/DimEmployee.csv',
    options: intoOne,
    counts: { rows: 296, created: 290, skipped: 6 },
    seats: 290,
    tops: 1,
  },
  {
    file: 'org/org-adventureworks/oltp-install-script/Employee.csv',
    options: intoOne,
    counts: { rows: 290, created: 290 },
    change: ({ mapping }) => ({
      columns: mapping.columns.map((field, at) =>
        at === 0 ? 'externalId' : at === 5 ? 'title' : field,
      ),
    }),
    seats: 290,
    tops: 1,
  },
  {
    file: 'org/org-adventureworks/DimReseller.csv',
    options: byColumn,
    counts: { rows: 701, created: 701 },
    accounts: 701,
  },
  {
    file: 'org/org-chinook/Employee.csv',
    options: intoOne,
    counts: { rows: 8, created: 8 },
    seats: 8,
    tops: 1,
  },
  {
    file: 'org/org-chinook/Customer.csv',
    options: byColumn,
    counts: { rows: 59, created: 10, skipped: 49 },
    accounts: 10,
  },
  {
    file: 'crm/crm-salesforce-dataloader/main/resources/samples/data/accountData.csv',
    options: byColumn,
    counts: { rows: 423, created: 423 },
    accounts: 423,
  },
  {
    file: 'crm/crm-salesforce-dataloader/main/resources/samples/data/opportunityData.csv',
    options: byColumn,
    counts: { rows: 38, created: 38 },
    opportunities: 38,
  },
  {
    file: 'crm/crm-salesforce-trailhead/lwc-recipes/Accounts-Contacts.csv',
    options: byColumn,
    counts: { rows: 14, created: 6, skipped: 8 },
    accounts: 2,
    seats: 6,
  },
  {
    file: 'crm/crm-maven-sales-opportunities/accounts.csv',
    options: byColumn,
    counts: { rows: 85, created: 85 },
    accounts: 85,
  },
  {
    file: 'crm/crm-maven-sales-opportunities/sales_pipeline.csv',
    options: byColumn,
    counts: { rows: 8_800, created: 7_375, skipped: 1_425 },
    opportunities: 7_375,
  },
]

describe('the files of other systems', () => {
  const there = new Set([...listSharedFiles('org', /\.csv$/), ...listSharedFiles('crm', /\.csv$/)])
  it.each(cases.filter(({ file }) => there.has(file)))('$file', async (wanted) => {
    const loaded = await load(wanted.file)
    const change = wanted.change?.(loaded) ?? {}
    const files = [{ ...loaded, mapping: { ...loaded.mapping, ...change } }]
    const plan = planImport(files, emptySnapshot, wanted.options)
    const { after, again } = doTwice(files, plan, wanted.options)
    expect(plan.counts).toMatchObject(wanted.counts)
    expect(plan.counts.created + plan.counts.updated + plan.counts.skipped).toBe(plan.counts.rows)
    expect(again.counts.skipped).toBe(plan.counts.rows)
    const found = {
      seats: after.seats.length,
      tops: after.seats.filter(({ bossId }) => bossId === null).length,
      accounts: after.accounts.length,
      opportunities: after.opportunities.length,
    }
    for (const key of ['seats', 'tops', 'accounts', 'opportunities'] as const)
      if (wanted[key] !== undefined) expect([key, found[key]]).toEqual([key, wanted[key]])
  })

  it('subsidiaries find their parents and deals their accounts', async () => {
    const folder = 'crm/crm-maven-sales-opportunities'
    const isThere = there.has(`${folder}/accounts.csv`)
    const files = isThere
      ? await loadAll([`${folder}/sales_pipeline.csv`, `${folder}/accounts.csv`])
      : await smallDeals()
    const plan = planImport(files, emptySnapshot, byColumn)
    const { after } = doTwice(files, plan, byColumn)
    expect([
      after.accounts.length,
      after.accounts.filter(({ parentAccountId }) => parentAccountId !== null).length,
      after.opportunities.filter(({ stage }) => stage === 'won').length,
      after.opportunities.filter(({ closeDate }) => closeDate !== null).length,
    ]).toEqual(isThere ? [85, 15, 4_238, 6_711] : [2, 1, 1, 2])
  })
})

const ownCards =
  'BEGIN:VCARD\nFN:Anna\nEND:VCARD\nBEGIN:VCARD\nFN:Anna\nEMAIL:a@b.example\nEND:VCARD\n'

describe('every vCard of the test suites', () => {
  const names = ['own.vcf', ...listSharedFiles('vcard', /\.vcf$/)]
  it.each(names)('%s gives a plan that adds up and settles', (name) => {
    const read = parseVcards(name === 'own.vcf' ? ownCards : readSharedFile(name))
    const files = [importFileFromVcards(name, read.ok ? read.value.cards : [])]
    const plan = planImport(files, emptySnapshot, intoOne)
    const { again } = doTwice(files, plan, intoOne)
    const { rows, created, updated, skipped } = plan.counts
    expect([created + updated + skipped, again.counts.skipped]).toEqual([rows, rows])
  })
})

/** Two small bodies of the same kind, for machines without the shared data. */
function smallBodies(): Promise<ImportFile[]> {
  const senior = 'Post Unique Reference,Name,Job Title,Organisation,Reports to Senior Post\n'
  const junior = 'Organisation,Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n'
  return Promise.all([
    fileOf(`${junior}One,2,Officer,2.5\nOne,2,Officer,1\n`),
    fileOf(`${senior}1,N/D,Head,One,XX\n2,,Director,One,1\n`),
    fileOf(`${senior}1,N/D,Head,Two,XX\n`),
    fileOf(`${junior}Two,1,Clerk,1\n`),
  ])
}

function smallDeals(): Promise<ImportFile[]> {
  return Promise.all([
    fileOf(
      'opportunity_id,account,deal_stage,close_date,close_value\n1,A,Won,3/31/2027,5\n2,B,Lost,1/2/2027,\n',
    ),
    fileOf('account,sector,employees,subsidiary_of\nA,retail,5,\nB,retail,6,A\n'),
  ])
}

async function load(file: string): Promise<ImportFile> {
  return { ...(await fileOf(readSharedFile(file))), name: file }
}

function loadAll(files: readonly string[]): Promise<ImportFile[]> {
  return Promise.all(files.map(load))
}

/** The store after the plan, and the plan of the same files on that store. */
function doTwice(
  files: readonly ImportFile[],
  plan: ImportPlan,
  options: PlanOptions,
): { readonly after: ImportSnapshot; readonly again: ImportPlan } {
  const after = applyPlan(emptySnapshot, plan)
  return { after, again: planImport(files, after, options) }
}
