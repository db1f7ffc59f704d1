import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SentInvitation } from '../../../../../db/formats/itip/answers'
import { applyOutcome, judgeAnswer } from '../../../../../db/formats/itip/answers'
import { refusalCodes, writeRefusal } from '../../../../../db/formats/itip/refusals'
import type { ReadAnswer } from '../../../../../db/formats/itip/reply-file'
import { readAnswerFile } from '../../../../../db/formats/itip/reply-file'
import { languages } from '../../../../../db/terms'

/** Small answers of our own that cover the same ground where the suites are not on this machine. */
const ownFiles: readonly { name: string; text: string }[] = [
  { name: 'empty', text: '' },
  { name: 'words', text: 'Hello, I will be there.' },
  { name: 'cut off', text: 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a' },
  { name: 'no colon', text: 'BEGIN:VCALENDAR\nMETHOD REPLY\nEND:VCALENDAR' },
  {
    name: 'a stored entry',
    text: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR',
  },
  {
    name: 'free time',
    text: 'BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VFREEBUSY\nUID:a\nEND:VFREEBUSY\nEND:VCALENDAR',
  },
  {
    name: 'two answers in one',
    text: 'BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:a\nDTSTAMP:20260101T000000Z\nORGANIZER:mailto:eva@vendor.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.example\nATTENDEE;PARTSTAT=DECLINED:mailto:b@x.example\nEND:VEVENT\nEND:VCALENDAR',
  },
]

const folder = join(process.env.JETWAY_TEST_DATA ?? join(process.cwd(), '../shared/data'), 'ics')
const suites = existsSync(folder) ? listFiles(folder) : []
if (suites.length === 0) {
  console.log(`Not run: the calendar files of other projects (${folder} is not there).`)
}
const files = [
  ...ownFiles.map(({ name, text }) => ({
    name: `own: ${name}`,
    bytes: new TextEncoder().encode(text),
  })),
  ...suites.map((path) => ({
    name: path.slice(folder.length + 1),
    bytes: new Uint8Array(readFileSync(path)),
  })),
]

describe('files of calendar and mail programs', () => {
  it.each(files)(
    '$name is understood or refused with a sentence, and changes no wrong person',
    async ({ bytes }) => {
      const answers = await readAnswerFile(bytes)
      expect(answers.length).toBeGreaterThan(0)
      for (const answer of answers) {
        const { message } = answer
        if (message.kind === 'refused') {
          const sentences = languages.map((language) => writeRefusal(message.code, language))
          expect(sentences.every((sentence) => sentence.length > 20)).toBe(true)
        }
        expect(changedAddresses(answer)).toEqual(
          message.kind === 'reply' && message.replier.partstat !== 'NEEDS-ACTION'
            ? [message.replier.address]
            : [],
        )
      }
    },
  )
})

describe('refusals', () => {
  it('are a sentence in each language, no two the same', () => {
    for (const language of languages) {
      const sentences = refusalCodes.map((code) => writeRefusal(code, language))
      expect(new Set(sentences).size).toBe(refusalCodes.length)
    }
  })
})

/** Who changes in an invitation of the same UID to the replier and to everybody else the file names. */
function changedAddresses(answer: ReadAnswer): string[] {
  const { message } = answer
  const uid = message.kind === 'refused' ? 'a' : message.uid
  const named =
    message.kind === 'reply' || message.kind === 'counter'
      ? [message.replier?.address, message.replier?.delegatedTo, message.organizer]
      : message.kind === 'refused'
        ? []
        : message.attendees
  const addresses = new Set(
    [...named, 'other@acme.example', 'a@x.example', 'b@x.example'].filter(
      (address) => typeof address === 'string',
    ),
  )
  const sent: SentInvitation = {
    uid,
    sequence: 0,
    organizer: 'eva@vendor.example',
    attendees: [...addresses].map((address) => ({
      id: address,
      name: address,
      addresses: [address],
      partstat: 'NEEDS-ACTION',
      askedSequence: 0,
      answered: null,
    })),
  }
  const after = applyOutcome(sent, judgeAnswer(sent, { ...answer, sender: null }))
  return after.attendees
    .filter((attendee, index) => attendee !== sent.attendees[index])
    .map(({ id }) => id)
}

function listFiles(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const child = join(path, name)
    return statSync(child).isDirectory() ? listFiles(child) : [child]
  })
}
