import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import type { Progress } from './use-import'

/** The first look: choose files, drop them, or paste text. */
export function DropZone({
  progress,
  onFiles,
  onCancel,
}: {
  readonly progress: Progress | null
  onFiles(files: readonly File[]): void
  onCancel(): void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) onFiles(files)
      else if (text.trim() !== '') onFiles([new File([text], t('importing.pasted'))])
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [onFiles, t])
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (files.length > 0) onFiles(files)
  }
  if (progress)
    return (
      <div className="drop-zone" data-testid="import-reading">
        <h1>{t('importing.reading')}</h1>
        <progress
          className="progress"
          value={progress.total === 0 ? undefined : progress.done}
          max={progress.total || 1}
          aria-label={t('importing.reading')}
        />
        <Button onClick={onCancel}>{t('ui.cancel')}</Button>
      </div>
    )
  return (
    <div
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      data-testid="import-drop"
      role="group"
      aria-label={t('importing.title')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileImport size={34} stroke={1.4} aria-hidden="true" />
      <h1>{t('importing.drop')}</h1>
      <p>{t('importing.formats')}</p>
      <Button
        look="primary"
        data-testid="choose-files"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this screen
        autoFocus
        onClick={() => input.current?.click()}
      >
        {t('importing.choose')}
      </Button>
      <p className="faint">{t('importing.paste')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="import-files"
        aria-label={t('importing.choose')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </div>
  )
}
