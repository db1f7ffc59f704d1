import { DateTime } from 'luxon'
import type { Language } from '../../terms'
import { translateTitle } from '../../visit/templates'
import type { Invitation, PublicAgendaItem } from './invitation'
import { cleanLine, cleanText, escapeHtml, shorten } from './text'
import { mailWords } from './words'

/** The DESCRIPTION of the calendar object: the agenda as plain text, and the link to join by video. */
export function writeDescription(invitation: Invitation, language: Language): string {
  const words = mailWords[language]
  const link = cleanLink(invitation.videoLink)
  const agenda = writeAgendaText(layOutAgendaDays(invitation, language))
  const parts = [agenda && `${words.agenda}\n${agenda}`, link && `${words.video}: ${link}`]
  return shorten(parts.filter(Boolean).join('\n\n'), 20_000)
}

/** One line an item, `09:00  Title, presenter, room (30 min)`, a heading per day when there are several. */
export function writeAgendaText(days: readonly AgendaDay[]): string {
  return days
    .flatMap(({ heading, items }) => [
      ...(heading ? [heading] : []),
      ...items.map(
        ({ time, title, detail }) => `${time}  ${[title, detail].filter(Boolean).join(', ')}`,
      ),
    ])
    .join('\n')
}

/** The same as a table of HTML, every word of it escaped. */
export function writeAgendaHtml(days: readonly AgendaDay[]): string {
  const cell = 'padding:4px 16px 4px 0;vertical-align:top'
  const rows = days.flatMap(({ heading, items }) => [
    ...(heading
      ? [`<tr><td colspan="2" style="${cell};font-weight:600">${escapeHtml(heading)}</td></tr>`]
      : []),
    ...items.map(
      ({ time, title, detail }) =>
        `<tr><td style="${cell};white-space:nowrap">${time}</td><td style="${cell}">${escapeHtml(title)}` +
        `${detail ? `<br><span style="color:#5b6470">${escapeHtml(detail)}</span>` : ''}</td></tr>`,
    ),
  ])
  return rows.length > 0
    ? `<table role="presentation" style="border-collapse:collapse">${rows.join('')}</table>`
    : ''
}

/** 'Thursday, 12 March 2026, 09:00–12:00' in the zone of the site; both days when it spans several. */
export function writeWhen(
  { startAtMs, endAtMs, zone }: Pick<Invitation, 'startAtMs' | 'endAtMs' | 'zone'>,
  language: Language,
): string {
  const start = DateTime.fromMillis(startAtMs, { zone }).setLocale(language)
  const end = DateTime.fromMillis(endAtMs, { zone }).setLocale(language)
  const day = (at: DateTime) => at.toLocaleString(DateTime.DATE_HUGE)
  const time = (at: DateTime) => at.toFormat('HH:mm')
  return start.hasSame(end, 'day')
    ? `${day(start)}, ${time(start)}–${time(end)}`
    : `${day(start)}, ${time(start)} – ${day(end)}, ${time(end)}`
}

/** A link as typed when it is one that may be shown as a link, else the empty text. */
export function cleanLink(link: string): string {
  const typed = cleanLine(link)
  return /^https:\/\/[^\s<>"]+$/.test(typed) ? typed : ''
}

export interface AgendaDay {
  /** The date, where the agenda has several. */
  readonly heading: string
  readonly items: readonly { time: string; title: string; detail: string }[]
}

/** The agenda as its reader sees it: days in order, local times, nothing that is not for them. */
export function layOutAgendaDays(
  { agenda, zone }: Pick<Invitation, 'agenda' | 'zone'>,
  language: Language,
): AgendaDay[] {
  const byDay = new Map<string, PublicAgendaItem[]>()
  for (const item of [...agenda].sort((a, b) => a.startAtMs - b.startAtMs)) {
    const day = DateTime.fromMillis(item.startAtMs, { zone }).toISODate() ?? ''
    byDay.set(day, [...(byDay.get(day) ?? []), item])
  }
  return [...byDay.values()].map((items) => ({
    heading:
      byDay.size > 1
        ? DateTime.fromMillis(items[0]!.startAtMs, { zone })
            .setLocale(language)
            .toLocaleString(DateTime.DATE_HUGE)
        : '',
    items: items.map((item) => writeItem(item, zone, language)),
  }))
}

function writeItem(
  item: PublicAgendaItem,
  zone: string,
  language: Language,
): AgendaDay['items'][number] {
  const words = mailWords[language]
  const fallback = { item: words.untitled, break: words.break, travel: words.travel }[item.kind]
  const typed = shorten(cleanLine(cleanText(item.title)), 250)
  const title = translateTitle(typed, language) || fallback
  const detail = [
    shorten(cleanLine(item.presenter), 120),
    shorten(cleanLine(item.room), 120),
    words.minutes(item.minutes),
  ]
  return {
    time: DateTime.fromMillis(item.startAtMs, { zone }).toFormat('HH:mm'),
    title,
    detail: detail.filter(Boolean).join(' · '),
  }
}
