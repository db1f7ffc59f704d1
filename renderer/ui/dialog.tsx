import { useEffect, useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'

export interface DialogProps {
  readonly title: string
  readonly isWide?: boolean
  readonly testId?: string
  readonly actions: ReactNode
  readonly children: ReactNode
  /** Esc, or a click outside when nothing was typed would be lost. */
  onClose(): void
  /** Enter in a field, or the button of type submit. */
  onSubmit?(): void
}

/** A modal dialog (the browser's own: focus trap, Esc and inert background come with it). */
export function Dialog({
  title,
  isWide,
  testId,
  actions,
  children,
  onClose,
  onSubmit,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current!
    if (!element.open) element.showModal()
    return () => element.close()
  }, [])
  function submit(event: FormEvent): void {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog wide' : 'dialog'}
      aria-label={title}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <form onSubmit={submit}>
        <div className="dialog-body">
          <h2>{title}</h2>
          {children}
        </div>
        <div className="dialog-actions">{actions}</div>
      </form>
    </dialog>
  )
}
