import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoveragePlace } from '../../../db/views/coverage'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SelectField, TextField } from '../../ui/field'
import { guessBoss, type GridCell } from './grid'

const bossesMax = 200

/** Fills a gap: a person, or only the seat that somebody must sit on. Nothing is required. */
export function AddDialog({
  accountId,
  cell,
  places,
  onClose,
}: {
  readonly accountId: string
  readonly cell: GridCell
  readonly places: readonly CoveragePlace[]
  onClose(): void
}) {
  const { t } = useTranslation()
  const { level, department } = cell
  const levelWords = t(`term.seatLevel.${level}`)
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [bossId, setBossId] = useState(() => guessBoss(places, level, department)?.seatId ?? '')
  const bosses = useMemo(
    () =>
      places
        .filter(({ seatId }) => seatId !== null)
        .slice(0, bossesMax)
        .map((place) => [place.seatId!, bossWords(place)] as const),
    [places],
  )
  async function add(): Promise<void> {
    const said = title.trim() || (name.trim() === '' ? `${levelWords}, ${department}` : '')
    const added = await run(
      store.drawing.add({
        accountId,
        bossId: bossId === '' ? null : bossId,
        name: name.trim(),
        title: said,
        department,
        level,
      }),
    )
    if (!added) return
    toastDone(t('whitespace.added', { name: name.trim() || said }))
    onClose()
  }
  return (
    <Dialog
      title={t('whitespace.addTitle', { level: levelWords, department })}
      testId="coverage-add-dialog"
      onClose={onClose}
      onSubmit={() => void add()}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button look="primary" type="submit">
            {t(name.trim() === '' ? 'whitespace.addSeat' : 'whitespace.addPerson')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('whitespace.name')}
        hint={t('whitespace.nameHint')}
        value={name}
        maxLength={400}
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('whitespace.title')}
        value={title}
        maxLength={400}
        onChange={(event) => setTitle(event.target.value)}
      />
      <SelectField
        label={t('whitespace.reportsTo')}
        value={bossId}
        options={[['', t('whitespace.nobody')], ...bosses]}
        onPick={setBossId}
      />
    </Dialog>
  )
}

function bossWords({ name, title }: CoveragePlace): string {
  return [name, title].filter(Boolean).join(', ') || '?'
}
