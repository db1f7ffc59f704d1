import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { pictureFormats } from './export-choices'
import { exportSvg } from './export-svg'
import { makeText, type FileParts } from './make-file'
import { SvgPicture } from './svg-picture'

/** So many cards are drawn in a preview; more would cost more than it shows. */
const previewCardsMax = 600
const previewCharsMax = 4000

/** What the file will show: the picture itself, small, or the first lines of the text. */
export function ExportPreview({ parts }: { readonly parts: FileParts }) {
  const { t } = useTranslation()
  const isPicture = pictureFormats.has(parts.choices.format)
  const content = useMemo(
    () => (isPicture ? drawPreview(parts) : makeText(parts).slice(0, previewCharsMax)),
    [parts, isPicture],
  )
  if (!isPicture)
    return (
      <pre
        className="map-export__preview is-text"
        aria-label={t('map.export.preview')}
        tabIndex={0}
      >
        {content.replace('\ufeff', '')}
      </pre>
    )
  return (
    <SvgPicture className="map-export__preview" svg={content} label={t('map.export.preview')} />
  )
}

function drawPreview({ picture, choices, words }: FileParts): string {
  const { positions } = picture.layout
  const isLarge = positions.size > previewCardsMax
  const shown = isLarge ? new Map([...positions].slice(0, previewCardsMax)) : positions
  return exportSvg(
    { ...picture, layout: { ...picture.layout, positions: shown } },
    { words, hasLegend: choices.hasLegend && choices.format !== 'pptx' },
  )
}
