import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { composeDraft, composeMail } from '../../../../../db/formats/itip/mail'
import { writeMailText } from '../../../../../db/formats/itip/mail-text'
import type { OutgoingMail, Sending } from '../../../../../db/formats/itip/send'
import {
  checkSending,
  composeDraftFiles,
  composeOwnCalendarFile,
  composeSending,
} from '../../../../../db/formats/itip/send'
import { readAnswerFile } from '../../../../../db/formats/itip/reply-file'
import { languages } from '../../../../../db/terms'
import { linesOf, makeInvitation, makeInvitee, sentAtMs } from './invitation-fixtures'
import type { MailSink, ReceivedMail } from './mail-servers'
import { sendTo, startDebianSink, startNpmSink } from './mail-servers'

const invitation = makeInvitation({
  sequence: 1,
  title: 'Pilot review; goals, "Q1" – Żółw',
  videoLink: 'https://meet.example/room?a=1&b=2',
  invitees: languages.map((language) =>
    makeInvitee({
      id: language,
      name: `Łucja ${language}`,
      address: `${language}@acme.example`,
      language,
    }),
  ),
})

function makeSending(changes: Partial<Sending> = {}): Sending {
  let count = 0
  const newId = () => `mail-${++count}`
  return {
    kind: 'invitation',
    invitation,
    to: invitation.invitees,
    sentAtMs,
    words: {},
    newId,
    ...changes,
  }
}

const servers: readonly { name: string; start(): Promise<MailSink | null> }[] = [
  { name: 'a server from the npm registry', start: startNpmSink },
  { name: 'a server from Debian', start: startDebianSink },
]

describe.each(servers)('a mail conversation with $name', ({ start }) => {
  it('delivers one mail a person, in their language, in the shape of standards 1', async () => {
    const sink = await start()
    if (!sink) return
    const mails = await composeSending(makeSending())
    await sendTo(sink.port, mails)
    await sink.close()
    expect(sink.received.map(({ from, to }) => [from, to])).toEqual(
      languages.map((language) => ['eva@vendor.example', [`${language}@acme.example`]]),
    )
    for (const [index, mail] of sink.received.entries()) {
      const shape = readShape(decode(mail))
      expect(shape).toEqual([
        'multipart/mixed',
        ' multipart/alternative',
        '  text/plain; charset=utf-8',
        '  text/html; charset=utf-8',
        '  text/calendar; charset=UTF-8; method=REQUEST; component=VEVENT',
        ' text/calendar; charset=UTF-8; method=REQUEST; component=VEVENT; name=invite.ics',
      ])
      const parsed = await PostalMime.parse(mail.bytes)
      const words = writeMailText('invitation', invitation, invitation.invitees[index]!)
      expect(parsed.subject).toBe(words.subject)
      expect(parsed.from).toEqual({ name: 'Eva Vendor', address: 'eva@vendor.example' })
      expect(parsed.to).toEqual([
        { name: `Łucja ${languages[index]}`, address: `${languages[index]}@acme.example` },
      ])
      expect(lines(parsed.text)).toEqual(lines(words.text))
      expect(lines(parsed.html)).toEqual(lines(words.html))
      const [inline, file] = decodeBase64Parts(decode(mail))
      expect(file).toBe(inline)
      expect(linesOf(file!, 'METHOD')).toEqual(['METHOD:REQUEST'])
      expect(linesOf(file!, 'ATTENDEE')).toHaveLength(languages.length + 1)
      expect(new Date(parsed.date!).getTime()).toBe(Math.floor(sentAtMs / 1000) * 1000)
      expect(parsed.messageId).toBe(`<mail-${index + 1}@jetway.example>`)
    }
  })
})

