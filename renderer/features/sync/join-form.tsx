import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorWords } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'

/** Joining by a pasted invitation; everything on this device comes along. */
export function JoinForm({ isAgain = false }: { readonly isAgain?: boolean }) {
  const { t } = useTranslation()
  const [invitation, setInvitation] = useState('')
  const [deviceName, setDeviceName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function join(): Promise<void> {
    setBusy(true)
    setProblem(null)
    try {
      await store.sync.enrol({ invitation, deviceName })
      setInvitation('')
    } catch (error) {
      setProblem(errorWords(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="sync-form"
      onSubmit={(event) => {
        event.preventDefault()
        void join()
      }}
    >
      <p>{t(isAgain ? 'sync.join.again' : 'sync.join.text')}</p>
      <TextField
        label={t('sync.join.link')}
        hint={t('sync.join.linkHint')}
        data-testid="invitation"
        autoComplete="off"
        spellCheck={false}
        value={invitation}
        problem={problem}
        onChange={(event) => setInvitation(event.target.value)}
      />
      <TextField
        label={t('sync.join.device')}
        hint={t('sync.join.deviceHint')}
        data-testid="device-name"
        value={deviceName}
        onChange={(event) => setDeviceName(event.target.value)}
      />
      <div>
        <Button
          type="submit"
          look="primary"
          data-testid="join"
          disabled={isBusy || invitation.trim() === ''}
        >
          {t(isBusy ? 'sync.join.busy' : 'sync.join.verb')}
        </Button>
      </div>
    </form>
  )
}
