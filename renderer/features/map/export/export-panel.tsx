import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useLive } from '../../../data/live'
import { accountOfPlace, readPlace } from '../../../data/place'
import { store } from '../../../data/store'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { addToast } from '../../../ui/toasts'
import type { MapScreenStore } from '../map-store'
import { fileEndings, firstChoices, type ExportChoices } from './export-choices'
import { ExportOptions } from './export-options'
import { ExportPreview } from './export-preview'
import { FormatList } from './format-list'
import { makeCsvWords, makeFile, type FileParts } from './make-file'
import { makePicture } from './picture'
import { printJobName, type PrintJob } from './print-job'
import { fileStem, sheetWords } from './sheet-words'
import type { Contacts } from './text-files'
import { usePictureRows } from './use-picture-rows'
import { makePictureWords } from './words'
import './export.css'

/** What leaves the map as a file. In the customer-safe view only the safe variant can leave. */
export function ExportPanel({ screen, close }: { readonly screen: MapScreenStore; close(): void }) {
  const { t } = useTranslation()
  const accountId = accountOfPlace(readPlace()) ?? ''
  const isLocked = useStore(screen, (s) => s.isSafe)
  const [chosen, setChosen] = useState<ExportChoices>(firstChoices)
  const [isMaking, setMaking] = useState(false)
  const choices = isLocked ? { ...chosen, isSafe: true } : chosen
  const parts = useFileParts(accountId, screen, choices)

  async function save(): Promise<void> {
    if (!parts || isMaking) return
    setMaking(true)
    try {
      const data =
        choices.format === 'pdf'
          ? await printPdf(accountId, screen, choices)
          : await makeFile(parts)
      const name = `${fileStem(parts.picture.title, parts.picture.nowMs)}.${fileEndings[choices.format]}`
      const saved = await window.shell.saveFile(name, data)
      if (!saved) return
      addToast({ text: t('map.export.saved', { path: saved.path }) })
      close()
    } catch (error) {
      console.error('export', choices.format, error instanceof Error ? error.name : '')
      addToast({ kind: 'error', text: t('map.export.failed') })
    } finally {
      setMaking(false)
    }
  }

  const isEmpty = parts !== null && parts.picture.layout.positions.size === 0
  return (
    <div data-map-control onKeyDown={(event) => event.stopPropagation()}>
      <Dialog
        title={t('map.export.title')}
        isWide
        testId="map-export"
        onClose={close}
        onSubmit={() => void save()}
        actions={
          <>
            <Button look="quiet" onClick={close}>
              {t('ui.cancel')}
            </Button>
            <Button
              look="primary"
              type="submit"
              disabled={isEmpty || isMaking || !parts}
              data-testid="map-export-save"
            >
              {t(isMaking ? 'map.export.making' : 'map.export.save')}
            </Button>
          </>
        }
      >
        <div className="map-export">
          <FormatList
            format={choices.format}
            onPick={(format) => setChosen({ ...chosen, format })}
          />
          <ExportOptions
            choices={choices}
            isLocked={isLocked}
            parts={parts}
            onChange={(change) => setChosen({ ...chosen, ...change })}
          />
          {isEmpty ? (
            <p className="map-export__empty">{t('map.export.empty')}</p>
          ) : (
            parts && <ExportPreview parts={parts} />
          )}
        </div>
      </Dialog>
    </div>
  )
}

/** Everything an export is made of; in the safe variant nothing else is even asked for. */
function useFileParts(
  accountId: string,
  screen: MapScreenStore,
  choices: ExportChoices,
): FileParts | null {
  const { t, i18n } = useTranslation()
  const account = useLive(store.account.byId, { id: accountId })
  const people = useLive(store.person.byAccount, choices.isSafe ? null : { accountId })
  const rows = usePictureRows(accountId)
  const folded = useStore(screen, (s) => s.folded)
  const isolatedId = useStore(screen, (s) => s.isolatedId)
  const [nowMs] = useState(() => Date.now())
  return useMemo(() => {
    if (!rows || !account) return null
    const { isSafe, scope } = choices
    const head = sheetWords(t, account.name, rows.seats, isSafe, nowMs, i18n.language)
    const shown =
      scope === 'shown'
        ? { folded, rootId: isolatedId }
        : { folded: new Set<string>(), rootId: null }
    const contacts: Contacts = new Map((people ?? []).map((person) => [person.id, person]))
    return {
      picture: makePicture({ ...rows, ...head, ...shown, isSafe, nowMs }),
      choices,
      contacts,
      company: account.name,
      words: makePictureWords(t),
      csvWords: makeCsvWords(t),
      separator: i18n.language === 'en' ? ',' : ';',
    }
  }, [rows, account, people, choices, folded, isolatedId, nowMs, t, i18n.language])
}

async function printPdf(
  accountId: string,
  screen: MapScreenStore,
  choices: ExportChoices,
): Promise<Uint8Array> {
  const { folded, isolatedId } = screen.getState()
  const isShown = choices.scope === 'shown'
  const job: PrintJob = {
    accountId,
    isSafe: choices.isSafe,
    rootId: isShown ? isolatedId : null,
    folded: isShown ? [...folded] : [],
    paper: choices.paper,
    mode: choices.mode,
    scale: choices.tileScale,
    hasLegend: choices.hasLegend,
  }
  await store.local.set({ name: printJobName, value: JSON.stringify(job) })
  const paper = choices.paper === 'Letter' ? 'Letter' : 'A4'
  return window.shell.printPdf(`map/${accountId}`, { paper, isLandscape: false })
}
