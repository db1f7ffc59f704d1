/** Counters of one node in the text form of Prometheus. Nothing in them tells of a person. */
export class Metrics {
  private readonly counts = new Map<string, number>()

  add(name: string, labels: Readonly<Record<string, string | number>> = {}, by = 1): void {
    const inner = Object.entries(labels).map(([key, value]) => `${key}="${value}"`)
    const key = inner.length > 0 ? `${name}{${inner.join(',')}}` : name
    this.counts.set(key, (this.counts.get(key) ?? 0) + by)
  }

  print(gauges: Readonly<Record<string, number>>): string {
    const lines = [...this.counts, ...Object.entries(gauges)].map(
      ([key, n]) => `jetway_${key} ${n}`,
    )
    return `${lines.sort().join('\n')}\n`
  }
}
