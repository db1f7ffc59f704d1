import ICAL from 'ical.js'
import { DateTime, IANAZone } from 'luxon'
import { tzlib_get_ical_block } from 'timezones-ical-library'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** How far before and after the meeting the zone's rules must be right. */
const marginMs = 400 * dayMs

/**
 * The VTIMEZONE component of a zone, right from 400 days before `fromMs` to 400 days after `toMs`.
 *
 * The library's block (short, with yearly rules) is taken where it says the same as the zone data the
 * app itself computes with; where it does not, the block is written from the app's own data, so that
 * a file never names another instant than the screen showed.
 */
export function buildVtimezone(zone: string, fromMs: number, toMs: number): ICAL.Component {
  const changes = listOffsetChanges(zone, fromMs - marginMs, toMs + marginMs)
  const block = readLibraryBlock(zone)
  if (block && agrees(block, zone, changes, fromMs, toMs)) return block
  return writeBlock(zone, fromMs - marginMs, changes)
}

/** A moment at which the zone's offset changes. */
interface OffsetChange {
  readonly atMs: number
  readonly fromMinutes: number
  readonly toMinutes: number
}

function listOffsetChanges(zone: string, fromMs: number, toMs: number): OffsetChange[] {
  const at = new IANAZone(zone)
  const changes: OffsetChange[] = []
  for (let ms = fromMs; ms < toMs; ms += 7 * dayMs) {
    let low = ms
    let high = Math.min(ms + 7 * dayMs, toMs)
    const before = at.offset(low)
    if (at.offset(high) === before) continue
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000
      if (middle <= low) break
      if (at.offset(middle) === before) low = middle
      else high = middle
    }
    const atMs = Math.round(high / 60_000) * 60_000
    changes.push({ atMs, fromMinutes: before, toMinutes: at.offset(atMs) })
  }
  return changes
}

function readLibraryBlock(zone: string): ICAL.Component | null {
  let text: string | undefined
  try {
    text = tzlib_get_ical_block(zone)[0]
  } catch {
    return null
  }
  if (!text?.startsWith('BEGIN:VTIMEZONE')) return null
  const block = new ICAL.Component(ICAL.parse(text))
  for (const name of ['x-lic-location', 'last-modified']) block.removeAllProperties(name)
  // The library answers with the newer name of a renamed zone; both must be the one in DTSTART.
  block.updatePropertyWithValue('tzid', zone)
  return block
}

function agrees(
  block: ICAL.Component,
  zone: string,
  changes: readonly OffsetChange[],
  fromMs: number,
  toMs: number,
): boolean {
  const theirs = new ICAL.Timezone(block)
  const probes = [
    fromMs - marginMs,
    fromMs,
    toMs,
    toMs + marginMs,
    ...changes.flatMap(({ atMs }) => [atMs - 4 * hourMs, atMs + 4 * hourMs]),
  ]
  return probes.every((ms) => {
    const local = DateTime.fromMillis(ms, { zone })
    const time = ICAL.Time.fromDateTimeString(local.toFormat("yyyy-LL-dd'T'HH:mm:ss"))
    return theirs.utcOffset(time) === local.offset * 60
  })
}

function writeBlock(
  zone: string,
  fromMs: number,
  changes: readonly OffsetChange[],
): ICAL.Component {
  const first = new IANAZone(zone).offset(fromMs)
  const lowest = Math.min(first, ...changes.map((change) => change.toMinutes))
  const block = new ICAL.Component('vtimezone')
  block.updatePropertyWithValue('tzid', zone)
  addObservance(block, 'standard', '1970-01-01T00:00:00', first, first)
  for (const { atMs, fromMinutes, toMinutes } of changes) {
    const kind = toMinutes > lowest ? 'daylight' : 'standard'
    const local = new Date(atMs + fromMinutes * 60_000).toISOString().slice(0, 19)
    addObservance(block, kind, local, fromMinutes, toMinutes)
  }
  return block
}

function addObservance(
  block: ICAL.Component,
  kind: 'standard' | 'daylight',
  local: string,
  fromMinutes: number,
  toMinutes: number,
): void {
  const observance = new ICAL.Component(kind)
  observance.updatePropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(local))
  observance.updatePropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(fromMinutes * 60))
  observance.updatePropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(toMinutes * 60))
  block.addSubcomponent(observance)
}
