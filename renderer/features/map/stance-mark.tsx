import type { Stance } from './model'

/**
 * The sign of a stance: its shape says the same as its colour (look.md). Drawn in a 16 unit box.
 * It is decoration: the words are in the card's label.
 */
export function StanceMark({ stance, size }: { readonly stance: Stance; readonly size: number }) {
  return (
    <svg
      className={`map-stance map-stance--${stance}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {shapes[stance]}
    </svg>
  )
}

/** Outlines in the 16 unit box for painters that cannot use the SVG elements. */
export const stancePaths: Readonly<Record<Stance, string>> = {
  champion: 'M8 .8 10.2 5.5 15.3 6.1 11.5 9.6 12.5 14.7 8 12.2 3.5 14.7 4.5 9.6 .7 6.1 5.8 5.5Z',
  supporter: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z',
  neutral: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3Z',
  non_supporter: 'M8 2a6 6 0 1 0 0 12Z',
  opponent: 'M2.8 2.8H13.2V13.2H2.8Z',
  unknown: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3Z',
}

const shapes: Readonly<Record<Stance, React.ReactNode>> = {
  champion: <path d={stancePaths.champion} fill="currentColor" />,
  supporter: <path d={stancePaths.supporter} fill="currentColor" />,
  neutral: <path d={stancePaths.neutral} fill="none" stroke="currentColor" strokeWidth="2" />,
  non_supporter: (
    <>
      <path d={stancePaths.non_supporter} fill="currentColor" />
      <path d={stancePaths.supporter} fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  opponent: <path d={stancePaths.opponent} fill="currentColor" />,
  unknown: (
    <path
      d={stancePaths.unknown}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeDasharray="2 2"
    />
  ),
}
