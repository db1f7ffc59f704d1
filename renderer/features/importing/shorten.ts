/** Long file names keep their end, where the difference most often is. */
export function shortenFileName(name: string): string {
  return name.length <= 28 ? name : `${name.slice(0, 9)}…${name.slice(-18)}`
}
