/** '09:30' in a zone, in the 24 hours of an agenda whatever the language. */
export function writeClock(atMs: number, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', options).format(atMs)
}
