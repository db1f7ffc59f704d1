import { IconMailOpened } from '@tabler/icons-react'
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { AnswersDialog } from './answers-dialog'
import { takeAnswers } from './read-answers'
import type { TakenAnswer } from './read-answers'
import type { VisitModel } from './visit-model'

/** Takes files as answers to the visit on the screen. */
const TakeFilesContext = createContext<(files: readonly File[]) => void>(() => undefined)

/** Takes answers as files dropped on the visit, as text pasted into it, or from a file that is opened. */
export function AnswerDrop({
  model,
  children,
}: {
  readonly model: VisitModel
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const visits = useLive(store.visit.all, {})
  const [isOver, setOver] = useState(false)
  const [taken, setTaken] = useState<readonly TakenAnswer[] | null>(null)
  const latest = useRef({ model, visits })
  latest.current = { model, visits }

  async function take(parts: readonly Uint8Array[]): Promise<void> {
    const { readAnswerFile } = await import('../../../db/formats/itip/reply-file')
    const answers = (await Promise.all(parts.map(readAnswerFile))).flat()
    const { model: now, visits: all } = latest.current
    const results = await run(takeAnswers(now, answers, all ?? []))
    if (results) setTaken(results)
  }

  const takeLatest = useRef(take)
  takeLatest.current = take
  const takeFiles = useCallback((files: readonly File[]) => {
    void Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer()))).then(
      (parts) => (parts.length > 0 ? takeLatest.current(parts) : undefined),
    )
  }, [])

  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!/BEGIN:VCALENDAR/i.test(text)) return
      event.preventDefault()
      void takeLatest.current([new TextEncoder().encode(text)])
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])

  function onDrop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    takeFiles([...event.dataTransfer.files])
  }

  return (
    <div
      className={isOver ? 'answer-drop is-over' : 'answer-drop'}
      data-testid="answer-drop"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={onDrop}
    >
      <TakeFilesContext value={takeFiles}>{children}</TakeFilesContext>
      {isOver && <p className="answer-drop-hint">{t('visits.answers.drop')}</p>}
      {taken && <AnswersDialog model={model} taken={taken} onClose={() => setTaken(null)} />}
    </div>
  )
}

/** Opens answer files; what they say goes through the drop area around it. */
export function OpenAnswersButton() {
  const { t } = useTranslation()
  const takeFiles = use(TakeFilesContext)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        icon={<IconMailOpened size={16} />}
        title={t('visits.answers.openHint')}
        data-testid="open-answers"
        onClick={() => input.current?.click()}
      >
        {t('visits.answers.open')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".ics,.eml,text/calendar,message/rfc822"
        aria-label={t('visits.answers.open')}
        data-testid="answers-file"
        onChange={(event) => {
          takeFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
