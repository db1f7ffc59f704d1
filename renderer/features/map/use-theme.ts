import { useEffect, useState } from 'react'

/** A value that changes whenever light and dark may have changed places. */
export function useTheme(): string {
  const [theme, setTheme] = useState(readTheme)
  useEffect(() => {
    const update = () => setTheme(readTheme())
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, { attributes: true })
    const media = window.matchMedia?.('(prefers-color-scheme: dark)')
    media?.addEventListener?.('change', update)
    return () => {
      observer.disconnect()
      media?.removeEventListener?.('change', update)
    }
  }, [])
  return theme
}

function readTheme(): string {
  const { dataset, className } = document.documentElement
  const isDark = window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false
  return `${JSON.stringify(dataset)} ${className} ${isDark}`
}
