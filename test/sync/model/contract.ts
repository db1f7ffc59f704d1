import type { Change, GroupValues } from '../../../sync/change'
import type { FeedRow } from '../../../sync/row'

/** Who a device is to the authority. */
export interface DeviceIdentity {
  readonly device: string
  readonly user: string
  readonly node: string
}

/** What came back: status and text as they would travel. */
export interface Reply {
  readonly status: number
  readonly body: string
}

/** One operation in the authority's history, as the oracles need it. */
export interface HistoryEntry {
  readonly device: string
  readonly n: number
  readonly seq: number | null
  readonly outcome: string
  /** Why it was set aside; null when it was not. */
  readonly reason: string | null
  /** Base the operation came with in the end; a restored server lowers it (SPEC E2). */
  readonly base: number
}

/**
 * The side that orders the changes. The reference one lives in memory; the real server is plugged in
 * here. Messages are texts, so that parsing is part of every test.
 */
export interface Authority {
  /** Name of the order of changes; another one after a restore (SPEC E1). */
  readonly epoch: string
  enrol(user: string): Promise<DeviceIdentity>
  push(device: DeviceIdentity, body: string, clientNowMs: number): Promise<Reply>
  pull(device: DeviceIdentity, body: string): Promise<Reply>
  hello?(device: DeviceIdentity, body: string): Promise<Reply>
  /** Everything below is for the oracles and sees the whole store. */
  rows(): Promise<readonly FeedRow[]>
  history(): Promise<readonly HistoryEntry[]>
  /** Keeps a copy; what it gives puts the copy back, as after a restore: a new epoch begins. */
  backup?(): Promise<() => Promise<void>>
  close(): Promise<void>
}

/** A local command of the user, in terms of rows. The replica makes operations of it. */
export type Write =
  | {
      readonly k: 'I'
      readonly tbl: string
      readonly id: string
      readonly b: string
      readonly set: Groups
    }
  | { readonly k: 'U'; readonly tbl: string; readonly id: string; readonly set: Groups }
  | { readonly k: 'D'; readonly tbl: string; readonly id: string }
  | {
      readonly k: 'T'
      readonly tbl: string
      readonly id: string
      readonly column: string
      readonly text: string
    }

type Groups = Readonly<Record<string, GroupValues>>

/** A device. The reference one lives in memory; the real store is plugged in here. */
export interface Replica {
  readonly identity: DeviceIdentity
  /** One local transaction; gives the operations it put into the outbox. */
  write(writes: readonly Write[], nowMs: number): Promise<readonly Change[]>
  /** Rows as the user sees them, without deleted ones. */
  rows(): Promise<readonly FeedRow[]>
  row(tbl: string, id: string): Promise<FeedRow | null>
  pending(): Promise<readonly Change[]>
  /** Body of the next push; null when the outbox is empty. */
  pushBody(maxOps: number): Promise<string | null>
  acceptPush(reply: Reply): Promise<void>
  pullBody(limitRows: number): Promise<string>
  /** Gives whether more pages wait. */
  acceptPull(reply: Reply): Promise<boolean>
  helloBody?(): Promise<string>
  /** Follows a server that began a new epoch; may log rows again (SPEC E2, E3). */
  acceptHello?(reply: Reply): Promise<void>
  /** Sequence of every row held, deleted ones included, to see that none goes back. */
  seqs(): Promise<ReadonlyMap<string, number>>
  /** Dies at the k-th statement of what follows, by throwing `CrashError`; 0 disarms. */
  armCrash(statements: number): void
  /** Comes back with what was committed. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Thrown by a replica whose power was cut. */
export class CrashError extends Error {
  readonly isCrash = true
}

/** Makes the sides of a history; `tag` tells histories of one run apart. */
export interface World {
  makeAuthority(tag: string): Promise<Authority>
  makeReplica(
    authority: Authority,
    identity: DeviceIdentity,
    random: () => number,
  ): Promise<Replica>
}
