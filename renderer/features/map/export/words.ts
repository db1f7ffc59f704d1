import type { LineKind, MapPerson, Stance } from '../model'

/** The words inside a picture; `t` of the page makes them, tests give their own. */
export interface PictureWords {
  readonly stance: Readonly<Record<Stance, string>>
  readonly line: Readonly<Record<LineKind, string>>
  role(role: MapPerson['roles'][number]): string
  readonly influence: string
  readonly topFive: string
  readonly needs: string
  readonly lastContact: string
  readonly folded: string
  /** 'Internal. Not for the customer.' under a picture that shows opinions. */
  readonly internal: string
  days(days: number): string
  openSeat(state: 'filled' | 'vacant' | 'unknown'): string
}

export type Translate = (key: string, values?: Record<string, unknown>) => string

export function makePictureWords(t: Translate): PictureWords {
  const stances = [
    'champion',
    'supporter',
    'neutral',
    'non_supporter',
    'opponent',
    'unknown',
  ] as const
  const lines = ['dotted', 'influences', 'conflicts', 'peer'] as const
  return {
    stance: Object.fromEntries(stances.map((each) => [each, t(`term.stance.${each}`)])) as Record<
      Stance,
      string
    >,
    line: Object.fromEntries(lines.map((each) => [each, t(`map.export.line.${each}`)])) as Record<
      LineKind,
      string
    >,
    role: (role) => t(`term.buyingRole.${role}`),
    influence: t('map.export.influence'),
    topFive: t('map.card.topFive'),
    needs: t('map.card.needs'),
    lastContact: t('map.export.lastContact'),
    folded: t('map.export.foldedBranch'),
    internal: t('map.export.internal'),
    days: (days) => t('map.card.days', { n: days }),
    openSeat: (state) =>
      state === 'filled' ? '' : t(state === 'vacant' ? 'map.card.vacant' : 'map.card.unknown'),
  }
}
