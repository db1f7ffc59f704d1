import { describe, expect, it } from 'vitest'
import type { SentInvitation } from '../../../../../db/formats/itip/answers'
import { applyOutcome, judgeAnswer } from '../../../../../db/formats/itip/answers'
import type { ReadAnswer } from '../../../../../db/formats/itip/reply-file'
import { readAnswerFile } from '../../../../../db/formats/itip/reply-file'

const uid = '0198c2a6-6d1e-7000-8000-000000000001@jetway.example'
const jan = {
  id: 'jan',
  name: 'Jan',
  addresses: ['jan@acme.example', 'jan.k@acme.example'],
  partstat: 'NEEDS-ACTION',
  askedSequence: 1,
  answered: null,
} as const
const anna = {
  id: 'anna',
  name: 'Anna',
  addresses: ['anna@acme.example'],
  partstat: 'NEEDS-ACTION',
  askedSequence: 1,
  answered: null,
} as const
const sent: SentInvitation = {
  uid,
  sequence: 2,
  organizer: 'eva@vendor.example',
  attendees: [jan, anna],
}

interface Reply {
  readonly attendee?: string
  readonly sequence?: number
  readonly stamp?: string
  readonly uid?: string
  readonly method?: string
  readonly more?: readonly string[]
}

function writeReply({
  attendee = 'PARTSTAT=ACCEPTED:mailto:jan@acme.example',
  sequence = 2,
  stamp = '20260301T100000Z',
  method = 'REPLY',
  more = [],
  ...rest
}: Reply): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Other//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${rest.uid ?? uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    'ORGANIZER:MAILTO:Eva@Vendor.example',
    `ATTENDEE;${attendee}`,
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

async function read(reply: Reply, from?: string): Promise<ReadAnswer> {
  const ics = writeReply(reply)
  const file =
    from === undefined
      ? ics
      : [
          `From: ${from}`,
          'To: eva@vendor.example',
          'Subject: Re',
          'MIME-Version: 1.0',
          'Content-Type: text/calendar; method=REPLY; charset=UTF-8',
          '',
          ics,
        ].join('\r\n')
  const answers = await readAnswerFile(new TextEncoder().encode(file))
  expect(answers).toHaveLength(1)
  return answers[0]!
}

