import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { TextField } from '../../ui/field'
import { foldText } from '../../ui/fold-text'
import '../../ui/check.css'
import { namesAccounts, needsAccount } from './target'
import type { ImportFlow } from './use-import'

/** Which account the people go to: one by name, new or known, or as each row says. */
export function TargetField({ flow }: { readonly flow: ImportFlow }) {
  const { t } = useTranslation()
  const { target, mappings, setTarget } = flow
  const accounts = useLive(store.view.accountList, {})
  const name =
    target?.kind === 'named_account'
      ? target.name
      : target?.kind === 'account'
        ? (accounts?.find((row) => row.id === target.accountId)?.name ?? '')
        : ''
  const folded = foldText(name.trim())
  const twin = useMemo(
    () => accounts?.find((row) => folded !== '' && foldText(row.name) === folded),
    [accounts, folded],
  )
  const offered = useMemo(
    () =>
      folded === ''
        ? []
        : (accounts ?? []).filter((row) => foldText(row.name).includes(folded)).slice(0, 30),
    [accounts, folded],
  )
  if (!needsAccount(mappings)) return null
  const canFollow = namesAccounts(mappings)
  const isFollowing = target?.kind === 'by_column'
  return (
    <section aria-label={t('importing.target.title')} className="import-target">
      <h2>{t('importing.target.title')}</h2>
      {canFollow && (
        <div className="target-modes" role="radiogroup" aria-label={t('importing.target.title')}>
          <label className="check">
            <input
              type="radio"
              name="target"
              checked={isFollowing}
              onChange={() => setTarget({ kind: 'by_column', fallbackAccountId: null })}
            />
            <span>{t('importing.target.byColumn')}</span>
          </label>
          <label className="check">
            <input
              type="radio"
              name="target"
              checked={!isFollowing}
              onChange={() => setTarget({ kind: 'named_account', name: ' ' })}
            />
            <span>{t('importing.target.one')}</span>
          </label>
        </div>
      )}
      {!isFollowing && (
        <>
          <TextField
            label={t('importing.target.account')}
            list="import-accounts"
            maxLength={400}
            data-testid="import-account"
            placeholder={t('importing.target.placeholder')}
            hint={
              name.trim() === ''
                ? undefined
                : t(twin ? 'importing.target.known' : 'importing.target.new')
            }
            value={name.trimStart()}
            disabled={flow.phase === 'applying'}
            onChange={(event) => {
              const typed = event.target.value
              const known = accounts?.find((row) => row.name === typed)
              setTarget(
                known
                  ? { kind: 'account', accountId: known.id }
                  : { kind: 'named_account', name: typed || ' ' },
              )
            }}
          />
          <datalist id="import-accounts">
            {offered.map((row) => (
              <option key={row.id} value={row.name}>
                {row.city}
              </option>
            ))}
          </datalist>
        </>
      )}
    </section>
  )
}
