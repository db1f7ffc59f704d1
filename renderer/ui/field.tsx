import { useId } from 'react'
import type {
  InputHTMLAttributes,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | null
}

/** A labelled single-line input. */
export function TextField({
  label,
  hint,
  problem,
  ...rest
}: FieldProps & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <input id={id} {...rest} className="input" aria-invalid={problem ? true : undefined} />
    </Field>
  )
}

/** A labelled text area that grows with what is typed. */
export function TextArea({
  label,
  hint,
  problem,
  ...rest
}: FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }) {
  const id = useId()
  const lines = String(rest.value ?? '').split('\n').length
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <textarea id={id} rows={Math.min(16, Math.max(2, lines))} {...rest} className="input" />
    </Field>
  )
}

/** A labelled choice; each option is `[value, words]`. */
export function SelectField<V extends string>({
  label,
  hint,
  problem,
  options,
  value,
  onPick,
  ...rest
}: FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> & {
    readonly options: readonly (readonly [NoInfer<V>, string])[]
    readonly value: V
    onPick(value: NoInfer<V>): void
  }) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      <select
        id={id}
        {...rest}
        className="input"
        value={value}
        onChange={(event) => onPick(event.target.value as V)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Field({
  id,
  label,
  hint,
  problem,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | null | undefined
  readonly children: ReactNode
}) {
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children}
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : (
        hint && <p className="hint">{hint}</p>
      )}
    </div>
  )
}
