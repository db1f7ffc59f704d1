import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteParams } from '../../../app/feature'
import { useLive } from '../../../data/live'
import { store } from '../../../data/store'
import { exportSvg, sheetBounds, type SvgOptions } from './export-svg'
import { planOnePage, planTiles, type Paper, type PrintPlan } from './pages'
import { makePicture } from './picture'
import { printJobName, readPrintJob, type PrintJob } from './print-job'
import { sheetWords } from './sheet-words'
import { SvgPicture } from './svg-picture'
import { usePictureRows } from './use-picture-rows'
import { makePictureWords } from './words'
import './print.css'

/** `print/map/<accountId>`: the map on paper, one page or tiles, as the kept job says. */
export function PrintMapScreen({ params }: { readonly params: RouteParams }) {
  const { t, i18n } = useTranslation()
  const accountId = params.accountId!
  const account = useLive(store.account.byId, { id: accountId })
  const rows = usePictureRows(accountId)
  const [job, setJob] = useState<PrintJob | null>(null)
  const [nowMs] = useState(() => Date.now())
  useEffect(() => {
    void store.local
      .get({ name: printJobName })
      .catch(() => null)
      .then((text) => setJob(readPrintJob(text, accountId)))
  }, [accountId])
  const pages = useMemo(() => {
    if (!job || !rows || !account) return null
    const { isSafe, rootId, folded, paper, mode, scale, hasLegend } = job
    const words = sheetWords(t, account.name, rows.seats, isSafe, nowMs, i18n.language)
    const source = { ...rows, ...words, isSafe, rootId, folded: new Set(folded), nowMs }
    const picture = makePicture(source)
    const options: SvgOptions = { words: makePictureWords(t), hasLegend: hasLegend && !isSafe }
    const sheet = sheetBounds(picture, options)
    const plan = mode === 'one' ? planOnePage(sheet, paper) : planTiles(sheet, paper, scale)
    const svgs = plan.pages.map(({ part }) =>
      exportSvg(picture, { ...options, part, scale: plan.scale }),
    )
    return { plan, svgs, title: picture.title, paper }
  }, [job, rows, account, nowMs, t, i18n.language])
  useEffect(() => {
    if (pages) void document.fonts.ready.then(() => window.shell.painted())
  }, [pages])
  if (!pages) return null
  return (
    <>
      {pages.svgs.map((svg, at) => (
        <PrintPage key={at} svg={svg} at={at} {...pages} />
      ))}
    </>
  )
}

function PrintPage(props: {
  readonly svg: string
  readonly at: number
  readonly plan: PrintPlan
  readonly paper: Paper
  readonly title: string
}) {
  const { t } = useTranslation()
  const { svg, at, plan, paper, title } = props
  const { label } = plan.pages[at]!
  const isLandscape = plan.widthMm > plan.heightMm
  const className = `map-sheet ${paper.toLowerCase()} ${isLandscape ? 'landscape' : 'portrait'}`
  return (
    <section className={className}>
      <SvgPicture className="map-sheet__picture" svg={svg} />
      {label !== '' && (
        <footer className="map-sheet__foot">
          <span>{title}</span>
          <span>{t('map.export.page', { label })}</span>
        </footer>
      )}
    </section>
  )
}
