import { IANAZone } from 'luxon'

/** Whether the zone is an IANA name that this machine knows. */
export function isKnownZone(zone: string): boolean {
  return /^[A-Za-z0-9_+\-/]+$/.test(zone) && IANAZone.isValidZone(zone)
}

/** Whether times of this zone are written as UTC (`...Z`) and need no VTIMEZONE. */
export function isUtcZone(zone: string): boolean {
  return /^(etc\/)?(utc|gmt|uct|zulu|universal|greenwich)$/i.test(zone)
}