describe('what leaves', () => {
  it('holds no word of a private field, in any byte of any mail, draft or file', async () => {
    const secret = 'PRIVATE-MARKER'
    // Whole rows handed in by mistake: fields that no type of ours lets through.
    const leaky = {
      ...invitation,
      preparation: secret,
      objective: secret,
      accountName: secret,
      invitees: invitation.invitees.map((invitee) => ({
        ...invitee,
        stance: secret,
        needs: secret,
        leftOutReason: secret,
        person: { ...invitee.person, about: secret, influence: secret },
      })),
      agenda: invitation.agenda.map((item) => ({
        ...item,
        preparation: secret,
        objective: secret,
      })),
    }
    const kinds = ['invitation', 'update', 'cancellation', 'removal'] as const
    const outgoing: Uint8Array[] = []
    for (const kind of kinds) {
      const sending = makeSending({ kind, invitation: leaky, to: leaky.invitees })
      outgoing.push(...(await composeSending(sending)).map(({ message }) => message))
      outgoing.push(...(await composeDraftFiles(sending)).map(({ bytes }) => bytes))
    }
    outgoing.push(new TextEncoder().encode(composeOwnCalendarFile(leaky, 'en', sentAtMs).text))
    for (const bytes of outgoing) {
      expect((await everyText(bytes)).filter((text) => text.includes(secret))).toEqual([])
    }
    expect(outgoing).toHaveLength(kinds.length * languages.length * 2 + 1)
  })

  it('is a CANCEL to the person taken out, and names nobody else to them', async () => {
    const [gone] = invitation.invitees
    const [mail] = await composeSending(makeSending({ kind: 'removal', to: [gone!] }))
    const texts = await everyText(mail!.message)
    expect(texts.some((text) => text.includes('METHOD:CANCEL'))).toBe(true)
    expect(texts.filter((text) => /(de|nl|pl)@acme\.example/.test(text))).toEqual([])
  })

  it('opens as a draft: X-Unsent, To, Subject and the calendar part', async () => {
    const [file] = await composeDraftFiles(makeSending({ to: [invitation.invitees[3]!] }))
    const text = new TextDecoder().decode(file!.bytes)
    expect(file!.fileName).toBe('01-Łucja-pl.eml')
    expect(text).toMatch(/^X-Unsent: 1\r\n/m)
    const [answer] = await readAnswerFile(file!.bytes)
    expect(answer!.message).toMatchObject({ kind: 'request', uid: invitation.uid, sequence: 1 })
  })

  it('uses the words the rep edited, once they are not empty', async () => {
    const words = {
      en: { subject: 'Our visit', opening: 'Hello,\nsee you <soon>.' },
      de: { subject: ' ', opening: '' },
    }
    const [en, de] = await composeSending(makeSending({ words }))
    const parsed = await PostalMime.parse(en!.message)
    expect(en!.subject).toBe('Our visit')
    expect(parsed.text).toContain('Hello,\nsee you <soon>.')
    expect(parsed.html).toContain('Hello,<br>see you &lt;soon&gt;.')
    expect(de!.subject).toBe(`Einladung: ${invitation.title}`)
  })

  it('is told what keeps it back before it is made', () => {
    const to = [makeInvitee({ name: 'Jan', address: 'jan at acme' })]
    expect(checkSending(makeSending({ kind: 'removal', to }))).toEqual([
      { code: 'invitee_address', name: 'Jan', address: 'jan at acme' },
    ])
    expect(checkSending(makeSending())).toEqual([])
  })
})

/** Table 6.12 of reliability.md: each string in every place a hand or a file can put it. */
const hostile = [
  'v@y.test, evil@z.test',
  'v@y.test\r\nRCPT TO:<evil@z.test>',
  'v@y.test\rBcc: evil@z.test',
  'v@y.test\nBcc: evil@z.test',
  'v@y.test\u2028evil@z.test',
  'v@y.test\0evil@z.test',
  'v@y.test;evil@z.test',
  '<evil@z.test>',
  '"v" <evil@z.test>',
  '"a@b.test,evil"@z.test',
  'group:evil@z.test;',
  'mailto:v@y.test?bcc=evil@z.test',
  'v@y.test?cc=evil@z.test',
  '=?utf-8?B?ZXZpbEB6LnRlc3Q=?=',
  'v@[127.0.0.1]',
  'v@localhost',
  '@y.test',
  'v@',
  'v v@y.test',
  'v@y..test',
  '.v@y.test',
  'v@-y.test',
  'v(comment)@y.test',
  'v@y.test>',
  'v@y.test\u0085Bcc: evil@z.test',
  'v@y.test BODY=8BITMIME',
  `${'x'.repeat(1000)}@y.test`,
  '\u202eevil@z.test',
  'v@y\u3002test\r\n',
  'víctor@y.test',
  'v@y.test\t,evil@z.test',
  'Evil\r\nATTENDEE:mailto:evil@z.test',
  'a"b;c:d,e\\f',
  '🛫'.repeat(120),
  'x\r\nEND:VEVENT\r\nBEGIN:VEVENT',
  'x\rMETHOD:CANCEL',
  'x\u2029y',
  '--_NmP\r\n\r\n',
  '.\r\n.\r\nQUIT',
  '\ud800 lone',
]
const places = ['address', 'name', 'title', 'place', 'presenter'] as const

