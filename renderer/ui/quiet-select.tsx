import './draft-field.css'

/** A choice that looks like text until it is hovered, for facts in a row; `[value, words]`. */
export function QuietSelect<V extends string>({
  label,
  value,
  options,
  testId,
  onPick,
}: {
  readonly label: string
  readonly value: V
  readonly options: readonly (readonly [NoInfer<V>, string])[]
  readonly testId?: string
  onPick(value: NoInfer<V>): void
}) {
  return (
    <select
      className="input draft-input quiet"
      aria-label={label}
      title={label}
      data-testid={testId}
      value={value}
      onChange={(event) => onPick(event.target.value as V)}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  )
}