describe('an answer', () => {
  it('sets the one who gave it, by any of the person’s addresses and in any case', async () => {
    const answer = await read({
      attendee: 'PARTSTAT=DECLINED;CN="K, J":mailto:JAN.K@ACME.example',
      more: ['COMMENT:Sorry\\, on leave'],
    })
    const outcome = judgeAnswer(sent, answer)
    expect(outcome).toEqual({
      kind: 'applied',
      attendeeId: 'jan',
      next: {
        partstat: 'DECLINED',
        answered: { sequence: 2, dtstampMs: Date.UTC(2026, 2, 1, 10) },
        comment: 'Sorry, on leave',
        delegatedTo: null,
        sentBy: null,
      },
      delegate: null,
      proof: 'no_sender',
    })
    expect(applyOutcome(sent, outcome).attendees).toEqual([
      {
        ...jan,
        partstat: 'DECLINED',
        answered: { sequence: 2, dtstampMs: Date.UTC(2026, 2, 1, 10) },
      },
      anna,
    ])
  })

  it('counts in the order SEQUENCE, then DTSTAMP, however the files come in', async () => {
    const replies: Reply[] = [
      {
        sequence: 1,
        stamp: '20260301T100000Z',
        attendee: 'PARTSTAT=ACCEPTED:mailto:jan@acme.example',
      },
      {
        sequence: 1,
        stamp: '20260303T100000Z',
        attendee: 'PARTSTAT=TENTATIVE:mailto:jan@acme.example',
      },
      {
        sequence: 2,
        stamp: '20260302T100000Z',
        attendee: 'PARTSTAT=DECLINED:mailto:jan@acme.example',
      },
    ]
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    for (const order of orders) {
      let state = sent
      for (const index of order)
        state = applyOutcome(state, judgeAnswer(state, await read(replies[index]!)))
      expect(state.attendees.map(({ partstat }) => partstat)).toEqual(['DECLINED', 'NEEDS-ACTION'])
    }
  })

  it('that was overtaken is stale, and the same one twice is repeated', async () => {
    const first = await read({ stamp: '20260302T100000Z' })
    const state = applyOutcome(sent, judgeAnswer(sent, first))
    expect(judgeAnswer(state, first)).toEqual({ kind: 'repeated', attendeeId: 'jan' })
    const older = await read({
      stamp: '20260301T100000Z',
      attendee: 'PARTSTAT=DECLINED:mailto:jan@acme.example',
    })
    expect(judgeAnswer(state, older)).toEqual({ kind: 'stale', attendeeId: 'jan' })
  })

  it('to a version before the last reschedule is shown and changes nothing', async () => {
    const outcome = judgeAnswer(sent, await read({ sequence: 0 }))
    expect(outcome).toEqual({ kind: 'earlier_version', attendeeId: 'jan', partstat: 'ACCEPTED' })
    expect(applyOutcome(sent, outcome)).toBe(sent)
  })

  it('to the version that asked still counts after a change of details', async () => {
    expect(judgeAnswer(sent, await read({ sequence: 1 })).kind).toBe('applied')
  })

  it('handed on to a colleague marks the giver and names the colleague, known or not', async () => {
    const toAnna = await read({
      attendee:
        'PARTSTAT=DELEGATED;DELEGATED-TO="mailto:anna@acme.example":mailto:jan@acme.example',
    })
    expect(judgeAnswer(sent, toAnna)).toMatchObject({
      attendeeId: 'jan',
      next: { partstat: 'DELEGATED', delegatedTo: 'anna@acme.example' },
      delegate: { address: 'anna@acme.example', knownId: 'anna' },
    })
    const toNew = await read({
      attendee: 'PARTSTAT=DELEGATED;DELEGATED-TO="MAILTO:new@acme.example":mailto:jan@acme.example',
    })
    expect(judgeAnswer(sent, toNew)).toMatchObject({
      delegate: { address: 'new@acme.example', knownId: null },
    })
  })

  it('from somebody it was handed on to is a new person with the giver named', async () => {
    const answer = await read({
      attendee:
        'PARTSTAT=ACCEPTED;CN=New One;DELEGATED-FROM="mailto:jan@acme.example":mailto:new@acme.example',
    })
    expect(judgeAnswer(sent, answer)).toEqual({
      kind: 'unknown_replier',
      person: { name: 'New One', address: 'new@acme.example' },
      partstat: 'ACCEPTED',
      delegatedFromId: 'jan',
      proof: 'no_sender',
    })
  })

  it('from a stranger is offered as a new stakeholder and changes nobody', async () => {
    const outcome = judgeAnswer(
      sent,
      await read({ attendee: 'PARTSTAT=ACCEPTED;CN=Eve:mailto:eve@acme.example' }),
    )
    expect(outcome).toMatchObject({
      kind: 'unknown_replier',
      person: { name: 'Eve' },
      delegatedFromId: null,
    })
    expect(applyOutcome(sent, outcome)).toBe(sent)
  })

  it('by mail from another address than it speaks for changes nobody (RFC 6047)', async () => {
    const outcome = judgeAnswer(sent, await read({}, 'Mallory <mallory@evil.example>'))
    expect(outcome).toEqual({
      kind: 'wrong_sender',
      speaksFor: 'jan@acme.example',
      sender: 'mallory@evil.example',
    })
    expect(applyOutcome(sent, outcome)).toBe(sent)
  })

  it('by mail from the person or the named assistant says how far it is proved', async () => {
    expect(judgeAnswer(sent, await read({}, 'Jan <JAN@acme.example>'))).toMatchObject({
      proof: 'same_sender',
    })
    const byAssistant = await read(
      { attendee: 'PARTSTAT=ACCEPTED;SENT-BY="mailto:pa@acme.example":mailto:jan@acme.example' },
      'pa@acme.example',
    )
    expect(judgeAnswer(sent, byAssistant)).toMatchObject({
      proof: 'by_assistant',
      next: { sentBy: 'pa@acme.example' },
    })
  })

  it('to another meeting is told apart', async () => {
    expect(judgeAnswer(sent, await read({ uid: 'other@x.example' }))).toEqual({
      kind: 'other_meeting',
      uid: 'other@x.example',
    })
  })

  it('with another time proposed shows the time and changes nobody', async () => {
    const counter = await read({
      method: 'COUNTER',
      more: ['DTSTART;TZID=Europe/Warsaw:20260313T090000', 'DURATION:PT2H', 'COMMENT:Friday?'],
    })
    const outcome = judgeAnswer(sent, counter)
    expect(outcome).toEqual({
      kind: 'proposal',
      attendeeId: 'jan',
      startAtMs: Date.UTC(2026, 2, 13, 8),
      endAtMs: Date.UTC(2026, 2, 13, 10),
      comment: 'Friday?',
    })
    expect(applyOutcome(sent, outcome)).toBe(sent)
  })

  it('inside a forwarded mail is found once, with the sender of the inner mail', async () => {
    const inner = [
      'From: Jan <jan@acme.example>',
      'To: eva@vendor.example',
      'Subject: Accepted',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=in',
      '',
      '--in',
      'Content-Type: text/calendar; method=REPLY',
      '',
      writeReply({}),
      '--in',
      'Content-Type: application/ics; name=reply.ics',
      'Content-Disposition: attachment; filename=reply.ics',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(writeReply({})).toString('base64'),
      '--in--',
      '',
    ].join('\r\n')
    const outer = [
      'From: Boss <boss@vendor.example>',
      'To: eva@vendor.example',
      'Subject: Fwd',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=out',
      '',
      '--out',
      'Content-Type: text/plain',
      '',
      'see below',
      '--out',
      'Content-Type: message/rfc822',
      '',
      inner,
      '--out--',
      '',
    ].join('\r\n')
    const answers = await readAnswerFile(new TextEncoder().encode(outer))
    expect(answers.map((answer) => judgeAnswer(sent, answer))).toMatchObject([
      { kind: 'applied', attendeeId: 'jan', proof: 'same_sender' },
    ])
  })

  it('survives a broken line that an answer does not need', async () => {
    expect(
      judgeAnswer(
        sent,
        await read({ more: ['DTEND:19970701T1300Z', 'X-BAD;;=:"', 'no colon here'] }),
      ),
    ).toMatchObject({ kind: 'applied' })
  })

  it('with a hostile time zone does not keep the computer busy', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Evil',
      'BEGIN:STANDARD',
      'DTSTART:19000101T000000',
      'RRULE:FREQ=SECONDLY',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+0000',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n')
    const text = writeReply({
      method: 'COUNTER',
      more: ['DTSTART;TZID=Evil:20260313T090000'],
    }).replace('BEGIN:VEVENT', `${zone}\r\nBEGIN:VEVENT`)
    const [answer] = await readAnswerFile(new TextEncoder().encode(text))
    expect(judgeAnswer(sent, answer!)).toMatchObject({ kind: 'proposal', startAtMs: null })
  })
})
