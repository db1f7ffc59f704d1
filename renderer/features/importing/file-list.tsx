import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { formatBytes, formatCount } from '../../ui/format'
import { problemWords } from './problem-words'
import type { ImportFlow } from './use-import'

/** The files of the import: what each is, or why it cannot be read. */
export function FileList({ flow }: { readonly flow: ImportFlow }) {
  const { t, i18n } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const files = flow.reading?.files ?? []
  const isBusy = flow.phase === 'applying'
  return (
    <section aria-label={t('importing.files')}>
      <ul className="file-list">
        {files.map((file, index) => (
          // Two files may have one name; the place is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index} ${file.name}`} data-testid="import-file">
            <div>
              <strong title={file.name}>{file.name}</strong>
              {file.problem ? (
                <p className="problem" role="alert" data-testid="file-problem">
                  {problemWords(file.problem, t, i18n.language)}
                </p>
              ) : (
                <p className="faint">
                  {t(`importing.format.${file.format}`)} ·{' '}
                  {t('importing.rowCount', { n: formatCount(file.rows, i18n.language) })} ·{' '}
                  {formatBytes(file.sizeBytes, i18n.language)}
                </p>
              )}
            </div>
            <Button
              look="quiet"
              icon={<IconX size={15} />}
              title={t('importing.leaveOut', { name: file.name })}
              disabled={isBusy}
              onClick={() => flow.removeFile(index)}
            />
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        icon={<IconPlus size={15} />}
        disabled={isBusy}
        onClick={() => input.current?.click()}
      >
        {t('importing.addFile')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('importing.addFile')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          event.target.value = ''
          if (chosen.length > 0) flow.addFiles(chosen)
        }}
      />
    </section>
  )
}
