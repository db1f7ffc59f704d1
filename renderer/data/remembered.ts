import { useCallback, useEffect, useState } from 'react'
import { store } from './store'

const known = new Map<string, unknown>()

/**
 * A choice of this device that outlives the window: a sort order, an open pane. Gives `fallback`
 * until the saved one was read; `undefined` while it is not known whether there is one.
 */
export function useRemembered<T>(
  name: string,
  fallback: T,
): readonly [T, (value: T) => void, boolean] {
  const key = `page.${name}`
  const [value, setValue] = useState(() => (known.has(key) ? (known.get(key) as T) : fallback))
  const [isReady, setReady] = useState(() => known.has(key))
  useEffect(() => {
    if (known.has(key)) return
    let isCurrent = true
    store.local
      .get({ name: key })
      .then((saved) => {
        if (saved !== null && !known.has(key)) known.set(key, JSON.parse(saved))
        if (!isCurrent) return
        if (known.has(key)) setValue(known.get(key) as T)
        setReady(true)
      })
      .catch(() => isCurrent && setReady(true))
    return () => {
      isCurrent = false
    }
  }, [key])
  const choose = useCallback(
    (next: T) => {
      known.set(key, next)
      setValue(next)
      store.local.set({ name: key, value: JSON.stringify(next) }).catch(() => undefined)
    },
    [key],
  )
  return [value, choose, isReady]
}
