import { IconArrowLeft, IconFileTypePdf } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteParams } from '../../app/feature'
import { toastDone } from '../../data/history'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { Button } from '../../ui/button'
import { ScreenSkeleton } from '../../ui/skeleton'
import { CustomerPaper, InternalPaper } from './brief-paper'
import { Readiness } from './readiness'
import { useBrief } from './use-brief'
import './visits.css'
import './preview.css'
import './brief.css'

type Version = 'internal' | 'customer'

/** The flight pack on the screen, with the buttons that make it paper. */
export function BriefScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const visitId = params.visitId!
  const brief = useBrief(visitId)
  const [version, setVersion] = useState<Version>('internal')
  const [isMaking, setMaking] = useState(false)
  if (!brief) return <ScreenSkeleton />

  async function savePdf(): Promise<void> {
    setMaking(true)
    const route = `brief/${visitId}/${version}`
    const bytes = await run(window.shell.printPdf(route, { paper: 'A4', isLandscape: false }))
    setMaking(false)
    if (!bytes) return
    const title = brief!.visit.visit.title
    const saved = await window.shell.saveFile(
      `${title} (${t(`visits.brief.${version}`)}).pdf`,
      bytes,
    )
    if (saved) toastDone(t('visits.brief.saved'))
  }

  return (
    <div className="brief-screen" data-testid="brief-screen">
      <div className="brief-bar">
        <Button
          look="quiet"
          icon={<IconArrowLeft size={16} />}
          data-testid="brief-back"
          onClick={() => goTo(`visits/${visitId}`)}
        >
          {t('visits.brief.back')}
        </Button>
        <Readiness brief={brief} />
        <span className="spacer" />
        <div className="segments" role="group" aria-label={t('visits.brief.version')}>
          {(['internal', 'customer'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === version}
              data-testid={`brief-for-${each}`}
              onClick={() => setVersion(each)}
            >
              {t(`visits.brief.${each}`)}
            </button>
          ))}
        </div>
        <Button
          look="primary"
          icon={<IconFileTypePdf size={16} />}
          disabled={isMaking}
          data-testid="brief-pdf"
          onClick={() => void savePdf()}
        >
          {t('visits.brief.pdf')}
        </Button>
      </div>
      <div className="brief-scroll">
        {version === 'internal' ? <InternalPaper brief={brief} /> : <CustomerPaper brief={brief} />}
      </div>
    </div>
  )
}

/** `print/brief/<visitId>/<version>`: the paper alone. */
export function PrintBriefScreen({ params }: { readonly params: RouteParams }) {
  const brief = useBrief(params.visitId!)
  useEffect(() => {
    if (brief === undefined) return
    void document.fonts.ready.then(() =>
      requestAnimationFrame(() => requestAnimationFrame(() => window.shell.painted())),
    )
  }, [brief])
  if (!brief) return null
  return params.version === 'customer' ? (
    <CustomerPaper brief={brief} />
  ) : (
    <InternalPaper brief={brief} />
  )
}
