/** '09:30' in a zone, in the 24 hours of an agenda whatever the language. */
export function writeClock(atMs: number, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', options).format(atMs)
}

/** '12 Mar 2026, 09:30' in a zone and the language of the page. */
export function writeMoment(atMs: number, timeZone: string, language: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone } as const
  const day = new Intl.DateTimeFormat(language, options).format(atMs)
  return `${day}, ${writeClock(atMs, timeZone)}`
}
