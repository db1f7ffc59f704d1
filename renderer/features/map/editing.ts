import type { CommandScene } from './command-scene'
import type { EditCommandId } from './commands'
import { readCardText, readEditedText, type CardText } from './edit-text'
import { nextDraftId, selectOnly, type DraftPlace, type MapEdit } from './map-store'
import type { MapWrites } from './writes'

export type CommitHow = Exclude<EditCommandId, 'newLine'>

/** Gives false when the text could not be saved; the editor then keeps it. */
export type Commit = (text: string, how: CommitHow, personId?: string) => Promise<boolean>

/**
 * Commits what was typed, one after the other: a quick hand may press Enter twice before the store
 * has answered once, and the second card belongs beside the first.
 */
export function createEditing(readScene: () => CommandScene): Commit {
  const bossById = new Map<string, string | null>()
  let queue: Promise<unknown> = Promise.resolve()
  return (text, how, personId) => {
    const { screen } = readScene()
    if (how === 'commit' && screen.getState().edit !== null) screen.setState({ isCommitting: true })
    const done = queue.then(() => commitOne(readScene(), bossById, text, how, personId))
    queue = done.finally(() => {
      if (how === 'commit') screen.setState({ isCommitting: false })
    })
    return done
  }
}

async function commitOne(
  scene: CommandScene,
  bossById: Map<string, string | null>,
  text: string,
  how: CommitHow,
  personId: string | undefined,
): Promise<boolean> {
  const { screen, writes, onError, say } = scene
  const { edit } = screen.getState()
  if (edit === null) return true
  const card = edit.kind === 'seat' ? readEditedText(text) : readCardText(text)
  const findBoss = (id: string) => bossById.get(id) ?? scene.forest.bossById.get(id) ?? null
  if (card === null && personId === undefined) {
    leaveEmpty(scene, edit, how, findBoss)
    return true
  }
  try {
    const seatId = await saveCard(writes, edit, card ?? {}, personId)
    const bossId = edit.kind === 'draft' ? edit.place.bossId : findBoss(seatId)
    bossById.set(seatId, bossId)
    const isTop = bossId === null && how === 'commitAddPeer'
    const place = isTop ? null : nextPlace(how, seatId, bossId, findBoss)
    selectOnly(screen, [seatId])
    screen.setState({
      edit: place && { kind: 'draft', draftId: nextDraftId(screen), session: edit.session, place },
      heir: edit.kind === 'draft' ? { draftId: edit.draftId, seatId } : null,
    })
    if (edit.kind === 'draft') sayAdded(scene, card?.name ?? card?.title ?? '?', bossId, say)
    return true
  } catch (error) {
    onError(error)
    return false
  }
}

async function saveCard(
  writes: MapWrites,
  edit: MapEdit,
  card: CardText,
  personId: string | undefined,
): Promise<string> {
  if (edit.kind === 'draft') return writes.add(edit.place, card, personId)
  await writes.edit(edit.seatId, card, personId)
  return edit.seatId
}

/** Where the next card goes; null = none. */
function nextPlace(
  how: CommitHow,
  seatId: string,
  bossId: string | null,
  findBoss: (id: string) => string | null,
): DraftPlace | null {
  switch (how) {
    case 'commitAddPeer':
      return { bossId, afterId: seatId }
    case 'commitAddReport':
      return { bossId: seatId }
    case 'commitAddAbove':
      return bossId === null
        ? { bossId: null, afterId: seatId }
        : { bossId: findBoss(bossId), afterId: bossId }
    case 'commit':
      return null
  }
}

/** An empty new card vanishes, or with Shift+Tab tries one level up; an old card is left alone. */
function leaveEmpty(
  { screen, forest }: CommandScene,
  edit: MapEdit,
  how: CommitHow,
  findBoss: (id: string) => string | null,
): void {
  if (edit.kind === 'draft' && how === 'commitAddAbove' && edit.place.bossId !== null) {
    const { bossId } = edit.place
    const place: DraftPlace = { bossId: findBoss(bossId), afterId: bossId }
    screen.setState({ edit: { ...edit, draftId: nextDraftId(screen), place } })
    return
  }
  screen.setState({ edit: null })
  if (edit.kind !== 'draft') return
  const { primaryId } = screen.getState()
  const back = primaryId ?? edit.place.afterId ?? edit.place.bossId
  if (back && forest.seatsById.has(back)) selectOnly(screen, [back])
}

function sayAdded(
  { forest }: CommandScene,
  name: string,
  bossId: string | null,
  say: CommandScene['say'],
): void {
  const boss = bossId === null ? undefined : forest.seatsById.get(bossId)
  const bossName = boss?.person?.name ?? boss?.title
  if (bossName) say('live.added', { name, boss: bossName })
  else say('live.addedTop', { name })
}
