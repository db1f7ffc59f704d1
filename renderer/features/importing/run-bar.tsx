import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { formatCount } from '../../ui/format'
import { CountSum } from './count-sum'
import { needsAccount } from './target'
import type { ImportFlow } from './use-import'

/** What the import would do in numbers, and the button that does it; while it runs, how far it is. */
export function RunBar({ flow }: { readonly flow: ImportFlow }) {
  const { t, i18n } = useTranslation()
  const { preview, progress, phase, target, mappings } = flow
  if (phase === 'applying' && progress)
    return (
      <section className="run-bar" data-testid="import-progress">
        <p>{t('importing.running')}</p>
        <progress
          className="progress"
          value={progress.done}
          max={progress.total}
          aria-label={t('importing.running')}
        />
        <Button data-testid="cancel-import" onClick={flow.cancel}>
          {t('importing.stop')}
        </Button>
        <p className="faint">{t('importing.stopText')}</p>
      </section>
    )
  const isNameless =
    needsAccount(mappings) && target?.kind === 'named_account' && target.name.trim() === ''
  if (mappings.every((mapping) => mapping === null)) return null
  const work = preview ? preview.counts.created + preview.counts.updated : 0
  return (
    <section className="run-bar" aria-busy={flow.isPreviewing}>
      {preview && <CountSum counts={preview.counts} />}
      <Button
        look="primary"
        data-testid="start-import"
        disabled={!preview || flow.isPreviewing || isNameless || work === 0}
        onClick={flow.apply}
      >
        {t('importing.start', { n: formatCount(work, i18n.language) })}
      </Button>
      {isNameless && <p className="faint">{t('importing.target.needed')}</p>}
      {preview && work === 0 && <p className="faint">{t('importing.nothingToDo')}</p>}
    </section>
  )
}
