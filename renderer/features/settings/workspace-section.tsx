import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceName } from '../../../electron/shell'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { Button } from '../../ui/button'

/** The user's own workspace or the demo; the other one stays as it is. */
export function WorkspaceSection() {
  const { t } = useTranslation()
  const [current, setCurrent] = useState<WorkspaceName | null>(null)
  useEffect(() => {
    void window.shell.state().then((state) => state.kind === 'open' && setCurrent(state.workspace))
  }, [])
  if (current === null) return null
  const other = current === 'main' ? 'demo' : 'main'
  async function change(): Promise<void> {
    if (await run(window.shell.openWorkspace(other))) goTo('today')
  }
  return (
    <div className="settings-line">
      <span>{t(`settings.workspace.${current}`)}</span>
      <Button data-testid="switch-workspace" onClick={() => void change()}>
        {t(`settings.workspace.open_${other}`)}
      </Button>
    </div>
  )
}
