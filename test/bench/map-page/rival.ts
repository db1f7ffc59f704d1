import type { Person } from './people'

/** A chart under test. All draw the same people unfolded, without animation. */
export interface Rival {
  readonly name: string
  mount(host: HTMLElement, people: readonly Person[]): void
  /** Draws the company again after somebody moved. */
  update(people: readonly Person[]): void
  /** Shows everybody, or the top at natural size. */
  look(how: 'overview' | 'natural'): void
  isPainted(host: HTMLElement): boolean
  unmount(): void
}
