import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Dialog } from './dialog'

/** Asks before something goes; says what goes and that it can be taken back. */
export function ConfirmDialog({
  title,
  text,
  verb,
  onConfirm,
  onClose,
}: {
  readonly title: string
  readonly text: string
  /** The word on the button: 'Delete person'. */
  readonly verb: string
  onConfirm(): void
  onClose(): void
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      testId="confirm"
      onClose={onClose}
      onSubmit={() => {
        onClose()
        onConfirm()
      }}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="danger" autoFocus data-testid="confirm-yes">
            {verb}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
}
