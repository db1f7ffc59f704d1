import { useMemo } from 'react'
import type { ActionItem } from '../../../db/entities/action-item'
import type { CompetitorSighting } from '../../../db/entities/competitor-sighting'
import type { Note } from '../../../db/entities/note'
import type { Opinion } from '../../../db/entities/opinion'
import type { LastContact } from '../../../db/views/last-contacts'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import type { VisitModel, VisitPerson } from './visit-model'
import { useVisit } from './use-visit'

/** One person of the brief with everything we know that matters in the room. */
export interface BriefPerson extends VisitPerson {
  readonly lastContact: LastContact | null
  /** Stances over time, the newest first, at most four. */
  readonly stances: readonly Opinion[]
  readonly actions: readonly ActionItem[]
  readonly sightings: readonly CompetitorSighting[]
  /** What we want from them: the objectives of the items they are needed for. */
  readonly objectives: readonly string[]
}

export interface BriefModel {
  readonly visit: VisitModel
  readonly people: readonly BriefPerson[]
  /** Open actions of the account that are not one person's of this visit. */
  readonly otherActions: readonly ActionItem[]
  readonly promises: readonly Note[]
}

/** Everything the flight pack says; undefined while it loads, null when the visit is gone. */
export function useBrief(visitId: string): BriefModel | null | undefined {
  const model = useVisit(visitId)
  const ofAccount = model ? { accountId: model.visit.accountId } : null
  const contacts = useLive(store.view.lastContacts, ofAccount)
  const opinions = useLive(store.opinion.byAccount, ofAccount)
  const actions = useLive(store.actionItem.byAccount, ofAccount)
  const sightings = useLive(store.competitorSighting.byAccount, ofAccount)
  const notes = useLive(store.note.byAccount, ofAccount)
  return useMemo(() => {
    if (!model) return model
    if (!contacts || !opinions || !actions || !sightings || !notes) return undefined
    const open = actions.filter(({ status }) => status === 'open')
    const coming = model.people.filter(({ state }) => state === 'in')
    const comingIds = new Set(coming.map(({ person }) => person.id))
    return {
      visit: model,
      people: coming.map((entry) => ({
        ...entry,
        lastContact: contacts.find(({ personId }) => personId === entry.person.id) ?? null,
        stances: opinions
          .filter(({ personId, kind }) => personId === entry.person.id && kind === 'stance')
          .sort((a, b) => b.atMs - a.atMs)
          .slice(0, 4),
        actions: open.filter(({ personId }) => personId === entry.person.id),
        sightings: sightings.filter(({ personId }) => personId === entry.person.id),
        objectives: model.timed
          .filter(({ id }) => model.neededByItem.get(id)?.includes(entry.person.id))
          .map(({ item }) => item.objective)
          .filter((objective) => objective !== ''),
      })),
      otherActions: open.filter(({ personId }) => personId === null || !comingIds.has(personId)),
      promises: notes.filter(({ kind }) => kind === 'promise'),
    }
  }, [model, contacts, opinions, actions, sightings, notes])
}