describe(`${hostile.length * places.length} hostile texts (reliability 6.12)`, () => {
  it('add no recipient, no header, no MIME part and no property', async () => {
    const sink = (await startNpmSink())!
    const refused: string[] = []
    const ready: OutgoingMail[] = []
    for (const text of hostile) {
      for (const place of places) {
        const invitee = makeInvitee({
          name: place === 'name' ? text : 'Jan',
          address: place === 'address' ? text : 'jan@acme.example',
        })
        const odd = makeInvitation({
          invitees: [invitee],
          organizer: { name: place === 'name' ? text : 'Eva', address: 'eva@vendor.example' },
          title: place === 'title' ? text : 'Visit',
          place: place === 'place' ? text : 'Acme',
          agenda: invitation.agenda.map((item) => ({
            ...item,
            presenter: place === 'presenter' ? text : '',
          })),
        })
        const sending = makeSending({ invitation: odd, to: [invitee] })
        if (checkSending(sending).length > 0) {
          refused.push(text)
          continue
        }
        ready.push(...(await composeSending(sending)))
      }
    }
    await sendTo(sink.port, ready)
    await sink.close()
    const addressLike = hostile.filter((text) => !refused.includes(text))
    expect(addressLike).toEqual([])
    expect(ready).toHaveLength(hostile.length * (places.length - 1))
    expect(sink.received).toHaveLength(ready.length)
    const usual = readShape(decode(sink.received[0]!))
    const headers = readHeaders(decode(sink.received[0]!))
    for (const mail of sink.received) {
      expect([mail.from, mail.to]).toEqual(['eva@vendor.example', ['jan@acme.example']])
      expect(readShape(decode(mail))).toEqual(usual)
      expect(readHeaders(decode(mail))).toEqual(headers)
      expect(decodeBase64Parts(decode(mail))).toHaveLength(2)
      for (const part of decodeBase64Parts(decode(mail))) {
        const names = part
          .replace(/\r\n[ \t]/g, '')
          .split('\r\n')
          .map((line) => line.split(/[;:]/)[0])
        expect(names.filter((name) => name === 'ATTENDEE')).toHaveLength(2)
        // VCALENDAR, VTIMEZONE, DAYLIGHT, STANDARD, VEVENT and the one METHOD.
        expect(names.filter((name) => name === 'BEGIN' || name === 'METHOD')).toHaveLength(6)
      }
    }
  })

  it('are refused as an address by the mail builder itself', async () => {
    const words = { subject: 's', text: 't', html: 'h' }
    const from = { name: 'Eva', address: 'eva@vendor.example' }
    const passed: string[] = []
    for (const address of hostile) {
      const parts = {
        from,
        to: { name: 'x', address },
        words,
        calendar: null,
        messageId: 'a@b.example',
        sentAtMs,
      }
      const mails = await Promise.allSettled([composeMail(parts), composeDraft(parts)])
      if (mails.some(({ status }) => status === 'fulfilled')) passed.push(address)
    }
    expect(passed).toEqual([])
  })
})

function decode(mail: ReceivedMail): string {
  return new TextDecoder().decode(mail.bytes)
}

/** The calendar parts, byte for byte (the mail parser would tidy their line ends). */
function decodeBase64Parts(mail: string): string[] {
  const parts = mail.matchAll(
    /^Content-Type: text\/calendar[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/gm,
  )
  return [...parts].map(([, body]) => Buffer.from(body!, 'base64').toString('utf8'))
}

function decodeBytes(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function lines(text: string | undefined): string[] {
  return (text ?? '').trimEnd().split(/\r?\n/)
}

/** The content types of a mail, indented by depth. */
function readShape(mail: string): string[] {
  const unfolded = mail.replace(/\r\n[ \t]+/g, ' ')
  const types = [...unfolded.matchAll(/^Content-Type: ([^\r\n]*)/gm)].map(([, type]) => type!)
  const depths = [0, 1, 2, 2, 2, 1]
  return types.map((type, index) => {
    const plain = type.replace(/; boundary="[^"]*"/, '')
    return `${' '.repeat(depths[index] ?? 9)}${plain}`
  })
}

function readHeaders(mail: string): string[] {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return head
    .split('\r\n')
    .map((line) => line.split(':')[0]!)
    .filter((name) => name !== 'Received')
}

/** A file as it stands, its headers, and every part of it decoded. */
async function everyText(bytes: Uint8Array): Promise<string[]> {
  const parsed = await PostalMime.parse(bytes)
  const parts = parsed.attachments.map(
    ({ content, filename }) => `${filename} ${decodeBytes(content)}`,
  )
  const raw = new TextDecoder().decode(bytes)
  const unfolded = [raw, ...parts].map((text) => text.replace(/\r\n[ \t]/g, ''))
  return [
    ...unfolded,
    JSON.stringify(parsed.headers),
    parsed.subject ?? '',
    parsed.text ?? '',
    parsed.html ?? '',
  ]
}
