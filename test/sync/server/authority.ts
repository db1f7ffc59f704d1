import { inWorkspace } from '../../../server/database/database'
import type { StoredFeedRow } from '../../../server/feed'
import { feedColumns, toFeedRows } from '../../../server/feed'
import type { FeedRow } from '../../../sync/row'
import type { Authority, DeviceIdentity, HistoryEntry, Reply } from '../model/contract'
import { toyBuckets } from '../model/toy-schema'
import type { Person, TestServer } from './harness'
import { addToTeam, ask, enrolPerson, makeTestWorkspace, serverSchema } from './harness'

/** The real server behind the contract of the histories; each history gets a workspace of its own. */
export class ServerAuthority implements Authority {
  private readonly people = new Map<string, Person>()
  readonly epoch: string

  private constructor(
    private readonly server: TestServer,
    private readonly ws: number,
  ) {
    this.epoch = server.identity.epoch
  }

  static async make(server: TestServer): Promise<ServerAuthority> {
    return new ServerAuthority(server, await makeTestWorkspace(server))
  }

  async enrol(user: string): Promise<DeviceIdentity> {
    const person = await enrolPerson(this.server, this.ws, { role: 'rep', name: user })
    for (const bucket of toyBuckets)
      await addToTeam(this.server, this.ws, bucket.slice(2), person.member)
    this.people.set(person.device, person)
    return { device: person.device, user: person.member, node: person.node }
  }

  async push(identity: DeviceIdentity, body: string, clientNowMs: number): Promise<Reply> {
    return ask(this.server, 'POST', '/sync/v1/push', this.tokenOf(identity), body, {
      'x-client-now': String(clientNowMs),
    })
  }

  async pull(identity: DeviceIdentity, body: string): Promise<Reply> {
    return ask(this.server, 'POST', '/sync/v1/pull', this.tokenOf(identity), body)
  }

  async rows(): Promise<readonly FeedRow[]> {
    const { ws } = this
    return inWorkspace(this.server.database, { ws }, 'snapshot', async (tx) => {
      const rows = await tx.query<StoredFeedRow>(
        `SELECT ${feedColumns} FROM sync_row WHERE ws = $1`,
        [ws],
      )
      return toFeedRows(tx, serverSchema, ws, rows)
    })
  }

  async history(): Promise<readonly HistoryEntry[]> {
    return this.server.database.query<HistoryEntry & Record<string, unknown>>(
      'SELECT device, n, seq, outcome, reason, base FROM sync_op WHERE ws = $1',
      [this.ws],
    )
  }

  async close(): Promise<void> {}

  private tokenOf(identity: DeviceIdentity): string {
    return this.people.get(identity.device)!.token
  }
}
