import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../data/draft'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { Check } from '../../ui/check'

/** A note about the account, typed where it will stand; kept while it is being typed. */
export function NoteBox({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const draft = useDraft(`account.${accountId}.newNote`, '')
  const [isPrivate, setPrivate] = useState(false)
  const hasText = draft.text.trim() !== ''
  async function keep(): Promise<void> {
    if (!hasText) return
    const added = await run(
      draft
        .commit((body) =>
          store.note.create({ accountId, body: body.trim(), isPrivate: isPrivate ? 1 : 0 }),
        )
        .then(() => true),
    )
    if (added) toastDone(t('accounts.note.added'))
  }
  return (
    <form
      className="note-box"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <textarea
        className="input"
        data-testid="new-note"
        rows={hasText ? Math.min(12, draft.text.split('\n').length + 1) : 1}
        aria-label={t('accounts.note.write')}
        placeholder={t('accounts.note.write')}
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void keep()
        }}
      />
      {hasText && (
        <div>
          <Check
            label={t('accounts.note.private')}
            hint={t('accounts.note.privateHint')}
            isOn={isPrivate}
            onChange={setPrivate}
          />
          <Button type="submit" look="primary" shortcut="Ctrl Enter" data-testid="add-note">
            {t('accounts.note.add')}
          </Button>
        </div>
      )}
    </form>
  )
}
