import { parseOutline } from '../../../db/formats/outline'
import { redo, undo } from '../../data/history'
import { store } from '../../data/store'
import type { CardText } from './edit-text'
import type { DraftPlace, Jot } from './map-store'
import type { MapWrites } from './writes'

/** The map's wishes as calls of the store. `meetingId` is the running meeting, if one runs. */
export function makeStoreWrites(accountId: string, meetingId: string | null): MapWrites {
  return {
    async add(place, text, personId) {
      const seatId = await addCard(accountId, place, text, personId)
      if (place.isWalkIn && meetingId !== null) await markWalkIn(seatId, meetingId, accountId)
      return seatId
    },
    async edit(seatId, text, personId) {
      await store.drawing.edit({ seatId, ...writable(text), ...withPerson(personId) })
    },
    async move(seatIds, bossId, afterId) {
      const after = afterId === undefined ? {} : { afterId }
      await store.branches.move({ seatIds: [...seatIds], bossId, ...after })
    },
    async copyBranch(seatIds, bossId) {
      await store.branches.copy({ seatIds: [...seatIds], bossId })
    },
    async setStance(personIds, stance) {
      const meeting = meetingId === null ? {} : { meetingId }
      await store.opinions.setStance({ personIds: [...personIds], stance, ...meeting })
    },
    async setInfluence(personIds, influence) {
      await store.opinions.setInfluence({ personIds: [...personIds], influence })
    },
    async setRole(personIds, role, has) {
      for (const personId of personIds)
        await store.buyingRole.set({ personId, role, has: has ? 1 : 0 })
    },
    async setTopFive(personId, isTopFive, insteadOfId) {
      if (insteadOfId) await store.person.setTopFive({ id: insteadOfId, isTopFive: 0 })
      await store.person.setTopFive({ id: personId, isTopFive: isTopFive ? 1 : 0 })
    },
    async setAttended(personIds, isAttending) {
      if (meetingId === null) return
      const attendance = isAttending ? 'attended' : 'absent'
      for (const personId of personIds)
        await store.participant.set({ meetingId, personId, attendance })
    },
    async vacate(seatIds) {
      for (const seatId of seatIds) await store.drawing.vacate({ seatId, hasLeftCompany: true })
    },
    async removeSeats(seatIds, keepReports) {
      await store.drawing.removeSeats({ seatIds: [...seatIds], keepReports })
    },
    async removePeople(personIds) {
      for (const personId of personIds) await store.drawing.removePerson({ personId })
    },
    async addLine(kind, fromSeatId, toSeatId) {
      await store.line.create({ accountId, kind, fromSeatId, toSeatId })
    },
    async jot(jot, personIds, text) {
      for (const personId of personIds) await jotDown(jot, { accountId, meetingId, personId }, text)
    },
    async pasteOutline(bossId, text) {
      const { nodes, links } = parseOutline(text)
      if (nodes.length === 0) return
      await store.branches.addOutline({
        accountId,
        bossId,
        nodes: nodes.map((node) => ({ ...node, roles: [...node.roles] })),
        links: links.map((link) => ({ ...link })),
      })
    },
    async undo() {
      await undo()
      return true
    },
    async redo() {
      await redo()
      return true
    },
  }
}

async function addCard(
  accountId: string,
  place: DraftPlace,
  text: CardText,
  personId: string | undefined,
): Promise<string> {
  const [aboveSeatId, ...others] = place.aboveIds ?? []
  const { seatId } = await store.drawing.add({
    accountId,
    bossId: place.bossId,
    ...(place.afterId === undefined ? {} : { afterId: place.afterId }),
    ...(aboveSeatId === undefined ? {} : { aboveSeatId }),
    ...writable(text),
    ...withPerson(personId),
  })
  for (const id of others) await store.seat.move({ id, bossId: seatId })
  return seatId
}

/** `Competitor: what they said` names the competitor of a sighting. */
async function jotDown(
  jot: Jot,
  about: {
    readonly accountId: string
    readonly meetingId: string | null
    readonly personId: string
  },
  text: string,
): Promise<void> {
  const { personId } = about
  switch (jot) {
    case 'note':
      await store.note.create({ ...about, body: text })
      return
    case 'action':
      await store.actionItem.create({ ...about, title: text.replace(/\s+/gu, ' ') })
      return
    case 'sighting': {
      const [, name = text, pitch = ''] = /^([^:\n]{1,80}):\s*(.*)$/su.exec(text) ?? []
      await store.competitorSighting.create({ ...about, competitorName: name.trim(), pitch })
      return
    }
    case 'need': {
      const person = await store.person.byId({ id: personId })
      const needs = [person?.needs ?? '', text].filter((part) => part !== '').join('\n')
      await store.person.set({ id: personId, fields: { needs } })
    }
  }
}

async function markWalkIn(seatId: string, meetingId: string, accountId: string): Promise<void> {
  const occupancies = await store.occupancy.byAccount({ accountId })
  const now = occupancies.find((row) => row.seatId === seatId && row.toDate === null)
  if (!now) return
  await store.participant.set({ meetingId, personId: now.personId, attendance: 'walk_in' })
}

function withPerson(personId: string | undefined): { personId?: string } {
  return personId === undefined ? {} : { personId }
}

function writable({ roles, ...text }: CardText) {
  return roles ? { ...text, roles: [...roles] } : text
}
