import type { Stance } from '../model'

/** The colours of a picture; the same names as in `renderer/ui/tokens.css`. */
export interface PictureColours {
  readonly ground: string
  readonly card: string
  readonly cardLine: string
  readonly mark: string
  readonly chip: string
  readonly text: string
  readonly muted: string
  readonly edge: string
  readonly accent: string
  readonly stances: Readonly<Record<Stance, string>>
}

/** On paper: the light theme as plain values, because a file has no theme. */
export const paperColours: PictureColours = {
  ground: '#ffffff',
  card: '#ffffff',
  cardLine: '#d5dae3',
  mark: '#e9ebef',
  chip: '#e4eafa',
  text: '#171b24',
  muted: '#4f586b',
  edge: '#9aa4b5',
  accent: '#2b57d4',
  stances: {
    champion: '#0b7a6f',
    supporter: '#2f9488',
    neutral: '#64748b',
    non_supporter: '#b26b00',
    opponent: '#c8371d',
    unknown: '#848ea1',
  },
}

/** On screen: whatever theme is on. */
export const themeColours: PictureColours = {
  ground: 'none',
  card: 'var(--surface-raised)',
  cardLine: 'var(--line-strong)',
  mark: 'var(--surface-sunken)',
  chip: 'var(--accent-soft)',
  text: 'var(--text)',
  muted: 'var(--text-muted)',
  edge: 'var(--text-faint)',
  accent: 'var(--accent)',
  stances: {
    champion: 'var(--stance-champion)',
    supporter: 'var(--stance-supporter)',
    neutral: 'var(--stance-neutral)',
    non_supporter: 'var(--stance-non-supporter)',
    opponent: 'var(--stance-opponent)',
    unknown: 'var(--stance-unknown)',
  },
}
