import { eq, inArray, isNull, and, getTableColumns } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { accountTable } from '../entities/account'
import { buyingRoleTable } from '../entities/buying-role'
import { lineTable } from '../entities/line'
import { memberTable } from '../entities/member'
import { occupancyTable } from '../entities/occupancy'
import { opportunityTable } from '../entities/opportunity'
import { personTable } from '../entities/person'
import { seatTable } from '../entities/seat'
import { siteTable } from '../entities/site'
import type { ReadableDb } from '../handles'
import { matchKey } from '../import/match'
import type { ImportTarget } from '../import/plan'
import type { ImportSnapshot } from '../import/snapshot'

/**
 * What an import looks at. Where all rows go to one account, only that account's rows are read;
 * `breathe` lets other calls in between the tables.
 */
export async function readImportSnapshot(
  db: ReadableDb,
  target: ImportTarget,
  breathe: () => Promise<void>,
): Promise<ImportSnapshot> {
  const accounts = db.select().from(accountTable).all()
  const ids = accountsOf(target, accounts)
  const within = (column: AnySQLiteColumn): SQL | undefined =>
    ids === null ? undefined : ids.length === 1 ? eq(column, ids[0]!) : inArray(column, ids)
  await breathe()
  const seats = db.select().from(seatTable).where(within(seatTable.accountId)).all()
  await breathe()
  const person = getTableColumns(personTable)
  const people = db
    .select({
      id: person.id,
      accountId: person.accountId,
      name: person.name,
      email: person.email,
      phone: person.phone,
      mobile: person.mobile,
      language: person.language,
      siteId: person.siteId,
      isTopFive: person.isTopFive,
      stance: person.stance,
      influence: person.influence,
      about: person.about,
      externalId: person.externalId,
    })
    .from(personTable)
    .where(within(person.accountId))
    .all()
  await breathe()
  const occupancies = db
    .select()
    .from(occupancyTable)
    .where(and(isNull(occupancyTable.toDate), within(occupancyTable.accountId)))
    .all()
  await breathe()
  return {
    accounts,
    seats,
    people,
    occupancies,
    sites: db.select().from(siteTable).where(within(siteTable.accountId)).all(),
    buyingRoles: db.select().from(buyingRoleTable).where(within(buyingRoleTable.accountId)).all(),
    lines: db.select().from(lineTable).where(within(lineTable.accountId)).all(),
    // A file of deals may name other accounts than the target.
    opportunities: db.select().from(opportunityTable).all(),
    members: db.select().from(memberTable).all(),
  }
}

/** The accounts that can be touched; null = any. */
function accountsOf(
  target: ImportTarget,
  accounts: readonly { readonly id: string; readonly name: string }[],
): readonly string[] | null {
  if (target.kind === 'by_column') return null
  if (target.kind === 'account') return [target.accountId]
  const key = matchKey(target.name)
  return accounts.filter(({ name }) => matchKey(name) === key).map(({ id }) => id)
}
