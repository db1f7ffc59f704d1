import { useCallback, useEffect, useRef, useState } from 'react'
import { store } from './store'

/** Quiet time after a key before a draft is saved, and the longest time without saving, ms. */
const quietMs = 300
const latestMs = 900

const openDrafts = new Set<() => Promise<void>>()

/** Saves everything being typed now; before the window closes or the laptop sleeps. */
export async function saveAllDrafts(): Promise<void> {
  await Promise.all([...openDrafts].map((save) => save()))
}

export interface Draft {
  readonly text: string
  /** False until the saved draft was looked for. */
  readonly isReady: boolean
  /** 'saved' = what is on the screen is on the disk. */
  readonly state: 'saved' | 'typing' | 'failed'
  setText(text: string): void
  /** Hands the text to its home (a command) and forgets the draft. */
  commit(save: (text: string) => Promise<unknown>): Promise<void>
}

/**
 * Text that survives a crash at any moment to within a second of typing. `saved` is the value in
 * the store; a draft found from before wins over it.
 */
export function useDraft(key: string, saved: string): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const [isReady, setReady] = useState(false)
  const [state, setState] = useState<Draft['state']>('saved')
  const pending = useRef<string | null>(null)
  const timers = useRef<{ quiet?: number; latest?: number }>({})

  const save = useCallback(async () => {
    clearTimeout(timers.current.quiet)
    clearTimeout(timers.current.latest)
    timers.current = {}
    const body = pending.current
    if (body === null) return
    pending.current = null
    try {
      await store.draft.save({ key, body })
      if (pending.current === null) setState('saved')
    } catch {
      pending.current ??= body
      setState('failed')
    }
  }, [key])

  useEffect(() => {
    let isCurrent = true
    setTyped(null)
    setReady(false)
    void store.draft.byKey({ key }).then((draft) => {
      if (!isCurrent) return
      if (draft && pending.current === null) setTyped(draft.body)
      setReady(true)
    })
    openDrafts.add(save)
    return () => {
      isCurrent = false
      openDrafts.delete(save)
      void save()
    }
  }, [key, save])

  const setText = useCallback(
    (text: string) => {
      setTyped(text)
      setState('typing')
      pending.current = text
      clearTimeout(timers.current.quiet)
      timers.current.quiet = window.setTimeout(() => void save(), quietMs)
      timers.current.latest ??= window.setTimeout(() => void save(), latestMs)
    },
    [save],
  )

  const commit = useCallback(
    async (keep: (text: string) => Promise<unknown>) => {
      if (typed === null) return
      await save()
      await keep(typed)
      if (pending.current === null) await store.draft.remove({ key })
      setTyped((current) => (current === typed ? null : current))
    },
    [key, save, typed],
  )

  return { text: typed ?? saved, isReady, state, setText, commit }
}
