import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { layOutAgendaDays, writeWhen } from '../../../db/formats/itip/agenda-text'
import type { RouteParams } from '../../app/feature'
import { goTo } from '../../data/place'
import { Button } from '../../ui/button'
import { mainLanguage } from './main-language'
import { useVisit } from './use-visit'
import './present.css'

/**
 * The agenda on a shared screen: the public invitation alone, large, one item lit at a time. Arrows
 * walk, Esc goes back to the visit.
 */
export function PresentScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const visitId = params.visitId!
  const model = useVisit(visitId)
  const [step, setStep] = useState(-1)
  const language = model ? mainLanguage(model.invitation) : 'en'
  const days = model ? layOutAgendaDays(model.invitation, language) : []
  const count = days.reduce((sum, { items }) => sum + items.length, 0)

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key === 'Escape') goTo(`visits/${visitId}`)
      else if (/^(ArrowDown|ArrowRight|PageDown| )$/.test(event.key)) {
        setStep((now) => Math.min(now + 1, count - 1))
      } else if (/^(ArrowUp|ArrowLeft|PageUp)$/.test(event.key)) {
        setStep((now) => Math.max(now - 1, -1))
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [visitId, count])

  if (!model) return null
  const { invitation } = model
  let index = -1
  return (
    <div className="present" data-testid="present-screen" lang={language}>
      <header>
        <h1>{invitation.title}</h1>
        <p>{writeWhen(invitation, language)}</p>
        <p>{[invitation.place, invitation.room].filter(Boolean).join(', ')}</p>
      </header>
      {days.map(({ heading, items }) => (
        <section key={heading}>
          {heading && <h2>{heading}</h2>}
          <ol>
            {items.map(({ time, title, detail }) => {
              index += 1
              const at = index
              return (
                <li key={at} aria-current={at === step ? 'step' : undefined}>
                  <button type="button" onClick={() => setStep(at)}>
                    <span className="tabular">{time}</span>
                    <span>{title}</span>
                    <span className="present-detail">{detail}</span>
                  </button>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
      <div className="present-back">
        <Button look="quiet" shortcut="Esc" onClick={() => goTo(`visits/${visitId}`)}>
          {t('visits.present.back')}
        </Button>
      </div>
    </div>
  )
}
