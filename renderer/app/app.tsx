import { useEffect, useState } from 'react'
import type { ShellState } from '../../electron/shell'
import { saveAllDrafts } from '../data/draft'
import { ToastList } from '../ui/toast-list'
import { Frame } from './frame'
import { BrokenScreen, StartScreen, UnlockScreen } from './gate'
import { PrintFrame } from './print-frame'

/** The whole page: the gate while the store is closed, then the frame or a print page. */
export function App() {
  const [state, setState] = useState<ShellState | null>(null)
  useEffect(() => {
    window.shell.onState(setState)
    window.shell.onClosing(saveAllDrafts)
    void window.shell.state().then(setState)
  }, [])
  const isPrint = window.location.hash.startsWith('#/print/')
  useEffect(() => {
    if (state && state.kind !== 'open' && state.kind !== 'opening') window.shell.painted()
  }, [state])
  if (state === null) return null
  switch (state.kind) {
    case 'opening':
      return null
    case 'new':
      return <StartScreen />
    case 'locked':
      return <UnlockScreen isWrong={state.isWrong} />
    case 'broken':
      return <BrokenScreen code={state.code} detail={state.detail} />
    case 'open':
      return isPrint ? (
        <PrintFrame />
      ) : (
        <>
          <Frame key={state.workspace} state={state} />
          <ToastList />
        </>
      )
  }
}
