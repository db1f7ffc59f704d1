import { IconArrowsExchange, IconMinus, IconPlus } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../db/flows/importing'
import type { PlanRow } from '../../../db/import/plan-model'
import { store } from '../../data/store'
import { formatCount } from '../../ui/format'
import { Skeleton } from '../../ui/skeleton'
import { rowWords } from './row-words'
import { shortenFileName } from './shorten'
import type { ImportFlow } from './use-import'

const filters = ['all', 'create', 'update', 'skip', 'noted'] as const
type Filter = (typeof filters)[number]

/** Every row of the import with what becomes of it and why; notes filter it. */
export function PreviewTable({ flow }: { readonly flow: ImportFlow }) {
  const { t, i18n } = useTranslation()
  const { preview, reading } = flow
  const [filter, setFilter] = useState<Filter>('all')
  const [note, setNote] = useState<string | null>(null)
  if (!preview || !reading) return <p className="import-none">{t('importing.noPreview')}</p>
  const count = (n: number) => formatCount(n, i18n.language)
  const totals = totalsOf(preview)
  return (
    <div className="preview">
      <div className="preview-filters">
        {filters.map((each) => (
          <button
            key={each}
            type="button"
            className="chip-toggle"
            aria-pressed={filter === each && note === null}
            onClick={() => {
              setFilter(each)
              setNote(null)
            }}
          >
            {t(`importing.filter.${each}`)} <span className="tabular">{count(totals[each])}</span>
          </button>
        ))}
        {preview.noteCounts.map(({ code, count: n }) => (
          <button
            key={code}
            type="button"
            className="chip-toggle note"
            aria-pressed={note === code}
            onClick={() => {
              setFilter('all')
              setNote(note === code ? null : code)
            }}
          >
            {t(`importing.noteName.${code}`)} <span className="tabular">{count(n)}</span>
          </button>
        ))}
      </div>
      <PreviewRows
        key={`${filter} ${note}`}
        importId={reading.importId}
        preview={preview}
        filter={filter}
        note={note}
        fileNames={reading.files.length > 1 ? reading.files.map((file) => file.name) : null}
      />
    </div>
  )
}

function totalsOf({ counts, notedRows }: ImportPreview): Readonly<Record<Filter, number>> {
  const { rows, created, updated, skipped } = counts
  return { all: rows, create: created, update: updated, skip: skipped, noted: notedRows }
}

function PreviewRows({
  importId,
  preview,
  filter,
  note,
  fileNames,
}: {
  readonly importId: string
  readonly preview: ImportPreview
  readonly filter: Filter
  readonly note: string | null
  readonly fileNames: readonly string[] | null
}) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { total, rowAt, want } = usePagedRows(importId, preview, filter, note)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => want(first, last), [want, first, last])
  return (
    <div
      ref={scroller}
      className="preview-scroller"
      role="region"
      aria-label={t('importing.preview')}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-testid="import-rows"
    >
      <div style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <div
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              className="preview-row"
              style={{ transform: `translateY(${start}px)` }}
            >
              {row ? <PreviewLine row={row} fileNames={fileNames} /> : <Skeleton width="60%" />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function PreviewLine({
  row,
  fileNames,
}: {
  readonly row: PlanRow
  readonly fileNames: readonly string[] | null
}) {
  const { t } = useTranslation()
  const Icon = icons[row.action]
  const words = rowWords(row, t)
  return (
    <>
      <span className="row-number tabular" title={fileNames?.[row.file]}>
        {row.row}
      </span>
      <span className={`row-action ${row.action}`} title={t(`importing.action.${row.action}`)}>
        <Icon size={15} stroke={2.2} aria-label={t(`importing.action.${row.action}`)} />
      </span>
      <span className="row-words">
        <span className="row-subject">
          <bdi>{row.subject || t('importing.noSubject')}</bdi>
          {fileNames && <span className="row-file">{shortenFileName(fileNames[row.file]!)}</span>}
        </span>
        {words.why !== '' && <span className="row-why">{words.why}</span>}
        {words.notes.map((note) => (
          <span key={note} className="row-note">
            {note}
          </span>
        ))}
      </span>
    </>
  )
}

const icons = { create: IconPlus, update: IconArrowsExchange, skip: IconMinus } as const

const pageSize = 200

/** Rows as they come into sight; a new preview forgets those of the one before. */
function usePagedRows(
  importId: string,
  preview: ImportPreview,
  filter: Filter,
  note: string | null,
) {
  const [pages, setPages] = useState<{
    readonly of: ImportPreview
    readonly total: number
    readonly byNumber: ReadonlyMap<number, readonly PlanRow[]>
  }>({ of: preview, total: 0, byNumber: new Map() })
  const asked = useRef(new Set<number>())
  const isCurrent = pages.of === preview

  useEffect(() => {
    asked.current = new Set()
  }, [preview])

  const [want] = useState(() => ({
    run: (_first: number, _last: number): void => undefined,
  }))
  useEffect(() => {
    want.run = (first, last) => {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page++) {
        if (asked.current.has(page)) continue
        asked.current.add(page)
        const range = { from: page * pageSize, count: pageSize }
        store.importing
          .rows({ importId, filter, ...(note ? { note } : {}), ...range })
          .then(({ total, rows }) =>
            setPages((known) => {
              const before = known.of === preview ? known.byNumber : []
              return { of: preview, total, byNumber: new Map([...before, [page, rows]]) }
            }),
          )
          .catch(() => asked.current.delete(page))
      }
    }
    want.run(0, 0)
  }, [want, importId, filter, note, preview])

  return {
    total: isCurrent ? pages.total : 0,
    rowAt: (index: number) =>
      isCurrent ? pages.byNumber.get(Math.floor(index / pageSize))?.[index % pageSize] : undefined,
    want: want.run,
  }
}
