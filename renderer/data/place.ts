import { useSyncExternalStore } from 'react'

/** The place in the app: the part of the address after '#/', for example 'accounts/<id>/map'. */
export function usePlace(): string {
  return useSyncExternalStore(subscribe, readPlace)
}

export function readPlace(): string {
  return decodeURIComponent(window.location.hash.replace(/^#\/?/, ''))
}

/** Goes to a place; `replace` leaves no trace for Alt+Left. */
export function goTo(place: string, options: { replace?: boolean } = {}): void {
  const hash = `#/${place}`
  if (window.location.hash === hash) return
  if (options.replace) window.location.replace(hash)
  else window.location.hash = hash
}

/** The parameters of a place that fits the path, or null: matchPlace('a/:id', 'a/7') = { id: '7' }. */
export function matchPlace(path: string, place: string): Record<string, string> | null {
  const wanted = path.split('/')
  const found = place.split('?')[0]!.split('/')
  if (wanted.length !== found.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = found[index]!
    else if (part !== found[index]) return null
  }
  return params
}

/** The account whose page is open, from the place; null elsewhere. */
export function accountOfPlace(place: string): string | null {
  const parts = place.split('/')
  return parts[0] === 'accounts' && parts[1] ? parts[1] : null
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
