import type { Stance } from '../../db/terms'
import './marks.css'

/**
 * The sign of a stance: its shape says the same as its colour (look.md). `label` is its text
 * alternative; left out where words stand beside it.
 */
export function StanceMark({
  stance,
  size = 14,
  label,
}: {
  readonly stance: Stance
  readonly size?: number
  readonly label?: string
}) {
  return (
    <svg
      className={`stance-mark ${stance}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {label && <title>{label}</title>}
      {shapes[stance]}
    </svg>
  )
}

const circle = 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z'
const ring = 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3Z'

const shapes = {
  champion: (
    <path
      d="M8 .8 10.2 5.5 15.3 6.1 11.5 9.6 12.5 14.7 8 12.2 3.5 14.7 4.5 9.6 .7 6.1 5.8 5.5Z"
      fill="currentColor"
    />
  ),
  supporter: <path d={circle} fill="currentColor" />,
  neutral: <path d={ring} fill="none" stroke="currentColor" strokeWidth="2" />,
  non_supporter: (
    <>
      <path d="M8 2a6 6 0 1 0 0 12Z" fill="currentColor" />
      <path d={circle} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  opponent: <path d="M2.8 2.8H13.2V13.2H2.8Z" fill="currentColor" />,
  unknown: (
    <path d={ring} fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2 2" />
  ),
} satisfies Record<Stance, React.ReactNode>
