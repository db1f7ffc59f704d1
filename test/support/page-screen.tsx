import { act, configure, render } from '@testing-library/react'
import i18next from 'i18next'
import fs from 'node:fs'
import type { ReactElement } from 'react'
import { initReactI18next } from 'react-i18next'
import type { Words } from '../../renderer/app/feature'
import { appWords } from '../../renderer/app/strings'
import { client } from '../../renderer/data/store'
import { openTestStore } from './store'
import type { TestStore } from './store'

// jsdom has no modal dialogs; opening and closing is all that our dialogs need of them.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement): void {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement): void {
  this.open = false
}

/** The machine may be busy; no test asserts a time. */
configure({ asyncUtilTimeout: 10_000 })

export interface OpenedScreen {
  readonly test: TestStore
  show(screen: ReactElement): void
  close(): Promise<void>
}

/** A real store with the page's own client on it, and the words of the frame and of a feature. */
export async function openPage(words: Words): Promise<OpenedScreen> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: 'en',
      resources: { en: { translation: { ...appWords.en, ...words } } },
      interpolation: { escapeValue: false },
    })
  }
  document.documentElement.lang = 'en'
  const test = openTestStore()
  const { port1, port2 } = new MessageChannel()
  const port = { postMessage: (message: unknown) => port1.postMessage(message) }
  port1.onmessage = (event: MessageEvent) => void test.opened.handle(port, event.data)
  test.opened.addPort(port)
  client.attach(port2)
  let view: ReturnType<typeof render> | null = null
  return {
    test,
    show(screen) {
      view = render(screen)
    },
    async close() {
      view?.unmount()
      // What a leaving screen still saves must find the store open.
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
      port1.close()
      port2.close()
      test.close()
      fs.rmSync(test.root, { recursive: true, force: true })
    },
  }
}
