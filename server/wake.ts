import type { WebSocket } from 'ws'

import type { Database } from './database/database'

/** One notice between nodes: which buckets moved, whose access changed, whose device is to end. */
interface Notice {
  readonly ws: number
  readonly buckets?: readonly string[]
  readonly members?: readonly string[]
  readonly devices?: readonly string[]
}

interface Listener {
  readonly socket: WebSocket
  readonly ws: number
  readonly member: string
  readonly device: string
}

const channel = 'jetway_wake'
const coalesceMs = 50
const pingMs = 25_000
/** PostgreSQL takes notices of up to 8,000 bytes. */
const maxBucketsPerNotice = 100
const maxSocketsPerNode = 10_000

/**
 * Tells devices that something moved. Notices are gathered for 50 ms and sent outside of every data
 * transaction, as NOTIFY takes a lock over the whole cluster at commit. A lost notice is harmless:
 * devices poll.
 */
export class WakeHub {
  private readonly listeners = new Set<Listener>()
  private readonly moved = new Map<number, Set<string>>()
  private readonly changed = new Map<number, Set<string>>()
  private readonly ended = new Map<number, Set<string>>()
  private timer: NodeJS.Timeout | null = null
  private pinger: NodeJS.Timeout | null = null

  constructor(
    private readonly database: Database,
    private readonly report: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    await this.database.listen(channel, (payload) => {
      this.hear(JSON.parse(payload) as Notice).catch(this.report)
    })
    this.pinger = setInterval(() => {
      for (const { socket } of this.listeners) socket.ping()
    }, pingMs)
    this.pinger.unref()
  }

  get size(): number {
    return this.listeners.size
  }

  /** False when this node is full; the device polls instead. */
  add(socket: WebSocket, who: { ws: number; member: string; device: string }): boolean {
    if (this.listeners.size >= maxSocketsPerNode) return false
    const listener = { socket, ...who }
    this.listeners.add(listener)
    socket.on('close', () => this.listeners.delete(listener))
    socket.on('error', () => this.listeners.delete(listener))
    return true
  }

  announce(notice: Notice): void {
    gather(this.moved, notice.ws, notice.buckets)
    gather(this.changed, notice.ws, notice.members)
    gather(this.ended, notice.ws, notice.devices)
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.flush().catch(this.report)
    }, coalesceMs)
  }

  async stop(): Promise<void> {
    if (this.pinger) clearInterval(this.pinger)
    if (this.timer) {
      clearTimeout(this.timer)
      await this.flush().catch(this.report)
    }
    for (const { socket } of this.listeners) socket.close(1001)
  }

  private async flush(): Promise<void> {
    const notices: Notice[] = []
    for (const [ws, buckets] of this.moved)
      for (const part of split([...buckets])) notices.push({ ws, buckets: part })
    for (const [ws, members] of this.changed)
      for (const part of split([...members])) notices.push({ ws, members: part })
    for (const [ws, devices] of this.ended)
      for (const part of split([...devices])) notices.push({ ws, devices: part })
    this.moved.clear()
    this.changed.clear()
    this.ended.clear()
    for (const notice of notices)
      await this.database.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(notice)])
  }

  private async hear(notice: Notice): Promise<void> {
    const here = [...this.listeners].filter((listener) => listener.ws === notice.ws)
    if (here.length === 0) return
    for (const listener of here) {
      if (notice.devices?.includes(listener.device)) listener.socket.close(4001)
      if (notice.members?.includes(listener.member)) send(listener, { t: 'access' })
    }
    if (notice.buckets === undefined) return
    const entitled = await this.database.query<{ member: string; bucket: string }>(
      'SELECT member, bucket FROM bucket_access WHERE ws = $1 AND bucket = ANY($2)',
      [notice.ws, notice.buckets],
    )
    for (const listener of here) {
      const mine = entitled.filter((row) => row.member === listener.member)
      if (mine.length > 0) send(listener, { t: 'wake', b: mine.map((row) => row.bucket) })
    }
  }
}

function gather(
  into: Map<number, Set<string>>,
  ws: number,
  names: readonly string[] | undefined,
): void {
  if (names === undefined || names.length === 0) return
  const set = into.get(ws) ?? new Set()
  for (const name of names) set.add(name)
  into.set(ws, set)
}

function split(names: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = []
  for (let i = 0; i < names.length; i += maxBucketsPerNotice)
    parts.push(names.slice(i, i + maxBucketsPerNotice))
  return parts
}

function send({ socket }: Listener, message: object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
}
