import { createHash } from 'node:crypto'

import type { Change } from '../../../sync/change'
import { chainHash, emptyHash } from '../../../sync/change'
import type { PushAnswer } from '../../../sync/wire'
import type { Person, TestServer } from './harness'
import { ask } from './harness'
import { makeOp } from './operations'

/** A device that only pushes: keeps number and chain, sends what it is told. */
export class Pusher {
  private n = 0
  private hash = emptyHash

  constructor(
    private readonly server: TestServer,
    readonly person: Person,
  ) {}

  /** Numbers the operations and makes the body of their push. */
  prepare(parts: readonly object[]): { readonly body: object; readonly ops: readonly Change[] } {
    const previousHash = this.hash
    const ops = parts.map((part) => {
      const op = makeOp({ ...part, n: ++this.n })
      this.hash = chainHash(sha256Hex, this.hash, op)
      return op
    })
    return { body: { epoch: this.person.epoch, previousHash, ops }, ops }
  }

  async send(body: object): Promise<{ status: number; json: Record<string, unknown> }> {
    return ask(this.server, 'POST', '/sync/v1/push', this.person.token, body)
  }

  /** Pushes and gives the answer; throws when it was refused. */
  async push(...parts: readonly object[]): Promise<PushAnswer> {
    const answer = await this.send(this.prepare(parts).body)
    if (answer.status !== 200) throw new Error(`Refused: ${JSON.stringify(answer.json)}`)
    return answer.json as unknown as PushAnswer
  }
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
