import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountTab } from '../../app/feature'
import { goTo } from '../../data/place'

/** The tabs of an account; the arrow keys move between them. */
export function AccountTabs({
  accountId,
  tabs,
  current,
}: {
  readonly accountId: string
  readonly tabs: readonly AccountTab[]
  readonly current: string | null
}) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const index = tabs.findIndex((tab) => tab.name === current)
    const next = tabs[(index + step + tabs.length) % tabs.length]
    if (!next) return
    goTo(`accounts/${accountId}/${next.name}`)
    list.current?.querySelector<HTMLElement>(`[data-tab=${next.name}]`)?.focus()
  }
  return (
    <div
      ref={list}
      className="tabs account-tabs"
      role="tablist"
      tabIndex={-1}
      aria-label={t('accounts.tabs')}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <a
          key={tab.name}
          className="tab"
          role="tab"
          href={`#/accounts/${accountId}/${tab.name}`}
          data-tab={tab.name}
          data-testid={`tab-${tab.name}`}
          aria-selected={tab.name === current}
          tabIndex={tab.name === current ? 0 : -1}
        >
          {t(tab.label)}
        </a>
      ))}
    </div>
  )
}
