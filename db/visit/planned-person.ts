import type { BuyingRole, SeatLevel, Stance } from '../terms'

/** What the planning of a visit knows of a stakeholder. */
export interface PlannedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly status: 'active' | 'left'
  readonly isOptedOut: boolean
  readonly isTopFive: boolean
  readonly stance: Stance
  readonly roles: readonly BuyingRole[]
  /** Where the person sits; 'unknown' and '' where nobody said. */
  readonly level: SeatLevel
  readonly department: string
  readonly title: string
  readonly needs: string
}

/** Whether this is somebody who sells for us inside (standards 3: champion, by stance or by role). */
export function isChampion(person: Pick<PlannedPerson, 'stance' | 'roles'>): boolean {
  return person.stance === 'champion' || person.roles.includes('champion')
}
