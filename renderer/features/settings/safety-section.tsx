import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreInfo } from '../../../db/action'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { Dialog } from '../../ui/dialog'
import { formatTime } from '../../ui/format'
import { addToast } from '../../ui/toasts'

/** Backup, recovery code and lock. */
export function SafetySection({
  info,
  onChanged,
}: {
  readonly info: StoreInfo | null
  onChanged(): Promise<void>
}) {
  const { t, i18n } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  async function backUp(): Promise<void> {
    setBusy(true)
    const file = await run(store.storeInfo.backUp())
    setBusy(false)
    if (file === undefined) return
    addToast({ text: t('settings.safety.backedUp') })
    await onChanged()
  }
  async function makeCode(): Promise<void> {
    const made = await run(window.shell.newRecoveryCode())
    if (made) setCode(made)
  }
  const lastAtMs = info?.lastBackupAtMs ?? null
  return (
    <>
      <div className="settings-line">
        <span>
          {lastAtMs === null
            ? t('settings.safety.noBackup')
            : t('settings.safety.lastBackup', {
                when: formatTime(lastAtMs, i18n.language, { withDay: true }),
              })}
        </span>
        <Button disabled={isBusy} data-testid="backup-now" onClick={() => void backUp()}>
          {t('settings.safety.backUp')}
        </Button>
      </div>
      <div className="settings-line">
        <span>{t('settings.safety.codeText')}</span>
        <Button data-testid="new-recovery-code" onClick={() => setAsking(true)}>
          {t('settings.safety.newCode')}
        </Button>
      </div>
      <div className="settings-line">
        <span>{t('settings.safety.lockText')}</span>
        <Button
          icon={<IconLock size={16} />}
          data-testid="lock-now"
          onClick={() => void run(window.shell.lock())}
        >
          {t('settings.safety.lock')}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('settings.safety.newCodeTitle')}
          text={t('settings.safety.newCodeText')}
          verb={t('settings.safety.newCode')}
          onConfirm={() => void makeCode()}
          onClose={() => setAsking(false)}
        />
      )}
      {code && <CodeDialog code={code} onClose={() => setCode(null)} />}
    </>
  )
}

/** Shows the new code once; only the button says that it was kept. */
function CodeDialog({ code, onClose }: { readonly code: string; onClose(): void }) {
  const { t } = useTranslation()
  async function kept(): Promise<void> {
    await run(window.shell.recoveryCodeKept())
    onClose()
  }
  return (
    <Dialog
      title={t('gate.codeTitle')}
      testId="recovery-code-dialog"
      onClose={() => undefined}
      onSubmit={() => void kept()}
      actions={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(code)}>{t('ui.copy')}</Button>
          <Button type="submit" look="primary">
            {t('gate.codeKept')}
          </Button>
        </>
      }
    >
      <p>{t('gate.codeText')}</p>
      <p className="settings-code tabular">{code}</p>
    </Dialog>
  )
}
