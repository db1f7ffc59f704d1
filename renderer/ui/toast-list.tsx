import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { dropToast, useToasts } from './toasts'

/** The toasts at the lower edge; a polite live region. */
export function ToastList() {
  const { t } = useTranslation()
  const toasts = useToasts((state) => state.toasts)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, kind, text, action }) => (
        <div key={id} className={`toast ${kind}`} data-testid={`toast-${kind}`}>
          <span>{text}</span>
          {action && (
            <Button
              look="quiet"
              onClick={() => {
                dropToast(id)
                action.run()
              }}
            >
              {action.label}
            </Button>
          )}
          <Button
            look="quiet"
            icon={<IconX size={14} />}
            title={t('ui.dismiss')}
            onClick={() => dropToast(id)}
          />
        </div>
      ))}
    </div>
  )
}
