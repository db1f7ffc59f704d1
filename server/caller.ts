import type { MemberRole } from './access'

/** Who is asking, as read from the token and the database in this request. */
export interface Caller {
  readonly ws: number
  readonly member: string
  readonly role: MemberRole
  readonly device: string
}
