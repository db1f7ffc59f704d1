import { createContext } from 'react'
import type { ComponentType } from 'react'
import type { MapState } from '../../db/map-diff/map-state'

/** What changed at a seat between two maps; drawn as a mark round its card. */
export type MapMark = 'new' | 'changed' | 'gone'

export interface MapPictureProps {
  readonly state: MapState
  /** Names of people by id; who is not in it is drawn without a name. */
  readonly names: Readonly<Record<string, string>>
  readonly marks: ReadonlyMap<string, MapMark>
  readonly label: string
}

/**
 * A map to look at, drawn by the map feature's own painter. The frame provides it, so that a feature
 * can show a map of another day without knowing the map feature.
 */
export const MapPictureContext = createContext<ComponentType<MapPictureProps> | null>(null)
