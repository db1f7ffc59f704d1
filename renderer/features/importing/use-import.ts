import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview, ImportReading, ImportResult } from '../../../db/flows/importing'
import type { FileSummary, ImportFormat } from '../../../db/flows/import-read'
import { maxFileBytes } from '../../../db/formats/decode'
import type { ColumnMapping } from '../../../db/import/import-fields'
import type { ImportTarget } from '../../../db/import/plan'
import { toastDone } from '../../data/history'
import { errorWords } from '../../data/run'
import { client, store } from '../../data/store'
import { formatCount } from '../../ui/format'
import { addToast } from '../../ui/toasts'
import { firstTarget } from './target'

export interface Progress {
  readonly done: number
  readonly total: number
}

/** A file with what the user said about it. */
interface Picked {
  readonly file: File
  readonly readAs?: ImportFormat
}

export type ImportFlow = ReturnType<typeof useImport>

/** The steps of an import: what was picked, how it is read, what would happen, what happened. */
export function useImport(accountId: string | null) {
  const { t, i18n } = useTranslation()
  const [phase, setPhase] = useState<'pick' | 'reading' | 'ready' | 'applying' | 'done'>('pick')
  const [picked, setPicked] = useState<readonly Picked[]>([])
  const [reading, setReading] = useState<ImportReading | null>(null)
  const [mappings, setMappings] = useState<readonly (ColumnMapping | null)[]>([])
  const [target, setTarget] = useState<ImportTarget | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [isPreviewing, setPreviewing] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const stop = useRef<AbortController | null>(null)
  const importId = reading?.importId ?? null

  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
      void store.importing.discard().catch(() => undefined)
    }
  }, [])

  const onProgress = useCallback((done: number, total: number) => setProgress({ done, total }), [])

  async function read(next: readonly Picked[]): Promise<void> {
    const controller = new AbortController()
    stop.current = controller
    setPhase('reading')
    setProgress({ done: 0, total: 0 })
    try {
      const files = await Promise.all(next.map(loadFile))
      const options = { signal: controller.signal, onProgress }
      const answer = await client.run(store.importing.read, { files }, options)
      const found = answer.files.map(({ mapping }) => mapping)
      setPicked(next)
      setMappings(found)
      setTarget((known) => known ?? firstTarget(answer.files, found, accountId))
      setPreview(null)
      setReading(withSizes(answer, next))
      setPhase('ready')
    } catch (error) {
      if (!controller.signal.aborted) addToast({ kind: 'error', text: errorWords(error) })
      setPhase(reading ? 'ready' : 'pick')
    } finally {
      setProgress(null)
    }
  }

  /** A change of the columns or of the account asks again, once the user rests. */
  useEffect(() => {
    if (importId === null || target === null || mappings.every((mapping) => mapping === null)) {
      setPreview(null)
      return
    }
    const controller = new AbortController()
    setPreviewing(true)
    const timer = setTimeout(() => {
      const args = { importId, mappings: mappings as never, target: target as never }
      client
        .run(store.importing.preview, args, { signal: controller.signal })
        .then((next) => {
          if (controller.signal.aborted) return
          setPreview(next)
          setPreviewing(false)
        })
        .catch((error: unknown) => {
          if (controller.signal.aborted) return
          setPreviewing(false)
          addToast({ kind: 'error', text: errorWords(error) })
        })
    }, 150)
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [importId, mappings, target])

  async function apply(): Promise<void> {
    if (importId === null || !preview) return
    const controller = new AbortController()
    stop.current = controller
    setPhase('applying')
    setProgress({ done: 0, total: 1 })
    try {
      const options = { signal: controller.signal, onProgress }
      const done = await client.run(store.importing.apply, { importId }, options)
      setResult(done)
      setPhase('done')
      if (!isHere.current)
        toastDone(
          t('importing.report.elsewhere', { n: formatCount(done.counts.rows, i18n.language) }),
        )
    } catch (error) {
      addToast({ kind: 'error', text: errorWords(error) })
      setPhase('ready')
    } finally {
      setProgress(null)
    }
  }

  return {
    phase,
    reading,
    mappings,
    target,
    preview,
    isPreviewing,
    progress,
    result,
    addFiles: (files: readonly File[]) =>
      void read([...picked, ...files.map((file) => ({ file }))]),
    removeFile: (index: number) => {
      const next = picked.filter((_, at) => at !== index)
      if (next.length === 0) startOver()
      else void read(next)
    },
    readAs: (index: number, readAs: ImportFormat) =>
      void read(picked.map((each, at) => (at === index ? { ...each, readAs } : each))),
    setMapping: (index: number, mapping: ColumnMapping | null) =>
      setMappings(mappings.map((each, at) => (at === index ? mapping : each))),
    setTarget,
    apply: () => void apply(),
    cancel: () => stop.current?.abort(),
    startOver,
  }

  function startOver(): void {
    setPicked([])
    setReading(null)
    setMappings([])
    setTarget(null)
    setPreview(null)
    setResult(null)
    setPhase('pick')
  }
}

/** The bytes of a file; one that is too large is not read at all. */
async function loadFile({ file, readAs }: Picked) {
  const bytes = isTooLarge(file) ? new Uint8Array(0) : new Uint8Array(await file.arrayBuffer())
  return { name: file.name, bytes, ...(readAs ? { readAs } : {}) }
}

function isTooLarge(file: File): boolean {
  return file.size > maxFileBytes
}

/** Files that were not read because of their size say so instead of being empty. */
function withSizes(answer: ImportReading, picked: readonly Picked[]): ImportReading {
  const files = answer.files.map((summary, at): FileSummary => {
    const { file } = picked[at]!
    if (!isTooLarge(file)) return summary
    const problem = { code: 'too_large', sizeBytes: file.size, maxBytes: maxFileBytes } as const
    return { ...summary, sizeBytes: file.size, problem }
  })
  return { ...answer, files }
}
