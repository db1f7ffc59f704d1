import { IconDots, IconPin, IconPinFilled } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../db/entities/snapshot'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import type { MomentWords } from './moment-words'
import type { Moment } from './moments'
import { NameDialog } from './name-dialog'

/** The moments, now first. A pin makes one the beginning that others are compared with. */
export function MomentList(props: {
  readonly moments: readonly Moment[]
  readonly chosen: number
  readonly from: number | null
  readonly isPinned: boolean
  readonly words: MomentWords
  readonly take: ReactNode
  onChoose(at: number): void
  onPin(id: string | null): void
}) {
  const { t } = useTranslation()
  const [named, setNamed] = useState<Snapshot | null>(null)
  const { moments, chosen, from, isPinned, words, onChoose, onPin } = props
  const ordered = moments.map((moment, at) => ({ moment, at })).reverse()
  let lastDay = ''
  return (
    <nav className="history__moments" aria-label={t('mapHistory.moments')}>
      <div className="history__take">{props.take}</div>
      <ol>
        {ordered.map(({ moment, at }) => {
          const day = moment.snapshot ? words.day(moment) : ''
          const isNewDay = day !== lastDay
          lastDay = day
          const isFrom = at === from
          return (
            <li key={moment.id ?? 'now'}>
              {isNewDay && day !== '' && <h3>{day}</h3>}
              <div
                className={`moment${at === chosen ? ' is-chosen' : ''}${isFrom ? ' is-from' : ''}`}
              >
                <button
                  type="button"
                  className="moment__go"
                  aria-current={at === chosen}
                  data-testid="history-moment"
                  onClick={() => onChoose(at)}
                >
                  <span className="moment__title">{words.line(moment)}</span>
                  <span className="moment__detail">
                    {moment.isSame ? t('mapHistory.same') : words.detail(moment)}
                  </span>
                </button>
                {moment.snapshot && (
                  <span className="moment__tools">
                    <Button
                      look="quiet"
                      title={t(isFrom && isPinned ? 'mapHistory.unpin' : 'mapHistory.pin')}
                      icon={
                        isFrom && isPinned ? <IconPinFilled size={15} /> : <IconPin size={15} />
                      }
                      onClick={() => onPin(isFrom && isPinned ? null : moment.id)}
                    />
                    <Button
                      look="quiet"
                      title={t('mapHistory.more')}
                      icon={<IconDots size={15} />}
                      onClick={() => setNamed(moment.snapshot)}
                    />
                  </span>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {named && (
        <NameDialog
          snapshot={named}
          onClose={() => setNamed(null)}
          onRemove={() => {
            setNamed(null)
            void removeSnapshot(named.id, t('mapHistory.removed'))
          }}
        />
      )}
    </nav>
  )
}

async function removeSnapshot(id: string, words: string): Promise<void> {
  if ((await run(store.snapshot.remove({ id }))) !== undefined) toastDone(words)
}
