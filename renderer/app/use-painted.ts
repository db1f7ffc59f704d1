import { useEffect } from 'react'
import { client } from '../data/store'

/** Quiet time without a store event that counts as 'everything is there', ms. */
const settleMs = 150
/** Said in any case after this long, ms. */
const latestMs = 5000

/**
 * Tells the shell once that the first screen with data is painted: the page's queries are answered,
 * the fonts are there and two frames have passed.
 */
export function usePainted(): void {
  useEffect(() => {
    let isDone = false
    const startedAtMs = performance.now()
    const timer = setInterval(() => {
      const isLate = performance.now() - startedAtMs > latestMs
      const isBusy = client.waiting() > 0 || document.querySelector('.skeleton') !== null
      const isMakingDemo = document.querySelector('[data-testid=demo-progress]') !== null
      if (isDone || isMakingDemo || (isBusy && !isLate)) return
      isDone = true
      clearInterval(timer)
      void document.fonts.ready.then(() =>
        requestAnimationFrame(() => requestAnimationFrame(() => window.shell.painted())),
      )
    }, settleMs)
    return () => clearInterval(timer)
  }, [])
}
