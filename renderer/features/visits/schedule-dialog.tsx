import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../../db/entities/site'
import type { Visit } from '../../../db/entities/visit'
import { visitTypes } from '../../../db/terms'
import type { VisitType } from '../../../db/terms'
import { toInstant } from '../../../db/visit/wall-time'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SelectField, TextField } from '../../ui/field'
import { ZoneField } from './zone-field'

/** Time, place and kind of a visit. */
export function ScheduleDialog({
  visit,
  sites,
  startLocal,
  endLocal,
  onClose,
}: {
  readonly visit: Visit
  readonly sites: readonly Site[]
  readonly startLocal: string
  readonly endLocal: string
  onClose(): void
}) {
  const { t } = useTranslation()
  const [start, setStart] = useState(startLocal)
  const [end, setEnd] = useState(endLocal)
  const [zone, setZone] = useState(visit.timeZone)
  const [siteId, setSiteId] = useState(visit.siteId ?? '')
  const [room, setRoom] = useState(visit.room)
  const [type, setType] = useState<VisitType>(visit.type)
  const from = toInstant(start, zone)
  const until = toInstant(end, zone)
  const isBackwards = from !== null && until !== null && until.atMs <= from.atMs
  const canSave = from !== null && until !== null && !isBackwards

  async function save(): Promise<void> {
    if (!canSave) return
    const schedule = {
      startAtMs: from.atMs,
      endAtMs: until.atMs,
      timeZone: zone,
      startLocal: start,
    }
    const fields = { ...schedule, siteId: siteId || null, room, type }
    await run(store.visit.set({ id: visit.id, fields }))
    onClose()
  }

  return (
    <Dialog
      title={t('visits.schedule.title')}
      testId="schedule-dialog"
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" type="submit" disabled={!canSave} data-testid="schedule-save">
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <div className="field-row">
        <TextField
          label={t('visits.field.start')}
          type="datetime-local"
          value={start}
          data-testid="schedule-start"
          onChange={(event) => setStart(event.target.value.slice(0, 16))}
        />
        <TextField
          label={t('visits.field.end')}
          type="datetime-local"
          value={end}
          problem={isBackwards ? t('visits.problem.backwards') : null}
          data-testid="schedule-end"
          onChange={(event) => setEnd(event.target.value.slice(0, 16))}
        />
      </div>
      <div className="field-row">
        <SelectField
          label={t('visits.field.site')}
          value={siteId}
          options={[
            ['', t('visits.field.noSite')],
            ...sites.map(({ id, name }) => [id, name] as const),
          ]}
          onPick={(id) => {
            setSiteId(id)
            const picked = sites.find((each) => each.id === id)
            if (picked) setZone(picked.timeZone)
          }}
        />
        <ZoneField
          value={zone}
          problem={from ? null : t('visits.problem.time')}
          onChange={setZone}
        />
      </div>
      <div className="field-row">
        <TextField
          label={t('visits.field.room')}
          value={room}
          maxLength={400}
          onChange={(event) => setRoom(event.target.value)}
        />
        <SelectField
          label={t('visits.field.type')}
          value={type}
          options={visitTypes.map((each) => [each, t(`term.visitType.${each}`)] as const)}
          onPick={setType}
        />
      </div>
    </Dialog>
  )
}
