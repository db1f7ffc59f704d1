/** The parts of peers without types that the benchmark uses. */
interface OrgchartWidget {
  init(options: object): void
}
declare module 'd3-org-chart' {
  export class OrgChart {
    container(host: HTMLElement): this
    data(rows: readonly object[]): this
    nodeWidth(read: () => number): this
    nodeHeight(read: () => number): this
    duration(ms: number): this
    svgHeight(height: number): this
    nodeContent(draw: (node: { data: unknown }) => string): this
    render(): this
    fit(options: { animate: boolean }): this
    setCentered(id: string): this
    initialZoom(zoom: number): this
    clear(): void
  }
}
declare module 'orgchart'
declare module 'jquery' {
  export default function $(host: HTMLElement): {
    orgchart(options: object): OrgchartWidget
    empty(): void
  }
}
