import { demo } from './demo/make'
import { branches } from './flows/branches'
import { drawing } from './flows/drawing'
import { meetingLog } from './flows/meeting-log'
import { opinions } from './flows/opinions'
import { portfolio } from './flows/portfolio'
import { visitPlan } from './flows/visit-plan'
import * as registry from './registry'
import { draft, history, local, search, storeInfo } from './system'
import { accountList } from './views/account-list'
import { accountTimeline } from './views/account-timeline'
import { lastContacts } from './views/last-contacts'
import { today } from './views/today'

type EntityOperations = {
  readonly [K in keyof typeof registry]: (typeof registry)[K]['operations']
}

/**
 * Every call the page can make, as one typed tree: an entity's operations under its name, then the
 * views, the steps that touch several entities, and the store's own actions.
 */
export const api = {
  ...(Object.fromEntries(
    Object.entries(registry).map(([name, entity]) => [name, entity.operations]),
  ) as unknown as EntityOperations),
  view: { accountList, accountTimeline, lastContacts, today },
  branches,
  drawing,
  opinions,
  portfolio,
  visitPlan,
  meetingLog,
  history,
  search,
  draft,
  local,
  storeInfo,
  demo,
}

/** The type the page builds its client from: `createStoreClient<Api>()`. */
export type Api = typeof api
