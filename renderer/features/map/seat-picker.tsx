import { useMemo, useState } from 'react'
import { seatState } from './facts'
import type { Forest } from './forest'
import { nameSeat, type MapSeat } from './model'

export interface SeatPickerProps {
  readonly label: string
  readonly placeholder: string
  readonly none: string
  readonly forest: Forest
  /** Seats that cannot be picked. */
  readonly without?: readonly string[]
  readonly testId: string
  readonly onPick: (seatId: string) => void
  readonly onClose: () => void
  /** The seat the list stands on, so that the map can show it. */
  readonly onPoint?: (seatId: string | null) => void
}

const mostShown = 8

/** A field that narrows the map's seats as one types: for find and for the other end of a line. */
export function SeatPicker(props: SeatPickerProps) {
  const { forest, without, onPick, onClose, onPoint } = props
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = useMemo(() => findSeats(forest, text, without ?? []), [forest, text, without])
  const point = (i: number) => {
    setChosen(i)
    onPoint?.(found[i]?.id ?? null)
  }
  return (
    <div
      className="map-panel map-picker"
      data-map-control
      data-testid={props.testId}
      role="dialog"
      aria-label={props.label}
    >
      <label className="map-picker__label" htmlFor={`${props.testId}-field`}>
        {props.label}
      </label>
      <input
        id={`${props.testId}-field`}
        className="map-picker__field"
        autoFocus
        spellCheck={false}
        value={text}
        placeholder={props.placeholder}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${props.testId}-list`}
        aria-activedescendant={found[chosen] ? `${props.testId}-${chosen}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          const { key } = event
          if (key === 'ArrowDown') point(Math.min(chosen + 1, found.length - 1))
          else if (key === 'ArrowUp') point(Math.max(chosen - 1, 0))
          else if (key === 'Escape') onClose()
          else if (key === 'Enter') {
            const seat = found[chosen]
            if (seat) onPick(seat.id)
          } else return
          event.preventDefault()
        }}
      />
      <ul id={`${props.testId}-list`} role="listbox" aria-label={props.label}>
        {found.map((seat, i) => (
          <li
            key={seat.id}
            id={`${props.testId}-${i}`}
            role="option"
            aria-selected={i === chosen}
            onPointerMove={() => setChosen(i)}
            onClick={() => onPick(seat.id)}
          >
            <span className="map-picker__name">{nameSeat(seat)}</span>
            {seatState(seat) === 'filled' && (
              <span className="map-picker__detail">{seat.title}</span>
            )}
          </li>
        ))}
        {found.length === 0 && <li className="map-picker__none">{props.none}</li>}
      </ul>
    </div>
  )
}

/** Seats whose name, title or department has all typed words at the start of a word; best first. */
function findSeats(forest: Forest, text: string, without: readonly string[]): readonly MapSeat[] {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const found: { readonly seat: MapSeat; readonly cost: number }[] = []
  for (const id of forest.order) {
    if (without.includes(id)) continue
    const seat = forest.seatsById.get(id) as MapSeat
    const name = fold(seat.person?.name ?? '')
    const all = ` ${name} ${fold(seat.title)} ${fold(seat.department)}`
    if (!words.every((word) => all.includes(` ${word}`) || all.includes(`-${word}`))) continue
    const cost = words.every((word) => ` ${name}`.includes(` ${word}`)) ? 0 : 1
    found.push({ seat, cost })
  }
  found.sort((a, b) => a.cost - b.cost)
  return found.slice(0, mostShown).map(({ seat }) => seat)
}

/** Lower case without accents, so that 'Jurgen' finds 'Jürgen' and 'Lukasz' 'Łukasz'. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
}
