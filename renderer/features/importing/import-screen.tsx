import { useTranslation } from 'react-i18next'
import { usePlace } from '../../data/place'
import { DropZone } from './drop-zone'
import { FileDetails } from './file-details'
import { FileList } from './file-list'
import './importing.css'
import { ResultReport } from './result-report'
import { RunBar } from './run-bar'
import { TargetField } from './target-field'
import { useImport } from './use-import'

/** From files to rows in four looks at one screen: pick, map, preview, report. */
export function ImportScreen() {
  const { t } = useTranslation()
  const accountId = /[?&]account=([^&]+)/.exec(usePlace())?.[1] ?? null
  const flow = useImport(accountId)
  const { phase } = flow
  if (phase === 'done' && flow.result)
    return <ResultReport result={flow.result} onAgain={flow.startOver} />
  if (phase === 'pick' || phase === 'reading')
    return <DropZone progress={flow.progress} onFiles={flow.addFiles} onCancel={flow.cancel} />
  return (
    <div className="import" data-testid="import">
      <aside className="import-side">
        <h1>{t('importing.title')}</h1>
        <FileList flow={flow} />
        <TargetField flow={flow} />
        <RunBar flow={flow} />
      </aside>
      <FileDetails key={flow.reading?.importId} flow={flow} />
    </div>
  )
}
