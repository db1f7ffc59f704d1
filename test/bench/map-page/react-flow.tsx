import { ReactFlow, type Edge, type Node, type ReactFlowInstance } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { buildForest } from '../../../renderer/features/map/forest'
import { layoutMap } from '../../../renderer/features/map/layout'
import type { Person } from './people'
import type { Rival } from './rival'

/** Bare React Flow: default nodes and edges. It has no layout of its own, so it gets ours. */
export function makeReactFlow(): Rival {
  let root: Root | null = null
  let instance: ReactFlowInstance | null = null
  const draw = (people: readonly Person[]) =>
    flushSync(() =>
      root?.render(
        <ReactFlow
          {...place(people)}
          fitView
          minZoom={0.01}
          nodesDraggable={false}
          onInit={(made) => (instance = made)}
        />,
      ),
    )
  return {
    name: 'React Flow',
    mount(host, people) {
      root = createRoot(host)
      draw(people)
    },
    update: draw,
    look(how) {
      if (how === 'overview') void instance?.fitView({ duration: 0 })
      else void instance?.setCenter(104, 300, { zoom: 1, duration: 0 })
    },
    isPainted(host) {
      const node = host.querySelector<HTMLElement>('.react-flow__node')
      return node !== null && node.style.visibility !== 'hidden'
    },
    unmount() {
      root?.unmount()
    },
  }
}

function place(people: readonly Person[]): { nodes: Node[]; edges: Edge[] } {
  const seats = people.map(({ id, bossId }, i) => ({
    id,
    bossId,
    rank: String(i).padStart(6, '0'),
    title: '',
    department: '',
    level: 'unknown' as const,
    headcount: 1,
    isVacant: false,
    person: null,
  }))
  const { positions, edges } = layoutMap(buildForest(seats))
  return {
    nodes: people.map(({ id, name }) => ({
      id,
      position: positions.get(id) ?? { x: 0, y: 0 },
      data: { label: name },
      width: 208,
      height: 64,
    })),
    edges: edges.map(({ bossId, childId }) => ({ id: childId, source: bossId, target: childId })),
  }
}
