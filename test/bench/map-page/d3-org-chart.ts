import { OrgChart } from 'd3-org-chart'
import type { Person } from './people'
import type { Rival } from './rival'

export function makeD3OrgChart(): Rival {
  let chart: OrgChart | null = null
  const rows = (people: readonly Person[]) =>
    people.map((person) => ({ ...person, parentId: person.bossId ?? '', _expanded: true }))
  return {
    name: 'd3-org-chart',
    mount(host, people) {
      chart = new OrgChart()
        .container(host)
        .data(rows(people))
        .nodeWidth(() => 208)
        .nodeHeight(() => 64)
        .duration(0)
        .svgHeight(host.clientHeight)
        .nodeContent((node) => {
          const { name, title } = node.data as Person
          return `<div class="plain"><b>${name}</b><br>${title}</div>`
        })
        .render()
      chart.fit({ animate: false })
    },
    update(people) {
      chart?.data(rows(people)).render()
    },
    look(how) {
      if (how === 'overview') chart?.fit({ animate: false })
      else chart?.setCentered('p0').initialZoom(1).render()
    },
    isPainted: (host) => host.querySelector('.node-foreign-object') !== null,
    unmount() {
      chart?.clear()
    },
  }
}
