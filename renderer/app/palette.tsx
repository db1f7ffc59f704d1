import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../db/search'
import { goTo } from '../data/place'
import { store } from '../data/store'
import { features } from './features'

interface Entry {
  readonly key: string
  readonly label: string
  readonly detail: string
  readonly shortcut?: string | undefined
  run(): void
}

/** Where a hit of the search leads. */
function placeOf({ table, id, accountId }: SearchHit): string | null {
  if (table === 'account') return `accounts/${id}/map`
  if (table === 'visit') return `visits/${id}`
  if (table === 'meeting') return `meetings/${id}`
  if (table === 'person') return `accounts/${accountId}/people?person=${id}`
  if (table === 'seat') return `accounts/${accountId}/map?seat=${id}`
  return accountId ? `accounts/${accountId}/timeline` : null
}

/** Ctrl+K: every place and command by name, and full-text search over everything. */
export function Palette({
  accountId,
  onClose,
}: {
  readonly accountId: string | null
  onClose(): void
}) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [hits, setHits] = useState<readonly SearchHit[]>([])
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    const element = dialog.current!
    element.showModal()
    return () => element.close()
  }, [])
  useEffect(() => {
    let isCurrent = true
    void store.search
      .find({ text, limit: 12 })
      .then((found) => isCurrent && setHits(found))
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [text])

  const commands = useMemo((): Entry[] => {
    const places = features.flatMap(({ navigation }) =>
      navigation
        ? [
            {
              key: `go-${navigation.path}`,
              label: t(navigation.label),
              detail: t('frame.place'),
              shortcut: navigation.shortcut,
              run: () => goTo(navigation.path),
            },
          ]
        : [],
    )
    const named = features
      .flatMap((feature) => feature.commands ?? [])
      .filter((command) => !command.needsAccount || accountId !== null)
      .map((command) => ({
        key: command.name,
        label: t(command.label),
        detail: t('frame.command'),
        shortcut: command.shortcut,
        run: () => command.run(accountId),
      }))
    return [...named, ...places]
  }, [accountId, t])

  const needle = text.trim().toLocaleLowerCase()
  const entries: Entry[] = [
    ...commands.filter((entry) => entry.label.toLocaleLowerCase().includes(needle)),
    ...hits.flatMap((hit) => {
      const place = placeOf(hit)
      if (!place) return []
      const label = hit.title || t(`table.${hit.table}`)
      const kind = t(`table.${hit.table}`)
      const detail = hit.table === 'account' ? kind : `${kind} · ${hit.accountName}`
      return [{ key: `${hit.table}-${hit.id}`, label, detail, run: () => goTo(place) }]
    }),
  ]
  const index = Math.min(chosen, Math.max(0, entries.length - 1))

  function pick(entry: Entry | undefined): void {
    if (!entry) return
    onClose()
    entry.run()
  }

  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t('frame.find')}
      data-testid="palette"
      onCancel={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries[index] ? `palette-${index}` : undefined}
        aria-label={t('frame.find')}
        placeholder={t('frame.findHint')}
        data-testid="palette-input"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') setChosen(Math.min(index + 1, entries.length - 1))
          else if (event.key === 'ArrowUp') setChosen(Math.max(index - 1, 0))
          else if (event.key === 'Enter') pick(entries[index])
          else return
          event.preventDefault()
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={t('frame.find')} className="palette-list">
        {entries.map((entry, position) => (
          <li
            key={entry.key}
            id={`palette-${position}`}
            role="option"
            aria-selected={position === index}
            data-testid="palette-entry"
            onMouseMove={() => setChosen(position)}
            onClick={() => pick(entry)}
          >
            <span className="palette-label">{entry.label}</span>
            <span className="palette-detail">{entry.detail}</span>
            {entry.shortcut && <kbd className="key">{entry.shortcut}</kbd>}
          </li>
        ))}
        {entries.length === 0 && (
          <li className="palette-none">{t('frame.nothingFound', { text })}</li>
        )}
      </ul>
    </dialog>
  )
}
