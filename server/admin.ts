import { recomputeAccess, setGrant, setTeam } from './access'
import type { Config } from './config'
import type { Database, Queryable } from './database/database'
import { inWorkspace } from './database/database'
import { beginEpoch } from './database/prepare'
import { invite } from './enrolment'
import type { Invitation } from './enrolment'
import { eraseRow } from './erase'
import { changeMember } from './routes/directory'
import { makeWorkspace } from './workspace'

export interface AdminContext {
  readonly database: Database
  readonly config: Pick<Config, 'publicUrl'>
  readonly now: () => number
}

interface Command {
  readonly usage: string
  run(context: AdminContext, words: readonly string[]): Promise<readonly string[]>
}

/** Every command by its name; the words after it are those of its usage. */
const commands: Readonly<Record<string, Command>> = {
  'workspace-create': {
    usage: '<name>',
    run: async ({ database, config, now }, [name]) => {
      const { ws, code } = await makeWorkspace(database, required(name), now())
      return [`workspace ${ws}`, `${config.publicUrl}/join#${code}`]
    },
  },
  invite: {
    usage: '<ws> <rep|manager|admin> <name> [manager id]',
    run: async ({ database, config, now }, [ws, role, name, manager]) => {
      const invitation = {
        role: oneOf(role, ['rep', 'manager', 'admin']),
        name: required(name),
        ...(manager && { manager }),
      } as Invitation
      const code = await within(database, ws, (tx) => invite(tx, Number(ws), invitation, now()))
      return [`${config.publicUrl}/join#${code}`]
    },
  },
  members: {
    usage: '<ws>',
    run: ({ database }, [ws]) =>
      list(database, ws, 'SELECT id, role, state, manager, name FROM member WHERE ws = $1'),
  },
  member: {
    usage: '<ws> <member> role=<role> | manager=<member or none> | state=<active|disabled>',
    run: async ({ database }, [ws, member, change]) => {
      const [key, value] = required(change).split('=')
      const name = oneOf(key, ['role', 'manager', 'state'])
      const to = name === 'manager' && value === 'none' ? null : required(value)
      await within(database, ws, async (tx) => {
        await changeMember(tx, Number(ws), required(member), { [name]: to })
        await recomputeAccess(tx, Number(ws))
      })
      return ['changed']
    },
  },
  team: {
    usage: '<ws> <account> <member> <editor|viewer|none>',
    run: async ({ database }, [ws, account, member, role]) => {
      const to = oneOf(role, ['editor', 'viewer', 'none'])
      await within(database, ws, (tx) =>
        setTeam(tx, Number(ws), required(account), required(member), to === 'none' ? null : to),
      )
      return ['changed']
    },
  },
  grant: {
    usage: '<ws> <account> <member> <editor|viewer|none> [days]',
    run: async ({ database, now }, [ws, account, member, role, days]) => {
      const to = oneOf(role, ['editor', 'viewer', 'none'])
      const untilMs = days === undefined ? null : now() + Number(days) * 86_400_000
      const grant = to === 'none' ? null : { role: to, untilMs }
      await within(database, ws, (tx) =>
        setGrant(tx, Number(ws), required(account), required(member), grant),
      )
      return ['changed']
    },
  },
  devices: {
    usage: '<ws>',
    run: ({ database }, [ws]) =>
      list(
        database,
        ws,
        'SELECT id, member, state, platform, seen_at, name FROM device WHERE ws = $1',
      ),
  },
  device: {
    usage: '<ws> <device> <revoked|wipe|locked|ok>',
    run: async ({ database }, [ws, device, state]) => {
      const to = oneOf(state, ['revoked', 'wipe', 'locked', 'ok'])
      const changed = await within(database, ws, (tx) =>
        tx.query('UPDATE device SET state = $3 WHERE ws = $1 AND id = $2 RETURNING id', [
          Number(ws),
          device,
          to,
        ]),
      )
      return [changed.length > 0 ? 'changed' : 'There is no such device.']
    },
  },
  quarantine: {
    usage: '<ws>',
    run: ({ database }, [ws]) =>
      list(
        database,
        ws,
        `SELECT device, n, bucket, reason, at FROM sync_quarantine
         WHERE ws = $1 AND resolved_at IS NULL ORDER BY at`,
      ),
  },
  export: {
    usage: '<ws>   every row as one line of JSON',
    run: ({ database }, [ws]) =>
      list(
        database,
        ws,
        'SELECT tbl, id, bucket, seq, deleted, data FROM sync_row WHERE ws = $1 ORDER BY bucket, seq',
      ),
  },
  erase: {
    usage: '<ws> <table> <row>   blanks a row in feed, history, conflicts and quarantine',
    run: async ({ database }, [ws, tbl, id]) => {
      const found = await within(database, ws, (tx) =>
        eraseRow(tx, Number(ws), required(tbl), required(id)),
      )
      return [found ? 'erased' : 'There is no such row.']
    },
  },
  'new-epoch': {
    usage: '   once after a restore from a backup, before devices come back',
    run: async ({ database }) => [`epoch ${await beginEpoch(database)}`],
  },
}

/** Runs one command of `npm run server -- admin ...` and gives the lines to print. */
export async function runAdmin(
  context: AdminContext,
  words: readonly string[],
): Promise<readonly string[]> {
  const [name = '', ...rest] = words
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined)
    return ['Commands:', ...Object.entries(commands).map(([key, { usage }]) => `  ${key} ${usage}`)]
  try {
    return await command.run(context, rest)
  } catch (error) {
    if (error instanceof UsageError) return [`Usage: ${name} ${command.usage}`]
    throw error
  }
}

class UsageError extends Error {}

function required(word: string | undefined): string {
  if (word === undefined || word === '') throw new UsageError()
  return word
}

function oneOf<T extends string>(word: string | undefined, words: readonly T[]): T {
  const found = words.find((known) => known === word)
  if (found === undefined) throw new UsageError()
  return found
}

function within<T>(
  database: Database,
  ws: string | undefined,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  if (!/^[1-9]\d*$/.test(ws ?? '')) throw new UsageError()
  return inWorkspace(database, { ws: Number(ws) }, 'write', work)
}

async function list(
  database: Database,
  ws: string | undefined,
  sql: string,
): Promise<readonly string[]> {
  const rows = await within(database, ws, (tx) => tx.query(sql, [Number(ws)]))
  return rows.map((row) => JSON.stringify(row))
}
