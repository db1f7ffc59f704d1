import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShellState } from '../../electron/shell'
import { client, store } from '../data/store'
import { errorWords } from '../data/run'
import { Button } from '../ui/button'
import { addToast } from '../ui/toasts'
import type { RecoveryReport } from '../../db/action'

/** Notices above the work: the recovery code, what was recovered, the demo being made. */
export function FirstSteps({ state }: { readonly state: Extract<ShellState, { kind: 'open' }> }) {
  return (
    <>
      {state.recoveryCode && <RecoveryCode code={state.recoveryCode} />}
      <Recovered />
      {state.demo && <DemoMaker size={state.demo} />}
    </>
  )
}

function RecoveryCode({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  return (
    <section className="notice" data-testid="recovery-code" aria-label={t('gate.codeTitle')}>
      <div>
        <strong>{t('gate.codeTitle')}</strong> <span>{t('gate.codeText')}</span>
        <p className="recovery-code tabular">{code}</p>
      </div>
      <Button onClick={() => void navigator.clipboard.writeText(code)}>{t('ui.copy')}</Button>
      <Button
        look="primary"
        data-testid="recovery-code-kept"
        onClick={() => void window.shell.recoveryCodeKept()}
      >
        {t('gate.codeKept')}
      </Button>
    </section>
  )
}

/** Tells once per start what the store had to repair, in plain words. */
function Recovered() {
  const { t, i18n } = useTranslation()
  const [report, setReport] = useState<RecoveryReport | null>(null)
  useEffect(() => {
    const read = () => void store.storeInfo.read().then((info) => setReport(info.recovery))
    read()
    return client.listen((event) => {
      if (event.kind === 'attached') read()
    })
  }, [])
  if (!report) return null
  const when = report.backupAtMs && new Date(report.backupAtMs).toLocaleString(i18n.language)
  return (
    <section className="notice" data-testid="recovery-report">
      <p>
        {t(report.backupAtMs ? `recovered.${report.kind}` : `recovered.${report.kind}_mirror`, {
          when,
          changes: report.changesReplayed,
          rows: report.rowsKept,
        })}
      </p>
      <Button onClick={() => setReport(null)}>{t('ui.understood')}</Button>
    </section>
  )
}

function DemoMaker({ size }: { readonly size: 'usual' | 'large' }) {
  const { t } = useTranslation()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const hasBegun = useRef(false)
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    const onProgress = (done: number, total: number) => setProgress({ done, total })
    client
      .run(store.demo.make, { size }, { onProgress })
      .catch((error: unknown) => addToast({ kind: 'error', text: errorWords(error) }))
      .finally(() => setProgress(null))
  }, [size])
  if (!progress) return null
  return (
    <section className="notice" data-testid="demo-progress">
      <p>{t('frame.makingDemo')}</p>
      <progress className="progress" value={progress.done} max={progress.total} />
    </section>
  )
}
