import { useLayoutEffect, useRef } from 'react'
import { buildSvg } from './build-svg'

/** An SVG text of `exportSvg` as elements on the page. */
export function SvgPicture({
  svg,
  className,
  label,
}: {
  readonly svg: string
  readonly className: string
  readonly label?: string
}) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = buildSvg(svg)
    if (label) element.setAttribute('aria-hidden', 'true')
    place.current?.replaceChildren(element)
  }, [svg, label])
  return (
    <div ref={place} className={className} role={label ? 'img' : undefined} aria-label={label} />
  )
}
