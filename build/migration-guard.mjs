/**
 * Statements of a migration that do more than add. Devices of different versions share one feed,
 * so a migration may only create tables and indexes and add columns; and it must succeed on every
 * store that exists, so a column it adds is nullable or has a default, and a unique index belongs
 * to a table of the same migration.
 * @param {string} sql the whole migration
 * @returns {string[]} one sentence per statement that is not allowed
 */
export function findForbiddenStatements(sql) {
  const statements = splitStatements(sql)
  const created = new Set(statements.map((text) => createdTable(text)).filter(Boolean))
  return statements.flatMap((text) => judge(text, created) ?? [])
}

const name = '[`"\\[]?([\\w]+)[`"\\]]?'
const createTable = new RegExp(`^create (?:virtual )?table (?:if not exists )?${name}`, 'i')
const createIndex = new RegExp(`^create (unique )?index (?:if not exists )?${name} on ${name}`, 'i')
const addColumn = new RegExp(`^alter table ${name} add (?:column )?(?:[\`"\\[]?[\\w]+)`, 'i')

function judge(statement, created) {
  const short = statement.length > 100 ? `${statement.slice(0, 100)}…` : statement
  if (createTable.test(statement)) return undefined
  const index = createIndex.exec(statement)
  if (index) {
    if (!index[1] || created.has(index[3])) return undefined
    return `A unique index on a table that exists can fail on its rows: ${short}`
  }
  if (addColumn.test(statement)) {
    if (!/ not null/i.test(statement) || / default /i.test(statement)) return undefined
    return `A column added to a table that exists needs a default or must allow null: ${short}`
  }
  return `A migration may only create and add: ${short}`
}

function createdTable(statement) {
  return createTable.exec(statement)?.[1]
}

function splitStatements(sql) {
  return sql
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}
