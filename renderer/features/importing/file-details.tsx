import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnTable } from './column-table'
import { PreviewTable } from './preview-table'
import { shortenFileName } from './shorten'
import type { ImportFlow } from './use-import'

/** The right side: what will happen row by row, and how the columns of each file are meant. */
export function FileDetails({ flow }: { readonly flow: ImportFlow }) {
  const { t } = useTranslation()
  const files = flow.reading?.files ?? []
  const readable = files.flatMap((file, index) => (file.problem ? [] : [index]))
  const [tab, setTab] = useState<'rows' | number>(() =>
    readable.length > 0 && files[readable[0]!]!.format === 'table' ? readable[0]! : 'rows',
  )
  const shown = tab !== 'rows' && files[tab] && !files[tab].problem ? tab : 'rows'
  if (readable.length === 0) return <p className="import-none">{t('importing.nothingReadable')}</p>
  return (
    <div className="import-main">
      <div className="tabs" role="tablist" aria-label={t('importing.title')}>
        {readable.map((index) => (
          <button
            key={index}
            type="button"
            role="tab"
            className="tab"
            aria-selected={shown === index}
            onClick={() => setTab(index)}
          >
            {readable.length === 1
              ? t('importing.columns')
              : t('importing.columnsOf', { name: shortenFileName(files[index]!.name) })}
          </button>
        ))}
        <button
          type="button"
          role="tab"
          className="tab"
          data-testid="import-rows-tab"
          aria-selected={shown === 'rows'}
          onClick={() => setTab('rows')}
        >
          {t('importing.preview')}
        </button>
      </div>
      {shown === 'rows' ? (
        <PreviewTable flow={flow} />
      ) : (
        <ColumnTable key={shown} flow={flow} index={shown} />
      )}
    </div>
  )
}
