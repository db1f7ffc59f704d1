// `npm run migration -- name`: writes the next migration from the tables in db/.
// `node build/migration.mjs --check`: fails when the tables have changed without a migration.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findForbiddenStatements } from './migration-guard.mjs'
import { inProject, projectRoot } from './paths.mjs'
import { isMainModule, PlainError, run, runScript } from './processes.mjs'

const migrationsFolder = inProject('db', 'migrations')

/** Writes the migration, or says that there is nothing to write. Refuses what does not only add. */
export async function writeMigration(name) {
  await withGenerated(name, (folder, added) => {
    if (added.length === 0) {
      console.log('The tables are as the migrations make them; nothing to write.')
      return
    }
    const sentences = added.flatMap((file) =>
      findForbiddenStatements(fs.readFileSync(path.join(folder, file), 'utf8')),
    )
    if (sentences.length > 0) throw new PlainError(sentences.join('\n'))
    fs.cpSync(folder, migrationsFolder, { recursive: true })
    for (const file of added) console.log(`Written: db/migrations/${file}`)
  })
}

/** @throws {PlainError} when a table has changed and no migration says so */
export async function checkMigrations() {
  await withGenerated('unwritten', (folder, added) => {
    if (added.length === 0) return
    const sql = added.map((file) => fs.readFileSync(path.join(folder, file), 'utf8')).join('\n')
    const start = sql.split('\n').slice(0, 20).join('\n')
    throw new PlainError(
      `The tables in db/ differ from the migrations; run "npm run migration -- name". Missing:\n${start}`,
    )
  })
}

/** Generates into a copy, so that a refused migration leaves nothing behind. */
async function withGenerated(name, use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-migration-'))
  try {
    fs.mkdirSync(migrationsFolder, { recursive: true })
    fs.cpSync(migrationsFolder, folder, { recursive: true })
    const before = new Set(listSql(folder))
    await generate(name, folder)
    await use(
      folder,
      listSql(folder).filter((file) => !before.has(file)),
    )
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * It takes columns renamed in the tables for a question to the person at the terminal; without
 * one it fails, which is right: nothing is ever renamed.
 */
async function generate(name, folder) {
  const config = path.join(folder, 'drizzle.config.json')
  const schema = findTableFiles()
  fs.writeFileSync(
    config,
    JSON.stringify({ dialect: 'sqlite', schema, out: path.relative(projectRoot, folder) }),
  )
  const cli = inProject('node_modules', 'drizzle-kit', 'bin.cjs')
  const args = [cli, 'generate', `--config=${path.relative(projectRoot, config)}`, `--name=${name}`]
  const { code, output } = await run(process.execPath, args, {
    output: 'collect',
    timeoutMs: 120_000,
  })
  fs.rmSync(config)
  if (code !== 0 || /error/i.test(output)) {
    throw new PlainError(`The migration could not be generated:\n${output.trim()}`)
  }
}

/** Every file of the pure part of db/ that defines a table. */
function findTableFiles() {
  const folder = inProject('db')
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('node'))
    .filter((file) => /= sqliteTable\(/.test(fs.readFileSync(path.join(folder, file), 'utf8')))
    .sort()
    .map((file) => path.posix.join('db', ...file.split(path.sep)))
}

function listSql(folder) {
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    const [name, ...more] = process.argv.slice(2)
    if (name === '--check') return checkMigrations()
    if (more.length > 0 || name === undefined || !/^[a-z][a-z0-9-]*$/.test(name)) {
      throw new PlainError('Name the change: npm run migration -- add-competitor-sighting')
    }
    return writeMigration(name)
  })
}
