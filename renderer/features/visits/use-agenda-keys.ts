import type { KeyboardEvent, RefObject } from 'react'
import { stretchTo } from '../../../db/visit/agenda'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { useTranslation } from 'react-i18next'
import type { VisitModel } from './visit-model'

/**
 * The agenda by keyboard: arrows walk, Alt+arrows reorder, Shift+arrows change the length by five
 * minutes, Enter edits, N adds after, Delete removes, Esc leaves.
 */
export function useAgendaKeys({
  model,
  list,
  onSelect,
}: {
  readonly model: VisitModel
  readonly list: RefObject<HTMLDivElement | null>
  onSelect(itemId: string | null): void
}): (event: KeyboardEvent) => void {
  const { t } = useTranslation()

  function focus(id: string | undefined): void {
    if (id === undefined) return
    onSelect(id)
    const cards = list.current?.querySelectorAll<HTMLElement>('[data-agenda-id]') ?? []
    for (const card of cards) if (card.dataset.agendaId === id) card.focus()
  }

  return (event) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const id = (event.target as HTMLElement).dataset.agendaId
    const index = model.timed.findIndex((part) => part.id === id)
    const part = model.timed[index]
    if (!part) return
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0 && event.altKey) {
      const afterId = model.timed[step < 0 ? index - 2 : index + 1]?.id ?? null
      const canMove = step < 0 ? index > 0 : index < model.timed.length - 1
      if (canMove) void run(store.agendaItem.move({ id: part.id, afterId }))
    } else if (step !== 0 && event.shiftKey) {
      const durationMinutes = stretchTo(part.durationMinutes + step * 5)
      void run(store.agendaItem.set({ id: part.id, fields: { durationMinutes } }))
    } else if (step !== 0) focus(model.timed[index + step]?.id)
    else if (event.key === 'Enter' || event.key === 'F2') {
      onSelect(part.id)
      window.requestAnimationFrame(() => {
        document.querySelector<HTMLElement>('[data-testid=agenda-item-title]')?.focus()
      })
    } else if (event.key === 'Escape') onSelect(null)
    else if (event.key === 'Delete') {
      void run(store.agendaItem.remove({ id: part.id })).then(() => {
        toastDone(t('visits.agenda.removed', { title: part.item.title }))
        focus(model.timed[index + 1]?.id ?? model.timed[index - 1]?.id)
      })
    } else if (event.key.toLowerCase() === 'n' && !event.altKey) {
      const { id: visitId, accountId } = model.visit
      const title = t('visits.agenda.newItem')
      const values = { accountId, visitId, title, durationMinutes: 30, afterId: part.id }
      void run(store.agendaItem.create(values)).then((made) => made && onSelect(made))
    } else return
    event.preventDefault()
  }
}
