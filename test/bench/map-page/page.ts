import { makeD3OrgChart } from './d3-org-chart'
import { makeJetway } from './jetway'
import { makeOrgchart } from './orgchart'
import { makePeople, moveOne } from './people'
import { makeReactFlow } from './react-flow'
import type { Rival } from './rival'
import { timeLayout } from './time-layout'

const makers = {
  jetway: makeJetway,
  d3: makeD3OrgChart,
  orgchart: makeOrgchart,
  flow: makeReactFlow,
}
export type RivalName = keyof typeof makers

/** What the main process may call in the page. */
export interface BenchPage {
  /** Time from the data to the painted chart, and to the painted chart after one move, ms. */
  draw(name: RivalName, count: number): Promise<{ firstMs: number; moveMs: number }>
  open(
    name: RivalName,
    count: number,
    how: 'overview' | 'natural',
  ): Promise<{ x: number; y: number }>
  close(): void
  startFrames(): void
  /** Times between frames since `startFrames`, ms. */
  stopFrames(): number[]
  /** Where the moving part of the chart is now; a pan that changes nothing measures nothing. */
  readPlace(): string
  timeLayout(count: number): { firstMs: number; medianMs: number }
}

declare global {
  interface Window {
    bench: BenchPage
  }
}

const host = document.getElementById('host') as HTMLElement
let rival: Rival | null = null
let frames: number[] = []
let isRecording = false

window.bench = {
  async draw(name, count) {
    const people = makePeople(count)
    const made = makers[name]()
    const startMs = performance.now()
    made.mount(host, people)
    await painted(made)
    const firstMs = performance.now() - startMs
    await rest(150)
    const moved = moveOne(people)
    const movedAtMs = performance.now()
    made.update(moved)
    await painted(made)
    const moveMs = performance.now() - movedAtMs
    made.unmount()
    host.replaceChildren()
    await rest(50)
    return { firstMs, moveMs }
  },
  async open(name, count, how) {
    rival = makers[name]()
    rival.mount(host, makePeople(count))
    await painted(rival)
    await rest(400)
    rival.look(how)
    await rest(600)
    return findGround()
  },
  close() {
    rival?.unmount()
    host.replaceChildren()
  },
  startFrames() {
    frames = []
    isRecording = true
    requestAnimationFrame(record)
  },
  stopFrames() {
    isRecording = false
    return frames.slice(1).map((at, i) => at - (frames[i] as number))
  },
  readPlace() {
    const moving = host.querySelector<Element>(
      '.map-layer, svg .chart, .orgchart, .react-flow__viewport',
    )
    const { left, top } = moving?.getBoundingClientRect() ?? { left: 0, top: 0 }
    const transform = moving?.getAttribute('transform') ?? ''
    return `${Math.round(left)} ${Math.round(top)} ${transform}`
  },
  timeLayout,
}

function record(): void {
  frames.push(performance.now())
  if (isRecording) requestAnimationFrame(record)
}

/** Until the chart is there and one more frame was shown with it. */
async function painted(made: Rival): Promise<void> {
  do await frame()
  while (!made.isPainted(host))
  await afterPaint()
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

/** After the layout, style and paint of the coming frame. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** A point where a press starts a pan and not the drag of a card; orgchart listens on its own ground. */
function findGround(): { x: number; y: number } {
  const ground = host.querySelector('.orgchart, .react-flow__pane') ?? host
  for (let y = host.clientHeight - 30; y > 20; y -= 7) {
    for (let x = 500; x < host.clientWidth - 300; x += 7) {
      const element = document.elementFromPoint(x, y)
      if (!element || !ground.contains(element)) continue
      if (!element.closest('.map-card, .node, .react-flow__node, .map-minimap, button'))
        return { x, y }
    }
  }
  return { x: 640, y: 400 }
}
