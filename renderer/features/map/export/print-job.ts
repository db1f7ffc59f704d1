import { papers, tiledScaleDefault, type Paper } from './pages'

/** What a print page of the map shows; handed over inside the store, because a route has no room. */
export interface PrintJob {
  readonly accountId: string
  readonly isSafe: boolean
  readonly rootId: string | null
  readonly folded: readonly string[]
  readonly paper: Paper
  readonly mode: 'one' | 'tiles'
  /** Printed pixels per world pixel, for tiles. */
  readonly scale: number
  readonly hasLegend: boolean
}

/** Name of the value in `store.local`. */
export const printJobName = 'print.map'

/**
 * The job as it was kept. What cannot be read is the safest page there is: names, titles and reporting
 * lines of the whole map on one A4 page.
 */
export function readPrintJob(text: string | null, accountId: string): PrintJob {
  const safest: PrintJob = {
    accountId,
    isSafe: true,
    rootId: null,
    folded: [],
    paper: 'A4',
    mode: 'one',
    scale: tiledScaleDefault,
    hasLegend: false,
  }
  try {
    const job = JSON.parse(text ?? '') as Partial<PrintJob>
    if (job.accountId !== accountId) return safest
    return {
      accountId,
      isSafe: job.isSafe !== false,
      rootId: typeof job.rootId === 'string' ? job.rootId : null,
      folded: Array.isArray(job.folded) ? job.folded.filter((id) => typeof id === 'string') : [],
      paper: papers.find((paper) => paper === job.paper) ?? 'A4',
      mode: job.mode === 'tiles' ? 'tiles' : 'one',
      scale: Math.min(2, Math.max(0.1, Number(job.scale) || tiledScaleDefault)),
      hasLegend: job.hasLegend === true,
    }
  } catch {
    return safest
  }
}
