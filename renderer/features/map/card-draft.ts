import { store } from '../../data/store'
import type { DraftPlace } from './map-store'

/** A card that was being typed when the app ended. */
export interface CardDraft {
  readonly text: string
  /** Null = the text belonged to an existing card. */
  readonly place: DraftPlace | null
  readonly seatId: string | null
}

/** Quiet time after a key before the text is saved, ms; a second is the most that may be lost. */
const quietMs = 300

/** Keeps the text of the card being typed in the store, against a crash. */
export function createCardDraft(accountId: string) {
  const key = `map.card.${accountId}`
  let timer = 0
  return {
    keep(draft: CardDraft | null): void {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => {
        const isEmpty = draft === null || draft.text.trim() === ''
        const call = isEmpty
          ? store.draft.remove({ key })
          : store.draft.save({ key, body: JSON.stringify(draft) })
        call.catch(() => undefined)
      }, quietMs)
    },
    async find(): Promise<CardDraft | null> {
      const saved = await store.draft.byKey({ key }).catch(() => null)
      return saved ? readDraft(saved.body) : null
    },
  }
}

/** Text of an older version or another shape is no reason not to open the map. */
function readDraft(body: string): CardDraft | null {
  try {
    const { text, place, seatId } = JSON.parse(body) as Partial<CardDraft>
    return typeof text === 'string' ? { text, place: place ?? null, seatId: seatId ?? null } : null
  } catch {
    return null
  }
}
