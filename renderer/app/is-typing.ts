/** True when a key goes into text, where the browser's own editing keys must stay. */
export function isTyping(event: Event): boolean {
  const target = event.target as HTMLElement | null
  if (!target) return false
  if (target.isContentEditable) return true
  return /^(input|textarea|select)$/i.test(target.tagName)
}
