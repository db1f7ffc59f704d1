import type { StopReason, Trouble } from '../../sync/session'
import type { SyncDoor } from './door'

/** Somebody else who has the same account open. */
export interface Present {
  readonly accountId: string
  readonly memberId: string
}

/** How the conversation with the server stands; nothing of it is kept. */
export interface LinkStatus {
  readonly isTalking: boolean
  readonly trouble: Trouble | null
  readonly stopped: StopReason | null
  readonly retryAtMs: number | null
  /** Wall clock of this laptop minus the server's, when they differ by more than a minute. */
  readonly clockOffMs: number
  readonly present: readonly Present[]
}

/** What an invited colleague may do. */
export type InvitedRole = 'rep' | 'manager' | 'admin'

/** The driver of the link, in the process that owns the store. */
export interface SyncControl {
  status(): LinkStatus
  /** Joins the workspace of an invitation link. @throws StoreError */
  enrol(invitation: string, deviceName: string): Promise<void>
  /** Makes an invitation link for a colleague; an administrator only. @throws StoreError */
  invite(name: string, role: InvitedRole): Promise<string>
  /** Ends the link; every row stays on this device. */
  leave(): Promise<void>
  /** Asks the server now: the network is back, the laptop woke up, the user wants it. */
  wake(): void
  /** The account on the screen; null = none. */
  look(accountId: string | null): void
  /** What the server remembers of a row; null when it cannot be asked. */
  history(tbl: string, id: string): Promise<readonly ServerChange[] | null>
}

/** One change of a row as the server remembers it. */
export interface ServerChange {
  readonly member: string | null
  readonly kind: string
  readonly body: unknown
  readonly prev: unknown
  readonly outcome: string
  readonly atMs: number
}

/** What actions of the store may use of sync. */
export interface SyncServices {
  readonly door: SyncDoor
  /** Null where this workspace cannot be linked (the demo). */
  control(): SyncControl | null
}
