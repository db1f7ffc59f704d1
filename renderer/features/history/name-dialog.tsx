import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../db/entities/snapshot'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'

/** A snapshot's name, or its removal. */
export function NameDialog({
  snapshot,
  onClose,
  onRemove,
}: {
  readonly snapshot: Snapshot
  onClose(): void
  onRemove(): void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(snapshot.name)
  async function save(): Promise<void> {
    const done = await run(store.snapshot.rename({ id: snapshot.id, name: name.slice(0, 400) }))
    if (done !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('mapHistory.nameTitle')}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button look="danger" onClick={onRemove}>
            {t('ui.remove')}
          </Button>
          <span className="history__gap" />
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button look="primary" type="submit">
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('mapHistory.name')}
        hint={t('mapHistory.nameHint')}
        value={name}
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
    </Dialog>
  )
}
