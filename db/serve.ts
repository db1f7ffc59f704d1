import type { Action, StoreServices } from './action'
import type { Command, Query } from './entity'
import { StoreError, toStoreError } from './errors'
import type { Announcement } from './write'

/** The half of a MessagePort that both ends need. */
export interface Port {
  postMessage(message: unknown): void
}

export type Operation = Command | Query | Action
export interface OperationTree {
  readonly [name: string]: Operation | OperationTree
}

export type Request =
  | { readonly id: number; readonly operation: string; readonly args: unknown }
  | { readonly cancel: number }

/** What a live query depends on, sent with its value. */
export interface Reads {
  readonly tables: readonly string[]
  readonly patch?: { readonly table: string; readonly column: string; readonly value: unknown }
}

export type Response =
  | { readonly id: number; readonly value: unknown; readonly reads?: Reads }
  | { readonly id: number; readonly error: { code: string; fields: Record<string, unknown> } }
  | { readonly progress: number; readonly done: number; readonly total: number }
  | { readonly changed: Announcement }
  /** Tables that changed too much to send; live queries over them ask again. */
  | { readonly stale: readonly string[] }

/** More changed rows than this in one commit are announced as 'ask again'. */
const announcedRowsMax = 400

export interface Server {
  /** Answers one request; the returned promise settles when the answer was posted. */
  handle(port: Port, request: Request): Promise<void>
  /** Tells every window which rows changed. */
  announce(ports: Iterable<Port>, announcement: Announcement): void
}

/**
 * Serves an operation tree over ports: parses arguments by the operation's own schema, runs it and
 * answers with a value or an error of the closed list. `settled` is awaited before a write is
 * acknowledged (the mirror's fsync).
 */
export function createServer(
  tree: OperationTree,
  services: StoreServices,
  settled: () => Promise<void>,
): Server {
  const operations = flattenTree(tree)
  const running = new Map<string, AbortController>()
  const portIds = new WeakMap<Port, number>()
  let lastPortId = 0

  function keyOf(port: Port, id: number): string {
    if (!portIds.has(port)) portIds.set(port, ++lastPortId)
    return `${portIds.get(port)}:${id}`
  }

  async function answer(port: Port, id: number, name: string, rawArgs: unknown): Promise<Response> {
    const operation = operations.get(name)
    if (!operation) throw new StoreError('unknown_operation', { what: String(name).slice(0, 80) })
    const parsed = operation.schema.safeParse(rawArgs ?? {})
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const what = `${name}: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`
      throw new StoreError('bad_arguments', { what })
    }
    const args = parsed.data as never
    switch (operation.kind) {
      case 'query': {
        const value = operation.run(services.db.read, args, { nowMs: services.nowMs() })
        const { tables, patch } = operation.reads
        return patch
          ? { id, value, reads: { tables, patch: { ...patch, value: patch.value(args) } } }
          : { id, value, reads: { tables } }
      }
      case 'command': {
        const value = services.door.run(name, operation, args)
        await settled()
        return { id, value }
      }
      case 'action': {
        const controller = new AbortController()
        const key = keyOf(port, id)
        running.set(key, controller)
        try {
          const progress = (done: number, total: number) =>
            port.postMessage({ progress: id, done, total } satisfies Response)
          const context = { signal: controller.signal, progress }
          const value = await operation.run(services, args, context)
          await settled()
          return { id, value }
        } finally {
          running.delete(key)
        }
      }
    }
  }

  return {
    async handle(port, request) {
      if (!isRequest(request)) return
      if ('cancel' in request) {
        running.get(keyOf(port, request.cancel))?.abort()
        return
      }
      try {
        port.postMessage(await answer(port, request.id, request.operation, request.args))
      } catch (thrown) {
        const error = toStoreError(thrown)
        if (error.code === 'internal') console.error(`store: ${request.operation}`, thrown)
        const { code, fields } = error
        port.postMessage({ id: request.id, error: { code, fields } } satisfies Response)
      }
    },
    announce(ports, announcement) {
      const count = Object.values(announcement).reduce(
        (sum, { rows, removed }) => sum + rows.length + removed.length,
        0,
      )
      const message: Response =
        count > announcedRowsMax ? { stale: Object.keys(announcement) } : { changed: announcement }
      for (const port of ports) port.postMessage(message)
    },
  }
}

/** A message without a number cannot be answered; it is let go. */
function isRequest(message: unknown): message is Request {
  if (typeof message !== 'object' || message === null) return false
  return 'cancel' in message || typeof (message as { id?: unknown }).id === 'number'
}

function flattenTree(tree: OperationTree, prefix = ''): Map<string, Operation> {
  const flat = new Map<string, Operation>()
  for (const [name, node] of Object.entries(tree)) {
    const path = prefix === '' ? name : `${prefix}.${name}`
    if (isOperation(node)) flat.set(path, node)
    else for (const [inner, operation] of flattenTree(node, path)) flat.set(inner, operation)
  }
  return flat
}

function isOperation(node: Operation | OperationTree): node is Operation {
  return typeof node.kind === 'string'
}
