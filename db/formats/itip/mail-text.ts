import { DateTime } from 'luxon'
import type { Language, MailKind } from '../../terms'
import type { AgendaDay } from './agenda-text'
import {
  cleanLink,
  layOutAgendaDays,
  writeAgendaHtml,
  writeAgendaText,
  writeWhen,
} from './agenda-text'
import type { Invitation, Invitee } from './invitation'
import { isAsked } from './invitation'
import { cleanLine, cleanText, escapeHtml, shorten } from './text'
import { mailWords } from './words'

/** What the rep changed in the preview; empty = our words. */
export interface EditedWords {
  readonly subject: string
  /** Instead of the opening sentence. */
  readonly opening: string
}

export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The mail one person gets, in that person's language: what the preview shows is what is sent. */
export function writeMailText(
  kind: MailKind,
  invitation: Invitation,
  invitee: Invitee,
  edited: EditedWords = { subject: '', opening: '' },
): MailText {
  const layout = layOutMail(kind, invitation, invitee, edited)
  const { subject } = layout
  return { subject, text: writePlain(layout), html: writeHtml(layout, invitee.language) }
}

/** The parts of a mail before they are text or HTML; the preview shows these. */
export interface MailLayout {
  readonly subject: string
  readonly greeting: string
  readonly opening: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly zone: string
  readonly agendaHeading: string
  readonly agenda: readonly AgendaDay[]
  readonly answer: string
  readonly closing: string
  readonly organizer: string
}

/** Every word of the mail to one person, in its place. */
export function layOutMail(
  kind: MailKind,
  invitation: Invitation,
  invitee: Invitee,
  edited: EditedWords = { subject: '', opening: '' },
): MailLayout {
  const language = invitee.language
  const words = mailWords[language]
  const title = shorten(cleanLine(invitation.title), 250) || words.untitled
  const organizer = cleanLine(invitation.organizer.name) || invitation.organizer.address
  const opening =
    shorten(cleanText(edited.opening).trim(), 4000) || words.opening[kind](organizer, title)
  const showsAgenda = kind === 'invitation' || kind === 'update'
  return {
    subject: shorten(cleanLine(edited.subject), 250) || words.subject[kind](title),
    greeting: words.greeting(cleanLine(invitee.person.name) || invitee.person.address),
    opening,
    facts: listFacts(invitation, language, showsAgenda),
    zone: words.timesIn(writeZone(invitation)),
    agendaHeading: words.agenda,
    agenda: showsAgenda ? layOutAgendaDays(invitation, language) : [],
    answer: showsAgenda && isAsked(invitee) ? words.answer : '',
    closing: words.closing,
    organizer,
  }
}

function listFacts(
  invitation: Invitation,
  language: Language,
  showsLink: boolean,
): (readonly [string, string])[] {
  const words = mailWords[language]
  const place = [invitation.place, invitation.room].map(cleanLine).filter(Boolean).join(', ')
  const facts = [
    [words.when, writeWhen(invitation, language)],
    [words.where, shorten(place, 500)],
    [words.video, showsLink ? cleanLink(invitation.videoLink) : ''],
  ] as const
  return facts.filter(([, value]) => value !== '')
}

/** 'Europe/Warsaw, UTC+1'. */
function writeZone({ zone, startAtMs }: Invitation): string {
  return `${zone}, ${DateTime.fromMillis(startAtMs, { zone }).toFormat("'UTC'Z")}`
}

function writePlain(parts: MailLayout): string {
  const agenda = writeAgendaText(parts.agenda)
  const blocks = [
    parts.greeting,
    parts.opening,
    [...parts.facts.map(([label, value]) => `${label}: ${value}`), parts.zone].join('\n'),
    agenda && `${parts.agendaHeading}\n${agenda}`,
    parts.answer,
    `${parts.closing}\n${parts.organizer}`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function writeHtml(parts: MailLayout, language: Language): string {
  const agenda = writeAgendaHtml(parts.agenda)
  const paragraph = (text: string) =>
    text && `<p style="margin:0 0 16px">${escapeHtml(text).replace(/\n/g, '<br>')}</p>`
  const facts = parts.facts
    .map(
      ([label, value]) =>
        `<tr><td style="padding:2px 16px 2px 0;color:#5b6470;vertical-align:top">${escapeHtml(label)}</td>` +
        `<td style="padding:2px 0">${linkOrText(value)}</td></tr>`,
    )
    .join('')
  return [
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(parts.subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font-family:Inter,Segoe UI,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1b2028;max-width:640px">',
    paragraph(parts.greeting),
    paragraph(parts.opening),
    `<table role="presentation" style="border-collapse:collapse;margin:0 0 8px">${facts}</table>`,
    `<p style="margin:0 0 16px;color:#5b6470">${escapeHtml(parts.zone)}</p>`,
    agenda &&
      `<h2 style="font-size:17px;margin:0 0 8px">${escapeHtml(parts.agendaHeading)}</h2>${agenda}<p style="margin:0 0 16px"></p>`,
    paragraph(parts.answer),
    paragraph(`${parts.closing}\n${parts.organizer}`),
    '</body></html>',
  ]
    .filter(Boolean)
    .join('\n')
}

function linkOrText(value: string): string {
  const safe = escapeHtml(value)
  return value.startsWith('https://') ? `<a href="${safe}">${safe}</a>` : safe
}
