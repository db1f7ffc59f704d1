import type { Action } from './action'
import type { Command, Query } from './entity'
import { StoreError } from './errors'
import type { StoreErrorCode } from './errors'
import type { Reads, Request, Response } from './serve'
import type { Announcement } from './write'

export { StoreError }

/** A call of the store as the page sees it; `operation` is its name on the wire. */
export interface Call<A, V> {
  (...args: Record<string, never> extends A ? [args?: A] : [args: A]): Promise<V>
  readonly operation: string
}

/** A call that can be watched: `useLive(store.seat.byAccount, { accountId })`. */
export interface LiveCall<A, V> extends Call<A, V> {
  readonly live: true
}

/** The typed tree of calls that belongs to a tree of operations. */
export type Remote<T> = {
  readonly [K in keyof T]: T[K] extends Query<infer A, infer V>
    ? LiveCall<A, V>
    : T[K] extends Command<infer A, infer V>
      ? Call<A, V>
      : T[K] extends Action<infer A, infer V>
        ? Call<A, V>
        : Remote<T[K]>
}

export interface RemotePort {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  start(): void
  close(): void
}

export type StoreEvent =
  | { readonly kind: 'changed'; readonly announcement: Announcement }
  | { readonly kind: 'stale'; readonly tables: readonly string[] }
  /** A new port was attached: everything seen so far may be old. */
  | { readonly kind: 'attached' }

export interface StoreClient<T> {
  readonly store: Remote<T>
  /** Connects to the store process, again after it was restarted. */
  attach(port: RemotePort): void
  /** Runs a query and says what its value depends on. */
  read(operation: string, args: unknown): Promise<{ value: unknown; reads: Reads }>
  /** Runs a long action with progress; aborting the signal cancels it. */
  run<A, V>(
    call: Call<A, V>,
    args: A,
    options: { signal?: AbortSignal; onProgress?(done: number, total: number): void },
  ): Promise<V>
  listen(listener: (event: StoreEvent) => void): () => void
  /** Calls that are not answered yet. */
  waiting(): number
}

interface Pending {
  readonly request: { id: number; operation: string; args: unknown }
  readonly isRepeatable: boolean
  resolve(response: { value: unknown; reads?: Reads }): void
  reject(error: Error): void
  onProgress?(done: number, total: number): void
}

/**
 * The page's end of the port. Calls made before a port is attached wait for it. When a port is
 * replaced, reads are asked again and writes that were not answered fail with `store_gone`: they
 * may or may not have been saved, and the live queries show which.
 */
export function createStoreClient<T>(): StoreClient<T> {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(event: StoreEvent) => void>()
  let port: RemotePort | null = null
  let lastId = 0

  function post(message: Request): void {
    port?.postMessage(message)
  }

  function send(
    operation: string,
    args: unknown,
    options: { isRepeatable: boolean; onProgress?(done: number, total: number): void },
  ): { id: number; answer: Promise<{ value: unknown; reads?: Reads }> } {
    const id = ++lastId
    const request = { id, operation, args }
    const answer = new Promise<{ value: unknown; reads?: Reads }>((resolve, reject) => {
      pending.set(id, { request, resolve, reject, ...options })
    })
    post(request)
    return { id, answer }
  }

  function receive(message: Response): void {
    if ('changed' in message) return emit({ kind: 'changed', announcement: message.changed })
    if ('stale' in message) return emit({ kind: 'stale', tables: message.stale })
    if ('progress' in message) {
      pending.get(message.progress)?.onProgress?.(message.done, message.total)
      return
    }
    const call = pending.get(message.id)
    if (!call) return
    pending.delete(message.id)
    if ('error' in message) {
      const { code, fields } = message.error
      call.reject(new StoreError(code as StoreErrorCode, fields as Record<string, string>))
    } else call.resolve(message)
  }

  function emit(event: StoreEvent): void {
    for (const listener of listeners) listener(event)
  }

  return {
    store: callTree((operation, args) =>
      send(operation, args, { isRepeatable: false }).answer.then((answer) => answer.value),
    ) as Remote<T>,
    attach(next) {
      const isFirst = port === null
      port?.close()
      port = next
      next.addEventListener('message', (event) => receive(event.data as Response))
      next.start()
      for (const [id, call] of [...pending]) {
        if (isFirst || call.isRepeatable) post(call.request)
        else {
          pending.delete(id)
          call.reject(new StoreError('store_gone'))
        }
      }
      emit({ kind: 'attached' })
    },
    async read(operation, args) {
      const { value, reads } = await send(operation, args, { isRepeatable: true }).answer
      return { value, reads: reads ?? { tables: [] } }
    },
    async run(call, args, { signal, onProgress }) {
      const options = onProgress ? { onProgress } : {}
      const { id, answer } = send(call.operation, args, { isRepeatable: false, ...options })
      signal?.addEventListener('abort', () => post({ cancel: id }), { once: true })
      return (await answer).value as never
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    waiting: () => pending.size,
  }
}

type Caller = (operation: string, args: unknown) => Promise<unknown>

/** A proxy that turns `store.seat.move(args)` into the call 'seat.move'. */
function callTree(call: Caller, path = ''): unknown {
  const target = (args?: unknown) => call(path, args ?? {})
  const nodes = new Map<string, unknown>()
  return new Proxy(target, {
    get(_target, name) {
      if (typeof name !== 'string') return undefined
      if (name === 'operation') return path
      if (!nodes.has(name)) nodes.set(name, callTree(call, path === '' ? name : `${path}.${name}`))
      return nodes.get(name)
    },
  })
}
