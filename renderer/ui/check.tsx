import type { ReactNode } from 'react'
import './check.css'

/** A labelled checkbox. */
export function Check({
  label,
  hint,
  isOn,
  testId,
  onChange,
}: {
  readonly label: ReactNode
  readonly hint?: string
  readonly isOn: boolean
  readonly testId?: string
  onChange(isOn: boolean): void
}) {
  return (
    <label className="check" title={hint}>
      <input
        type="checkbox"
        checked={isOn}
        data-testid={testId}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
