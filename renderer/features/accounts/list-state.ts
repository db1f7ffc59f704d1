import { create } from 'zustand'

interface ListState {
  readonly text: string
  /** The account the keyboard is on. */
  readonly chosenId: string | null
  readonly scrollTop: number
}

/** Screen state of the list, so that coming back finds it as it was left. */
export const useListState = create<ListState>(() => ({ text: '', chosenId: null, scrollTop: 0 }))
