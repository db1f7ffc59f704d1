import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly icon?: ReactNode
  /** The key that does the same; shown in the tooltip. */
  readonly shortcut?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button. Without children it is an icon and `title` is its name. */
export function Button({ look = 'plain', icon, shortcut, children, title, ...rest }: ButtonProps) {
  const isIconOnly = children === undefined
  const name = [title, shortcut && `(${shortcut})`].filter(Boolean).join(' ')
  const className = ['button', look, isIconOnly ? 'icon-only' : '', rest.className ?? '']
  return (
    <button
      type="button"
      {...rest}
      className={className.join(' ').trim()}
      title={name || undefined}
      aria-label={isIconOnly ? title : rest['aria-label']}
    >
      {icon}
      {children}
    </button>
  )
}
