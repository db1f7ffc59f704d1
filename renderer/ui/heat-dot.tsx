import './marks.css'

export const heats = ['fresh', 'fading', 'stale', 'never', 'open'] as const
/** How long ago something was: `open` = there is nothing yet that could have an age. */
export type Heat = (typeof heats)[number]

/** One dot whose shape says the same as its colour: full, half, empty, dotted, a dash. */
export function HeatDot({ heat, size = 10 }: { readonly heat: Heat; readonly size?: number }) {
  return (
    <svg
      className={`heat-dot ${heat}`}
      width={size}
      height={size}
      viewBox="0 0 10 10"
      aria-hidden="true"
    >
      {shapes[heat]}
    </svg>
  )
}

const shapes = {
  fresh: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  fading: (
    <>
      <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M1.4 5a3.6 3.6 0 0 0 7.2 0Z" fill="currentColor" />
    </>
  ),
  stale: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  never: (
    <circle
      cx="5"
      cy="5"
      r="3.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="1.6 1.6"
    />
  ),
  open: <path d="M2 5H8" stroke="currentColor" strokeWidth="1.4" />,
} satisfies Record<Heat, React.ReactNode>
