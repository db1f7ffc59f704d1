import type { RegisterStamp } from './row'

type Fields = Readonly<Record<string, RegisterStamp>>

/**
 * The write on a register that an editor had not seen: by another device, after the sequence the
 * editor based on (SPEC M1). Of several the latest by time, then by device.
 */
export function findUnseen(
  fields: Fields,
  field: string,
  base: number,
  device: string,
): RegisterStamp | undefined {
  return listStamps(fields, field)
    .map((key) => fields[key]!)
    .filter((stamp) => isUnseen(stamp, base, device))
    .sort((a, b) => (isStampLater(a, b) ? -1 : 1))[0]
}

/** The stamp shown for a register: its last write. */
export function latestStamp(fields: Fields, field: string): RegisterStamp | undefined {
  return listStamps(fields, field)
    .map((key) => fields[key]!)
    .sort((a, b) => b[0] - a[0])[0]
}

/** The register belongs to one write alone. */
export function takeRegister(
  fields: Record<string, RegisterStamp>,
  field: string,
  stamp: RegisterStamp,
): void {
  for (const key of listStamps(fields, field)) delete fields[key]
  fields[field] = stamp
}

/**
 * A write that stands beside unseen ones instead of replacing them: an equal value or a merged text.
 * What it had seen is covered by it; the rest stays, so that nobody passes over it later (SPEC M2).
 */
export function joinRegister(
  fields: Record<string, RegisterStamp>,
  field: string,
  stamp: RegisterStamp,
  base: number,
): void {
  for (const key of listStamps(fields, field))
    if (!isUnseen(fields[key]!, base, stamp[1])) delete fields[key]
  if (Object.hasOwn(fields, field)) fields[`${field}@${stamp[1]}`] = stamp
  else fields[field] = stamp
}

/** Order of two writes that did not see each other: time, then device (SPEC M3). */
export function isStampLater(a: RegisterStamp, b: RegisterStamp): boolean {
  return a[2] !== b[2] ? a[2] > b[2] : a[1] > b[1]
}

function isUnseen(stamp: RegisterStamp, base: number, device: string): boolean {
  return stamp[0] > base && stamp[1] !== device
}

function listStamps(fields: Fields, field: string): readonly string[] {
  return Object.keys(fields).filter((key) => key === field || key.startsWith(`${field}@`))
}
