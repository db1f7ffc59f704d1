import $ from 'jquery'
import 'orgchart'
import 'orgchart/dist/css/jquery.orgchart.min.css'
import type { Person } from './people'
import type { Rival } from './rival'

interface Node {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly children: Node[]
}

export function makeOrgchart(): Rival {
  let chart: OrgchartWidget | null = null
  let host: HTMLElement | null = null
  return {
    name: 'orgchart',
    mount(element, people) {
      host = element
      chart = $(element).orgchart({
        data: nest(people),
        nodeContent: 'title',
        pan: true,
        zoom: true,
        toggleSiblingsResp: false,
      })
    },
    update(people) {
      chart?.init({ data: nest(people) })
    },
    look(how) {
      const element = host?.querySelector<HTMLElement>('.orgchart')
      if (!element || !host) return
      element.style.transform = ''
      if (how === 'natural') return
      const scale = Math.min(
        host.clientWidth / element.scrollWidth,
        host.clientHeight / element.scrollHeight,
      )
      element.style.transform = `matrix(${scale}, 0, 0, ${scale}, 0, 0)`
    },
    isPainted: (element) => element.querySelector('.node') !== null,
    unmount() {
      if (host) $(host).empty()
    },
  }
}

function nest(people: readonly Person[]): Node {
  const nodes = new Map<string, Node>()
  for (const { id, name, title } of people) nodes.set(id, { id, name, title, children: [] })
  for (const { id, bossId } of people) {
    if (bossId !== null) nodes.get(bossId)?.children.push(nodes.get(id) as Node)
  }
  return nodes.get('p0') as Node
}
