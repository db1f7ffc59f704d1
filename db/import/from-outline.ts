import { nameColumns } from '../formats/csv-shape'
import type { Outline } from '../formats/outline-model'
import type { ImportField, ImportFile } from './import-fields'

const fields = [
  'externalId',
  'managerId',
  'name',
  'title',
  'department',
  'email',
  'stance',
  'influence',
  'roles',
  'topFive',
] as const satisfies readonly ImportField[]

/**
 * A chart as a table for the import: bosses by number, so that names may repeat. A row's number is the
 * place of the node in the chart, 1 = first.
 */
export function importFileFromOutline(name: string, { nodes, links }: Outline): ImportFile {
  return {
    name,
    table: {
      columns: nameColumns(fields, fields.length),
      rows: nodes.map((node, at) => ({
        row: at + 1,
        cells: [
          String(at + 1),
          node.parentIndex === null ? '' : String(node.parentIndex + 1),
          node.name,
          node.title,
          node.department,
          node.email,
          node.stance === 'unknown' ? '' : node.stance,
          node.influence === 'unknown' ? '' : node.influence,
          node.roles.join(', '),
          node.isTopFive ? 'yes' : '',
        ],
      })),
    },
    mapping: {
      kind: 'people',
      columns: fields,
      dateOrder: 'ymd',
      decimal: '.',
      currency: 'EUR',
      isFamilyNameFirst: false,
      areIdsLocal: true,
    },
    links: links.map(({ kind, fromIndex, toIndex }) => ({
      kind,
      fromRow: fromIndex + 1,
      toRow: toIndex + 1,
    })),
  }
}
