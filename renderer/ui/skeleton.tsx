import './skeleton.css'

/** Grey lines where text will be; never a spinner on a whole page (look.md). */
export function Skeleton({
  width,
  height = 14,
}: {
  readonly width: number | string
  readonly height?: number
}) {
  return <span className="skeleton skeleton-line" style={{ width, height }} aria-hidden="true" />
}

/** What a screen shows while its data or its code is on the way. */
export function ScreenSkeleton() {
  return (
    <div className="screen-skeleton" role="presentation">
      {widths.map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  )
}

const widths = ['34%', '72%', '61%', '78%', '55%']
