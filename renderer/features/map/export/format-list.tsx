import {
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileTypeSvg,
  IconId,
  IconListTree,
  IconPhoto,
  IconPresentation,
  IconSitemap,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { exportFormats, type ExportFormat } from './export-choices'

const icons: Readonly<Record<ExportFormat, ComponentType<{ size?: number }>>> = {
  png: IconPhoto,
  svg: IconFileTypeSvg,
  pdf: IconFileTypePdf,
  pptx: IconPresentation,
  outline: IconListTree,
  mermaid: IconSitemap,
  opml: IconFileText,
  csv: IconFileSpreadsheet,
  vcard: IconId,
}

/** The formats as radio buttons; arrows go through them. */
export function FormatList({
  format,
  onPick,
}: {
  readonly format: ExportFormat
  onPick(format: ExportFormat): void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className="map-export__formats">
      <legend className="visually-hidden">{t('map.export.format')}</legend>
      {exportFormats.map((each) => {
        const Icon = icons[each]
        return (
          <label key={each} className={each === format ? 'is-chosen' : ''}>
            <input
              type="radio"
              name="map-export-format"
              value={each}
              checked={each === format}
              autoFocus={each === format}
              onChange={() => onPick(each)}
            />
            <Icon size={18} />
            <span>{t(`map.export.formats.${each}`)}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
