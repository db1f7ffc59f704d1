import type { ComponentType } from 'react'
import type { MapPictureProps } from './map-picture'

export type Language = 'en' | 'de' | 'nl' | 'pl'

/** Nested words by key; a feature's words stand under its own name. */
export interface Words {
  readonly [key: string]: string | Words
}

export type RouteParams = Readonly<Record<string, string>>

export interface FeatureRoute {
  /** For example 'accounts/:accountId/map'; `:name` takes one segment. */
  readonly path: string
  readonly Screen: ComponentType<{ params: RouteParams }>
}

/** A tab of the account page that another feature fills. */
export interface AccountTab {
  readonly name: string
  /** Key of its label. */
  readonly label: string
  readonly order: number
  readonly Screen: ComponentType<{ accountId: string }>
}

/** An entry of the command palette besides what search finds. */
export interface PaletteCommand {
  readonly name: string
  readonly label: string
  readonly shortcut?: string
  /** True = listed only while an account is open; its id is passed on. */
  readonly needsAccount?: boolean
  run(accountId: string | null): void
}

export interface NavigationEntry {
  readonly label: string
  readonly path: string
  readonly order: number
  readonly Icon: ComponentType<{ size?: number }>
  /** Key that goes there, for example 'Alt+2'. */
  readonly shortcut: string
}

/** One thing the user does; a folder of `renderer/features`. Only `app/` composes features. */
export interface Feature {
  readonly name: string
  readonly words: Readonly<Record<Language, Words>>
  readonly routes?: readonly FeatureRoute[]
  readonly navigation?: NavigationEntry
  readonly accountTabs?: readonly AccountTab[]
  readonly commands?: readonly PaletteCommand[]
  /** What a feature says in the status line. */
  readonly statusItems?: readonly ComponentType[]
  /** The one painter of maps to look at, for features that show one. */
  readonly MapPicture?: ComponentType<MapPictureProps>
}
