import { useTranslation } from 'react-i18next'
import type { ColumnMapping, ImportField } from '../../../db/import/import-fields'
import type { FileSummary, ImportFormat } from '../../../db/flows/import-read'
import { SelectField } from '../../ui/field'
import { fieldsByKind, kinds } from './fields'
import type { ImportFlow } from './use-import'

/** How one file is read: what its rows are, and the field that each column holds. */
export function ColumnTable({
  flow,
  index,
}: {
  readonly flow: ImportFlow
  readonly index: number
}) {
  const { t } = useTranslation()
  const file = flow.reading!.files[index]!
  const mapping = flow.mappings[index]
  if (!mapping) return null
  const isBusy = flow.phase === 'applying'
  const set = (change: Partial<ColumnMapping>) => flow.setMapping(index, { ...mapping, ...change })
  function setColumn(column: number, field: ImportField | null): void {
    const isShared = field === 'note'
    set({
      columns: file.columns.map((_, at) => {
        const now = mapping!.columns[at] ?? null
        if (at === column) return field
        return now === field && !isShared ? null : now
      }),
    })
  }
  return (
    <fieldset className="column-table" disabled={isBusy}>
      <legend className="visually-hidden">{t('importing.columns')}</legend>
      <FileFacts file={file} />
      <div className="column-options">
        <SelectField<ImportFormat>
          label={t('importing.readAs')}
          value={file.format ?? 'table'}
          options={(['table', 'vcard', 'outline'] as const).map((format) => [
            format,
            t(`importing.format.${format}`),
          ])}
          onPick={(format) => flow.readAs(index, format)}
        />
        {file.format === 'table' && <TableOptions mapping={mapping} onChange={set} />}
      </div>
      {file.format === 'table' && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('importing.column')}</th>
              <th scope="col">{t('importing.samples')}</th>
              <th scope="col">{t('importing.field')}</th>
            </tr>
          </thead>
          <tbody>
            {file.columns.map((column, at) => {
              const field = mapping.columns[at] ?? null
              return (
                <tr key={column.index} className={field === null ? 'unused' : undefined}>
                  <th scope="row" title={column.name}>
                    <bdi>{column.name}</bdi>
                  </th>
                  <td>
                    <bdi>{(file.samples[at] ?? []).join(' · ')}</bdi>
                  </td>
                  <td>
                    <select
                      className="input"
                      aria-label={t('importing.fieldOf', { column: column.name })}
                      data-testid="column-field"
                      value={field ?? ''}
                      onChange={(event) =>
                        setColumn(at, (event.target.value || null) as ImportField | null)
                      }
                    >
                      <option value="">{t('importing.notUsed')}</option>
                      {fieldsByKind[mapping.kind].map((each) => (
                        <option key={each} value={each}>
                          {t(`importing.fields.${each}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </fieldset>
  )
}

function TableOptions({
  mapping,
  onChange,
}: {
  readonly mapping: ColumnMapping
  onChange(change: Partial<ColumnMapping>): void
}) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        label={t('importing.rowsAre')}
        value={mapping.kind}
        data-testid="import-kind"
        options={kinds.map((kind) => [kind, t(`importing.kind.${kind}`)])}
        onPick={(kind) => onChange({ kind, columns: keepFields(mapping, kind) })}
      />
      <SelectField
        label={t('importing.dates')}
        value={mapping.dateOrder}
        options={[
          ['ymd', '2026-12-31'],
          ['dmy', '31.12.2026'],
          ['mdy', '12/31/2026'],
        ]}
        onPick={(dateOrder) => onChange({ dateOrder })}
      />
      <SelectField
        label={t('importing.decimals')}
        value={mapping.decimal}
        options={[
          ['.', '1,234.50'],
          [',', '1.234,50'],
        ]}
        onPick={(decimal) => onChange({ decimal })}
      />
      {mapping.kind === 'people' && (
        <SelectField
          label={t('importing.names')}
          value={mapping.isFamilyNameFirst ? 'family' : 'given'}
          options={[
            ['given', 'Anna Berg'],
            ['family', 'Berg, Anna'],
          ]}
          onPick={(order) => onChange({ isFamilyNameFirst: order === 'family' })}
        />
      )}
    </>
  )
}

/** Columns keep the field they have where the other kind has it too. */
function keepFields(
  mapping: ColumnMapping,
  kind: ColumnMapping['kind'],
): readonly (ImportField | null)[] {
  const allowed: readonly string[] = fieldsByKind[kind]
  return mapping.columns.map((field) => (field && allowed.includes(field) ? field : null))
}

/** What was noticed while reading: remembered columns, odd rows, odd characters, cards left out. */
function FileFacts({ file }: { readonly file: FileSummary }) {
  const { t } = useTranslation()
  const facts = [
    file.isRemembered && t('importing.fact.remembered'),
    file.headerRow !== null &&
      file.headerRow > 1 &&
      t('importing.fact.header', { n: file.headerRow }),
    file.format === 'table' && file.headerRow === null && t('importing.fact.noHeader'),
    file.raggedCount > 0 && t('importing.fact.ragged', { n: file.raggedCount }),
    file.replacedCount > 0 && t('importing.fact.replaced', { n: file.replacedCount }),
    file.skippedCards.length > 0 && t('importing.fact.cards', { n: file.skippedCards.length }),
    file.remarks.length > 0 && t('importing.fact.remarks', { n: file.remarks.length }),
  ].filter((fact) => fact !== false)
  if (facts.length === 0) return null
  return (
    <ul className="file-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
