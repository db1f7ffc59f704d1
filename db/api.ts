import { demo } from './demo/make'
import { branches } from './flows/branches'
import { drawing } from './flows/drawing'
import { invitations } from './flows/invitations'
import { importing } from './flows/importing'
import { meetingLog } from './flows/meeting-log'
import { opinions } from './flows/opinions'
import { outbox } from './flows/outbox'
import { portfolio } from './flows/portfolio'
import { reconfirm } from './flows/reconfirm'
import { snapshots } from './flows/snapshots'
import { conflicts } from './flows/resolve-conflict'
import { visitPlan } from './flows/visit-plan'
import * as registry from './registry'
import { sync } from './sync/operations'
import { draft, history, local, search, storeInfo } from './system'
import { accountList } from './views/account-list'
import { accountTimeline } from './views/account-timeline'
import { conflictList } from './views/conflict-list'
import { coverage, fadedOpinions } from './views/coverage'
import { lastContacts } from './views/last-contacts'
import { mapAt, mapDiff, meetingDiff } from './views/map-diff'
import { teamFeed } from './views/team-feed'
import { teamFigures } from './views/team-figures'
import { today } from './views/today'
import { topFiveReview } from './views/top-five-review'

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
  view: {
    accountList,
    accountTimeline,
    lastContacts,
    conflictList,
    coverage,
    fadedOpinions,
    mapAt,
    mapDiff,
    meetingDiff,
    teamFeed,
    teamFigures,
    today,
    topFiveReview,
  },
  branches,
  drawing,
  opinions,
  portfolio,
  reconfirm,
  snapshots,
  visitPlan,
  invitations,
  outbox,
  meetingLog,
  conflicts,
  sync,
  importing,
  history,
  search,
  draft,
  local,
  storeInfo,
  demo,
}

/** The type the page builds its client from: `createStoreClient<Api>()`. */
export type Api = typeof api
