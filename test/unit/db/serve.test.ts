import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { api } from '../../../db/api'
import { storeErrorCodes } from '../../../db/errors'
import type { Request, Response } from '../../../db/serve'
import { allRows, changeLog, openedStores } from '../../support/opened-stores'
import type { TestStore } from '../../support/store'

const open = openedStores()
const seed = 7_2026

/** What the store answers to one message, as it comes in from a page that may be anything. */
async function send(test: TestStore, message: unknown): Promise<Response[]> {
  const answers: Response[] = []
  const port = { postMessage: (answer: unknown) => void answers.push(answer as Response) }
  await test.opened.handle(port, message as Request)
  return answers
}

async function codeOf(test: TestStore, operation: unknown, args: unknown): Promise<string> {
  const [answer] = await send(test, { id: 1, operation, args })
  return answer && 'error' in answer ? answer.error.code : 'answered'
}

function operationNames(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    return 'schema' in node ? [path] : operationNames(node as object, path)
  })
}
const names = operationNames(api)

describe('misuse of the border', () => {
  it('gets no answer when the message is no request, and the store goes on', async () => {
    const test = open()
    for (const message of [null, undefined, 7, 'text', [], {}, { id: 'x' }, { id: null }])
      expect(await send(test, message)).toEqual([])
    expect(await send(test, { cancel: 99 })).toEqual([])
    expect(await test.store.account.all()).toEqual([])
  })

  it('is refused by name where there is no such operation', async () => {
    const test = open()
    for (const name of [
      '',
      'account',
      'account.drop',
      '__proto__',
      'constructor',
      'a'.repeat(9999),
      5,
      {},
      null,
    ])
      expect(await codeOf(test, name, {})).toBe('unknown_operation')
  })

  it.each(names)('%s refuses or survives arguments that are none of its own', async (name) => {
    const test = open()
    const before = { rows: allRows(test), log: changeLog(test) }
    for (const args of [
      null,
      7,
      'text',
      [],
      [[]],
      { id: {} },
      { id: 'x'.repeat(100_000) },
      { fields: 1 },
    ]) {
      const code = await codeOf(test, name, args)
      expect(['answered', ...storeErrorCodes.filter((each) => each !== 'internal')]).toContain(code)
    }
    if (name !== 'demo.make') expect(allRows(test)).toEqual(before.rows)
  })

  it('by deep and huge values is refused at once', async () => {
    const test = open()
    const deep: Record<string, unknown> = {}
    for (let level = 0, at = deep; level < 100_000; level += 1) at = (at.next = {}) as typeof deep
    expect(await codeOf(test, 'account.create', { name: deep })).toBe('bad_arguments')
    expect(await codeOf(test, 'account.create', { name: 'A', fields: deep })).toBe('answered')
    const huge = 'x'.repeat(20_000_000)
    expect(await codeOf(test, 'account.create', { name: huge })).toBe('bad_arguments')
    expect(await codeOf(test, 'search.find', { text: huge })).toBe('bad_arguments')
    expect(await codeOf(test, 'note.create', { accountId: huge, body: '' })).toBe('bad_arguments')
  })

  it('does not reach the prototype of anything', async () => {
    const test = open()
    const args = JSON.parse('{"name":"A","__proto__":{"isReference":1},"constructor":{"x":1}}')
    expect(await codeOf(test, 'account.create', args)).toBe('answered')
    expect(await test.store.account.all()).toMatchObject([{ name: 'A', isReference: 0 }])
    expect(({} as { isReference?: number }).isReference).toBe(undefined)
  })

  it(`by any words as arguments never ends in an internal error (seed ${seed})`, async () => {
    const test = open()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, args) => {
        if (name === 'demo.make') return
        expect(await codeOf(test, name, args)).not.toBe('internal')
      }),
      { seed, numRuns: 400 },
    )
  })

  it('in SQL stays text', async () => {
    const test = open()
    const name = `'); DROP TABLE account; --`
    const id = await test.store.account.create({ name })
    expect(await test.store.account.byId({ id })).toMatchObject({ name })
    expect(await test.store.account.byId({ id: `' OR 1=1 --` })).toBe(null)
  })
})

describe('an answer', () => {
  it('of a query says what its value depends on', async () => {
    const test = open()
    const [list] = await send(test, {
      id: 1,
      operation: 'seat.byAccount',
      args: { accountId: 'a' },
    })
    const patch = { table: 'seat', column: 'accountId', value: 'a' }
    expect(list).toEqual({ id: 1, value: [], reads: { tables: ['seat'], patch } })
    const [all] = await send(test, { id: 2, operation: 'account.all', args: {} })
    expect(all).toEqual({ id: 2, value: [], reads: { tables: ['account'] } })
  })

  it('of a refusal carries the code and nothing that was typed', async () => {
    const test = open()
    const [answer] = await send(test, {
      id: 3,
      operation: 'account.create',
      args: { name: 'Secret plan', currency: 'Secret plan' },
    })
    expect(JSON.stringify(answer)).not.toContain('Secret plan')
    expect(answer).toMatchObject({ id: 3, error: { code: 'bad_arguments' } })
  })

  it('of a long action comes after its progress, and a cancelled one leaves nothing', async () => {
    const test = open()
    const answers: Response[] = []
    const port = {
      postMessage(message: unknown) {
        answers.push(message as Response)
        if ('progress' in (message as Response)) void test.opened.handle(port, { cancel: 1 })
      },
    }
    await test.opened.handle(port, { id: 1, operation: 'demo.make', args: { size: 'usual' } })
    expect(answers.some((answer) => 'progress' in answer)).toBe(true)
    expect(answers.at(-1)).toMatchObject({ id: 1, error: { code: 'cancelled' } })
    expect(await test.store.account.all()).toEqual([])
  })
})
