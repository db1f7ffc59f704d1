import { useEffect, useMemo, useState } from 'react'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import type { VisitModel } from './visit-model'
import { makeVisitModel } from './visit-model'

/** Everything of a visit, always current: undefined while it loads, null when there is none. */
export function useVisit(visitId: string): VisitModel | null | undefined {
  const visit = useLive(store.visit.byId, { id: visitId })
  const ofAccount = visit ? { accountId: visit.accountId } : null
  const account = useLive(store.account.byId, visit ? { id: visit.accountId } : null)
  const attendees = useLive(store.attendee.byVisit, { visitId })
  const items = useLive(store.agendaItem.byVisit, { visitId })
  const needs = useLive(store.agendaNeed.byVisit, { visitId })
  const people = useLive(store.person.byAccount, ofAccount)
  const seats = useLive(store.seat.byAccount, ofAccount)
  const occupancies = useLive(store.occupancy.byAccount, ofAccount)
  const roles = useLive(store.buyingRole.byAccount, ofAccount)
  const gates = useLive(store.gate.byAccount, ofAccount)
  const sites = useLive(store.site.byAccount, ofAccount)
  const visits = useLive(store.visit.all, {})
  const others = useLive(store.attendee.byAccount, ofAccount)
  const members = useLive(store.member.all, {})
  const mails = useLive(store.outgoingMail.byVisit, { visitId })
  const holidays = useHolidays(visitId)

  return useMemo(() => {
    if (visit === undefined) return undefined
    if (visit === null) return null
    const isReady =
      account && attendees && items && needs && people && seats && occupancies && roles
    if (!isReady || !gates || !sites || !visits || !others || !members || !mails) return undefined
    const rows = { visit, account, attendees, items, needs, people, seats, occupancies, roles }
    return makeVisitModel({ ...rows, gates, sites, visits, others, members, mails, holidays })
  }, [
    visit,
    account,
    attendees,
    items,
    needs,
    people,
    seats,
    occupancies,
    roles,
    gates,
    sites,
    visits,
    others,
    members,
    mails,
    holidays,
  ])
}

function useHolidays(visitId: string): readonly { date: string; name: string }[] {
  const [holidays, setHolidays] = useState<readonly { date: string; name: string }[]>([])
  const visit = useLive(store.visit.byId, { id: visitId })
  const site = useLive(store.site.byId, visit?.siteId ? { id: visit.siteId } : null)
  const country = site?.country ?? ''
  const region = site?.region ?? ''
  const startAtMs = visit?.startAtMs ?? 0
  const endAtMs = visit?.endAtMs ?? 0
  const zone = visit?.timeZone ?? 'UTC'
  useEffect(() => {
    if (country === '' || startAtMs === 0) return setHolidays([])
    let isCurrent = true
    void Promise.all([
      import('../../../db/visit/holidays'),
      import('../../../db/visit/wall-time'),
    ]).then(async ([{ listHolidays }, { listDates }]) => {
      const language = document.documentElement.lang as 'en'
      const found = await listHolidays(
        { country, region },
        listDates(startAtMs, endAtMs, zone),
        language,
      )
      if (isCurrent) setHolidays(found ?? [])
    })
    return () => {
      isCurrent = false
    }
  }, [country, region, startAtMs, endAtMs, zone])
  return holidays
}
