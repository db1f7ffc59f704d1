import { buyingRoles } from '../../../db/terms'
import { nextInfluence, type AttributeChange } from './attributes'
import {
  primarySeat,
  refuse,
  selectedSeats,
  type CommandRun,
  type CommandScene,
} from './command-scene'
import type { Jot } from './map-store'
import { nameSeat, type BuyingRole, type LineKind, type MapPerson, type Stance } from './model'

/** Most people that can be marked as top five (methods 0.13). */
const topFiveMax = 5

/** Commands about the selected people; each acts on all of them. */
export const personCommands = {
  stanceOpponent: setStance('opponent'),
  stanceNonSupporter: setStance('non_supporter'),
  stanceNeutral: setStance('neutral'),
  stanceSupporter: setStance('supporter'),
  stanceChampion: setStance('champion'),
  stanceUnknown: setStance('unknown'),
  cycleInfluence: (scene) => {
    const first = primarySeat(scene)?.person ?? selectedPeople(scene)[0]
    if (!first) return refuse(scene, 'noPerson')
    applyChange(scene, { kind: 'influence', value: nextInfluence(first.influence) })
  },
  toggleTopFive: (scene) => {
    const person = primarySeat(scene)?.person
    if (!person) return refuse(scene, 'noPerson')
    applyChange(scene, { kind: 'topFive', value: !person.isTopFive })
  },
  repeatChange: (scene) => {
    const { lastChange } = scene.screen.getState()
    if (!lastChange) return refuse(scene, 'nothingToRepeat')
    applyChange(scene, lastChange)
  },
  vacateSeat: (scene) => {
    const ids = selectedSeats(scene).flatMap((seat) => (seat.person ? [seat.id] : []))
    if (ids.length === 0) return refuse(scene, 'noPerson')
    scene.writes.vacate(ids).catch(scene.onError)
  },
  roleEconomicBuyer: toggleRole('economic_buyer'),
  roleUserBuyer: toggleRole('user_buyer'),
  roleTechnicalBuyer: toggleRole('technical_buyer'),
  roleCoach: toggleRole('coach'),
  roleChampion: toggleRole('champion'),
  roleDecisionMaker: toggleRole('decision_maker'),
  roleApprover: toggleRole('approver'),
  roleEvaluator: toggleRole('evaluator'),
  roleInfluencer: toggleRole('influencer'),
  roleProcurement: toggleRole('procurement'),
  roleLegal: toggleRole('legal'),
  roleSecurity: toggleRole('security'),
  roleGatekeeper: toggleRole('gatekeeper'),
  roleEndUser: toggleRole('end_user'),
  roleNone: (scene) => applyChange(scene, { kind: 'noRoles' }),
  lineInfluences: pickLine('influences'),
  lineDotted: pickLine('dotted'),
  lineConflicts: pickLine('conflicts'),
  linePeer: pickLine('peer'),
  toggleAttended: (scene) => {
    const people = selectedPeople(scene)
    if (people.length === 0) return refuse(scene, 'noPerson')
    const isAttending = !people.every((person) => person.isAttending)
    scene.writes.setAttended(idsOf(people), isAttending).catch(scene.onError)
  },
  addNote: openJot('note'),
  addAction: openJot('action'),
  addSighting: openJot('sighting'),
  addNeed: openJot('need'),
} satisfies Record<string, CommandRun>

/** Applies a change to every selected person and remembers it for G. */
export function applyChange(scene: CommandScene, change: AttributeChange): void {
  const people = selectedPeople(scene)
  if (people.length === 0) return refuse(scene, 'noPerson')
  const { screen, writes, onError } = scene
  screen.setState({ lastChange: change, refusal: null, pending: [] })
  const ids = idsOf(people)
  switch (change.kind) {
    case 'stance':
      writes.setStance(ids, change.value).then(() => sayStance(scene, change.value), onError)
      return
    case 'influence':
      writes.setInfluence(ids, change.value).catch(onError)
      return
    case 'role':
      writes.setRole(ids, change.role, change.has).catch(onError)
      return
    case 'noRoles':
      for (const role of buyingRoles) {
        const having = people.filter((person) => person.roles.includes(role))
        if (having.length > 0) writes.setRole(idsOf(having), role, false).catch(onError)
      }
      return
    case 'topFive':
      markTopFive(scene, people, change.value)
  }
}

function markTopFive(scene: CommandScene, people: readonly MapPerson[], value: boolean): void {
  const { forest, screen, writes, onError } = scene
  const marked = [...forest.seatsById.values()].filter((seat) => seat.person?.isTopFive).length
  let free = topFiveMax - marked
  for (const person of people) {
    if (person.isTopFive === value) continue
    if (value && free <= 0) {
      screen.setState({ panel: { kind: 'topFive', personId: person.id } })
      return
    }
    free -= value ? 1 : -1
    writes.setTopFive(person.id, value).catch(onError)
  }
}

function setStance(value: Stance): CommandRun {
  return (scene) => applyChange(scene, { kind: 'stance', value })
}

/** The first selected person decides whether the role is given or taken; all follow. */
function toggleRole(role: BuyingRole): CommandRun {
  return (scene) => {
    const first = primarySeat(scene)?.person ?? selectedPeople(scene)[0]
    if (!first) return refuse(scene, 'noPerson')
    applyChange(scene, { kind: 'role', role, has: !first.roles.includes(role) })
  }
}

function pickLine(line: LineKind): CommandRun {
  return ({ screen }) => {
    const { selected } = screen.getState()
    if (selected.size === 0) return
    screen.setState({ panel: { kind: 'line', line, fromIds: [...selected] }, pending: [] })
  }
}

function openJot(jot: Jot): CommandRun {
  return (scene) => {
    const personIds = idsOf(selectedPeople(scene))
    if (personIds.length === 0) return refuse(scene, 'noPerson')
    scene.screen.setState({ panel: { kind: 'jot', jot, personIds }, pending: [] })
  }
}

function sayStance(scene: CommandScene, value: Stance): void {
  const seat = primarySeat(scene)
  if (seat) scene.say('live.stance', { name: nameSeat(seat), valueKey: `stance.${value}` })
}

function selectedPeople(scene: CommandScene): readonly MapPerson[] {
  return selectedSeats(scene).flatMap((seat) => (seat.person ? [seat.person] : []))
}

function idsOf(people: readonly MapPerson[]): readonly string[] {
  return people.map((person) => person.id)
}
