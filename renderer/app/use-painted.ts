import { useEffect } from 'react'
import { client } from '../data/store'

/** Frames in a row without a waiting call or a skeleton that count as 'everything is there'. */
const quietFrames = 3
/** Said in any case after this long, ms. */
const latestMs = 5000

/**
 * Tells the shell once that the first screen with data is painted: the page's queries are answered,
 * nothing is a skeleton any more and the fonts are there.
 */
export function usePainted(): void {
  useEffect(() => {
    let frame = 0
    let quiet = 0
    const startedAtMs = performance.now()
    function look(): void {
      const isLate = performance.now() - startedAtMs > latestMs
      const isBusy = client.waiting() > 0 || document.querySelector('.skeleton') !== null
      const isMakingDemo = document.querySelector('[data-testid=demo-progress]') !== null
      quiet = isMakingDemo || (isBusy && !isLate) ? 0 : quiet + 1
      if (quiet < quietFrames) frame = requestAnimationFrame(look)
      else void document.fonts.ready.then(() => window.shell.painted())
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [])
}
