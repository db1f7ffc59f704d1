import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import {
  buildCancelAll,
  buildCancelOne,
  buildPublish,
  buildRequest,
} from '../../../../../db/formats/itip/calendar'
import type { Invitation } from '../../../../../db/formats/itip/invitation'
import { languages } from '../../../../../db/terms'
import { generateVisits, zones } from './generated-visits'
import { sentAtMs } from './invitation-fixtures'

const seed = 20261121
const visits = generateVisits(500, seed)
const cases = visits.flatMap((visit, number) => {
  const language = languages[number % languages.length]!
  return [
    buildRequest(visit, language, sentAtMs),
    buildCancelAll(visit, language, sentAtMs),
    buildCancelOne(visit, visit.invitees[0]!, language, sentAtMs),
    buildPublish(visit, language, sentAtMs),
  ].map((text) => ({ text, startAtMs: visit.startAtMs, endAtMs: visit.endAtMs, visit }))
})

describe(`500 generated visits in ${zones.length} zones (seed ${seed})`, () => {
  it('parse in ical.js with every property known, and name the instants that were meant', () => {
    expect(cases.map(checkWithIcalJs).filter(Boolean)).toEqual([])
  })

  it('parse in parsers not written in JavaScript, without error, warning or a broken restriction', () => {
    const script = fileURLToPath(new URL('./check-calendars.py', import.meta.url))
    const input = cases.map(({ text, startAtMs, endAtMs }) =>
      JSON.stringify({ text, startAtMs, endAtMs }),
    )
    const run = spawnSync('/usr/bin/python3', [script], {
      input: input.join('\n'),
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    })
    const report = run.status === 0 ? (JSON.parse(run.stdout) as Report) : null
    if (!report || report.parsers.length === 0) {
      console.log(
        'Not checked with a second parser: install the Debian packages python3-icalendar, python3-gi and gir1.2-ical-3.0.',
        run.stderr ?? run.error?.message ?? '',
      )
      return
    }
    if (report.parsers.length < 2) {
      console.log(
        `Only ${report.parsers.join()} was found; Debian has python3-icalendar and gir1.2-ical-3.0.`,
      )
    }
    expect(report).toEqual({ parsers: report.parsers, count: cases.length, problems: [] })
  })
})

interface Report {
  readonly parsers: readonly string[]
  readonly count: number
  readonly problems: readonly string[]
}

function checkWithIcalJs({ text, visit }: { text: string; visit: Invitation }): string | null {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const unknown = [calendar, ...calendar.getAllSubcomponents()]
    .flatMap((part) => part.getAllProperties())
    .filter((property) => property.type === 'unknown')
  if (unknown.length > 0) return `unknown ${unknown.map(({ name }) => name).join()}`
  const event = calendar.getFirstSubcomponent('vevent')!
  const block = calendar.getFirstSubcomponent('vtimezone')
  for (const [name, wanted] of [
    ['dtstart', visit.startAtMs],
    ['dtend', visit.endAtMs],
  ] as const) {
    const time = event.getFirstPropertyValue(name) as ICAL.Time
    const isUtc = time.zone === ICAL.Timezone.utcTimezone
    const zone = isUtc ? ICAL.Timezone.utcTimezone : new ICAL.Timezone(block!)
    const local = Date.parse(`${time.toString().replace(/Z$/, '')}Z`)
    const ms = local - zone.utcOffset(time) * 1000
    if (ms !== wanted)
      return `${visit.zone} ${name} ${time.toString()}: ${(ms - wanted) / 60_000} minutes off`
  }
  return null
}
