import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../db/entities/person'
import type { Site } from '../../../db/entities/site'
import { languages, modalities, visitTypes } from '../../../db/terms'
import type { Language, Modality, VisitType } from '../../../db/terms'
import { chooseLanguage, makePlannedPeople } from '../../../db/visit/planned-people'
import type { PlannedPerson } from '../../../db/visit/planned-person'
import { selectAttendees } from '../../../db/visit/select-attendees'
import { proposeAgenda } from '../../../db/visit/templates'
import { toInstant } from '../../../db/visit/wall-time'
import type { RouteParams } from '../../app/feature'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { SelectField, TextField } from '../../ui/field'
import { ScreenSkeleton } from '../../ui/skeleton'
import { InvitePicker } from './invite-picker'
import { ZoneField } from './zone-field'
import './visits.css'

/** One form, one action: a visit with an agenda, and everybody invited. */
export function MakeVisitScreen({ params }: { readonly params: RouteParams }) {
  const accountId = params.accountId!
  const account = useLive(store.account.byId, { id: accountId })
  const people = useLive(store.person.byAccount, { accountId })
  const seats = useLive(store.seat.byAccount, { accountId })
  const occupancies = useLive(store.occupancy.byAccount, { accountId })
  const roles = useLive(store.buyingRole.byAccount, { accountId })
  const sites = useLive(store.site.byAccount, { accountId })
  if (!account || !people || !seats || !occupancies || !roles || !sites) return <ScreenSkeleton />
  return (
    <MakeVisitForm
      accountId={accountId}
      accountName={account.name}
      country={account.country}
      sites={sites}
      people={makePlannedPeople({ people: people as Person[], seats, occupancies, roles })}
    />
  )
}

function MakeVisitForm({
  accountId,
  accountName,
  country,
  sites,
  people,
}: {
  readonly accountId: string
  readonly accountName: string
  readonly country: string
  readonly sites: readonly Site[]
  readonly people: readonly PlannedPerson[]
}) {
  const { t, i18n } = useTranslation()
  const home = sites.find(({ isHeadquarters }) => isHeadquarters === 1) ?? sites[0] ?? null
  const [siteId, setSiteId] = useState(home?.id ?? '')
  const site = sites.find(({ id }) => id === siteId) ?? null
  const [type, setType] = useState<VisitType>('discovery')
  const [typedTitle, setTypedTitle] = useState<string | null>(null)
  const [modality, setModality] = useState<Modality>('on_site')
  const [language, setLanguage] = useState<Language>(() =>
    chooseLanguage('', home?.country || country),
  )
  const [date, setDate] = useState(proposeDate)
  const [time, setTime] = useState('09:00')
  const [zone, setZone] = useState(
    home?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  )
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const [isMaking, setMaking] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const items = proposeAgenda(type, language)
  const minutes = items.reduce((sum, item) => sum + item.durationMinutes, 0)
  const title =
    typedTitle ??
    t('visits.make.titleProposal', { type: t(`term.visitType.${type}`), account: accountName })
  const resolved = toInstant(`${date}T${time}`, zone)
  const { invited, out } = selectAttendees(people)
  const leftOut = invited.filter(({ id }) => reasons.has(id))
  const isReasonMissing = leftOut.some(({ id }) => reasons.get(id)!.trim() === '')
  const count = invited.length - leftOut.length

  async function make(): Promise<void> {
    if (!resolved || isReasonMissing || isMaking) return
    setMaking(true)
    const visitId = await run(
      store.visitPlan.create({
        accountId,
        title: title.trim() || accountName,
        type,
        modality,
        siteId: siteId || null,
        startAtMs: resolved.atMs,
        endAtMs: resolved.atMs + Math.ceil(minutes / 15) * 15 * 60_000,
        timeZone: zone,
        startLocal: `${date}T${time}`,
        items,
      }),
    )
    if (visitId) {
      for (const { id } of leftOut) {
        const reason = reasons.get(id)!
        await run(store.attendee.invite({ visitId, personId: id, isInvited: 0, reason }))
      }
      goTo(`visits/${visitId}`, { replace: true })
    }
    setMaking(false)
  }

  return (
    <form
      ref={form}
      className="make-visit"
      data-testid="make-visit-form"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') goTo(`accounts/${accountId}/visits`)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void make()
      }}
    >
      <div className="make-visit-fields">
        <h1>{t('visits.make.title', { account: accountName })}</h1>
        <TextField
          label={t('visits.field.title')}
          value={title}
          maxLength={400}
          data-testid="visit-title"
          onChange={(event) => setTypedTitle(event.target.value)}
        />
        <SelectField
          label={t('visits.field.type')}
          value={type}
          options={visitTypes.map((each) => [each, t(`term.visitType.${each}`)] as const)}
          onPick={setType}
          data-testid="visit-type"
        />
        <div className="field-row">
          <TextField
            label={t('visits.field.date')}
            type="date"
            value={date}
            required
            data-testid="visit-date"
            onChange={(event) => setDate(event.target.value)}
          />
          <TextField
            label={t('visits.field.start')}
            type="time"
            step={300}
            value={time}
            required
            data-testid="visit-time"
            onChange={(event) => setTime(event.target.value)}
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
            data-testid="visit-site"
          />
          <ZoneField
            value={zone}
            problem={resolved ? null : t('visits.problem.time')}
            onChange={setZone}
          />
        </div>
        {resolved && resolved.note !== 'exact' && (
          <p className="hint-line" role="status">
            {t(`visits.problem.${resolved.note}`)}
          </p>
        )}
        <div className="field-row">
          <SelectField
            label={t('visits.field.modality')}
            value={modality}
            options={modalities
              .filter((each) => each === 'on_site' || each === 'video' || each === 'phone')
              .map((each) => [each, t(`term.modality.${each}`)] as const)}
            onPick={setModality}
          />
          <SelectField
            label={t('visits.field.agendaLanguage')}
            value={language}
            options={languages.map((each) => [each, t(`visits.language.${each}`)] as const)}
            onPick={setLanguage}
            hint={t('visits.make.agendaHint', { count: items.length, minutes })}
          />
        </div>
        {site && (
          <p className="muted">
            {[site.street, site.postalCode, site.city].filter(Boolean).join(', ')}
          </p>
        )}
      </div>
      <InvitePicker
        invited={invited}
        out={out}
        reasons={reasons}
        language={i18n.language}
        onChange={setReasons}
      />
      <div className="make-visit-actions">
        <span className="muted">{isReasonMissing ? t('visits.make.reasonMissing') : ''}</span>
        <Button onClick={() => goTo(`accounts/${accountId}/visits`)}>{t('ui.cancel')}</Button>
        <Button
          look="primary"
          type="submit"
          shortcut="Ctrl+Enter"
          disabled={!resolved || isReasonMissing || isMaking}
          data-testid="invite-everyone"
        >
          {t('visits.make.invite', { count })}
        </Button>
      </div>
    </form>
  )
}

/** A working day two weeks from now, 'YYYY-MM-DD'. */
function proposeDate(): string {
  const day = new Date(Date.now() + 14 * 86_400_000)
  while (day.getDay() === 0 || day.getDay() === 6) day.setDate(day.getDate() + 1)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
}
