import type { ReactNode } from 'react'

/** What a place says when there is nothing yet: what it is for, and the first step. */
export function EmptyState({
  title,
  children,
  actions,
  testId,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly testId?: string
}) {
  return (
    <div className="empty-state" data-testid={testId}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
