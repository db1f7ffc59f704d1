import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BrokenCode } from '../../electron/shell'
import { errorWords } from '../data/run'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'

/** Shortest passphrase, characters; the keyring checks it too. */
const passphraseMinChars = 8

/** First start where there is no system keychain: a passphrase is asked for once. */
export function StartScreen() {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function start(): Promise<void> {
    if (passphrase.length < passphraseMinChars)
      return setProblem(t('gate.tooShort', { count: passphraseMinChars }))
    if (passphrase !== again) return setProblem(t('gate.notTheSame'))
    setBusy(true)
    try {
      await window.shell.start(passphrase)
    } catch (error) {
      setProblem(errorWords(error))
      setBusy(false)
    }
  }
  return (
    <Gate title={t('gate.welcome')} text={t('gate.choosePassphrase')} onSubmit={() => void start()}>
      <TextField
        label={t('gate.passphrase')}
        type="password"
        autoFocus
        autoComplete="new-password"
        data-testid="passphrase"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <TextField
        label={t('gate.passphraseAgain')}
        type="password"
        autoComplete="new-password"
        data-testid="passphrase-again"
        value={again}
        problem={problem}
        onChange={(event) => setAgain(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={isBusy} data-testid="start">
        {t('gate.start')}
      </Button>
    </Gate>
  )
}

/** The store is locked: passphrase or recovery code. */
export function UnlockScreen({ isWrong }: { readonly isWrong: boolean }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [isBusy, setBusy] = useState(false)
  async function unlock(): Promise<void> {
    setBusy(true)
    await window.shell.unlock(words).catch(() => undefined)
    setBusy(false)
  }
  return (
    <Gate title={t('gate.locked')} text={t('gate.unlockHow')} onSubmit={() => void unlock()}>
      <TextField
        label={t('gate.passphraseOrCode')}
        type="password"
        autoFocus
        data-testid="passphrase"
        value={words}
        problem={isWrong ? t('gate.wrong') : null}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={isBusy || words === ''} data-testid="unlock">
        {t('gate.unlock')}
      </Button>
    </Gate>
  )
}

/** The store cannot be opened: what happened, what is safe, what to do. */
export function BrokenScreen({
  code,
  detail,
}: {
  readonly code: BrokenCode
  readonly detail: string
}) {
  const { t } = useTranslation()
  return (
    <Gate
      title={t(`broken.${code}.title`)}
      text={t(`broken.${code}.text`)}
      onSubmit={() => undefined}
    >
      {detail && (
        <p className="gate-detail" data-testid="broken-detail">
          {t('broken.place')} <code>{detail}</code>
        </p>
      )}
    </Gate>
  )
}

function Gate({
  title,
  text,
  children,
  onSubmit,
}: {
  readonly title: string
  readonly text: string
  readonly children: React.ReactNode
  onSubmit(): void
}) {
  return (
    <main className="gate" data-testid="gate">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <p className="wordmark">Jetway</p>
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </form>
    </main>
  )
}
