import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../ui/field'
import { pictureFormats, type ExportChoices } from './export-choices'
import { pngSideMax } from './export-png'
import { sheetBounds } from './export-svg'
import { pngSize, type FileParts } from './make-file'
import { papers, planOnePage, planTiles } from './pages'

interface OptionsProps {
  readonly choices: ExportChoices
  /** The customer-safe view is on: nothing else can leave. */
  readonly isLocked: boolean
  readonly parts: FileParts | null
  onChange(change: Partial<ExportChoices>): void
}

/** For whom, how much, how large: only what the chosen format knows. */
export function ExportOptions(props: OptionsProps) {
  const { t } = useTranslation()
  const { choices, isLocked, parts, onChange } = props
  const { format, isSafe } = choices
  return (
    <div className="map-export__options">
      <p className="map-export__about">{t(`map.export.about.${format}`)}</p>
      <fieldset className="map-export__variants" disabled={isLocked}>
        <legend>{t('map.export.variant')}</legend>
        {(['internal', 'safe'] as const).map((variant) => (
          <label key={variant}>
            <input
              type="radio"
              name="map-export-variant"
              checked={isSafe === (variant === 'safe')}
              data-testid={`map-export-${variant}`}
              onChange={() => onChange({ isSafe: variant === 'safe' })}
            />
            {t(`map.export.variants.${variant}`)}
          </label>
        ))}
        {isSafe && (
          <p className="map-export__hint">
            {t(isLocked ? 'map.export.safeOnly' : 'map.export.safeHint')}
          </p>
        )}
      </fieldset>
      <SelectField
        label={t('map.export.scope')}
        value={choices.scope}
        options={(['shown', 'whole'] as const).map((scope) => [
          scope,
          t(`map.export.scopes.${scope}`),
        ])}
        onPick={(scope) => onChange({ scope })}
      />
      {format === 'png' && <PngOptions {...props} />}
      {format === 'pdf' && <PdfOptions {...props} />}
      {pictureFormats.has(format) && format !== 'pptx' && !isSafe && parts && (
        <label className="map-export__check">
          <input
            type="checkbox"
            checked={choices.hasLegend}
            onChange={(event) => onChange({ hasLegend: event.target.checked })}
          />
          {t('map.export.legend')}
        </label>
      )}
    </div>
  )
}

function PngOptions({ choices, parts, onChange }: OptionsProps) {
  const { t, i18n } = useTranslation()
  const size = parts && pngSize(parts)
  const count = (n: number) => n.toLocaleString(i18n.language)
  return (
    <div>
      <SelectField
        label={t('map.export.size')}
        value={String(choices.pngScale) as '1' | '2' | '4'}
        options={(['1', '2', '4'] as const).map((scale) => [scale, `${Number(scale) * 100} %`])}
        onPick={(scale) => onChange({ pngScale: Number(scale) as ExportChoices['pngScale'] })}
      />
      {size && (
        <p className="map-export__hint tabular">
          {count(size.width)} × {count(size.height)} px
          {size.isLimited && <> · {t('map.export.limited', { n: count(pngSideMax) })}</>}
        </p>
      )}
    </div>
  )
}

function PdfOptions({ choices, parts, onChange }: OptionsProps) {
  const { t } = useTranslation()
  const { paper, mode, tileScale, hasLegend } = choices
  const sheet = parts && sheetBounds(parts.picture, { words: parts.words, hasLegend })
  const plan =
    sheet && (mode === 'one' ? planOnePage(sheet, paper) : planTiles(sheet, paper, tileScale))
  const scales = ['0.4', '0.6', '0.8', '1'] as const
  return (
    <>
      <SelectField
        label={t('map.export.paper')}
        value={paper}
        options={papers.map((each) => [each, each])}
        onPick={(each) => onChange({ paper: each })}
      />
      <SelectField
        label={t('map.export.pages')}
        value={mode}
        options={(['one', 'tiles'] as const).map((each) => [
          each,
          t(`map.export.pageModes.${each}`),
        ])}
        onPick={(each) => onChange({ mode: each })}
      />
      {mode === 'tiles' && (
        <SelectField
          label={t('map.export.size')}
          value={String(tileScale) as (typeof scales)[number]}
          options={scales.map((scale) => [scale, `${Math.round(Number(scale) * 100)} %`])}
          onPick={(scale) => onChange({ tileScale: Number(scale) })}
        />
      )}
      {plan && (
        <p className="map-export__hint">
          {mode === 'tiles'
            ? t('map.export.tiles', { n: plan.pages.length })
            : plan.scale < 0.35 && t('map.export.tiny')}
        </p>
      )}
    </>
  )
}
