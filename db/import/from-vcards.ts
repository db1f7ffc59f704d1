import { nameColumns } from '../formats/csv-shape'
import type { Vcard, VcardContact } from '../formats/vcard-card'
import type { ImportField, ImportFile } from './import-fields'

const fields = [
  'name',
  'title',
  'department',
  'email',
  'phone',
  'mobile',
  'externalId',
  'manager',
  'city',
  'country',
  'account',
  'language',
  'note',
] as const satisfies readonly ImportField[]

/** Cards as a table for the import; a row's number is the line of the file where the card begins. */
export function importFileFromVcards(name: string, cards: readonly Vcard[]): ImportFile {
  return {
    name,
    table: {
      columns: nameColumns(fields, fields.length),
      rows: cards.map((card) => ({ row: card.line, cells: cellsOf(card) })),
    },
    mapping: {
      kind: 'people',
      columns: fields,
      dateOrder: 'ymd',
      decimal: '.',
      currency: 'EUR',
      isFamilyNameFirst: false,
      areIdsLocal: false,
    },
  }
}

function cellsOf(card: Vcard): string[] {
  const values: Readonly<Record<(typeof fields)[number], string>> = {
    name: card.name || (card.kind === 'individual' ? nameFromContact(card) : card.company),
    title: card.title,
    department: card.units.join(' / '),
    email: card.emails[0]?.value ?? '',
    phone: phoneOf(card, (types) => !types.includes('cell') && !types.some(isNoVoice)),
    mobile: phoneOf(card, (types) => types.includes('cell')),
    externalId: card.uid.replace(/^urn:uuid:/i, ''),
    manager: card.manager,
    city: card.address?.city ?? '',
    country: card.address?.country ?? '',
    account: card.company,
    language: card.language,
    note: card.note,
  }
  return fields.map((field) => values[field])
}

/** A card without a name is called by its address or number. */
function nameFromContact({ emails, phones, company }: Vcard): string {
  return emails[0]?.value ?? phones[0]?.value ?? company
}

/** The work number before others. */
function phoneOf(card: Vcard, fits: (types: readonly string[]) => boolean): string {
  const phones: readonly VcardContact[] = card.phones.filter(({ types }) => fits(types))
  return (phones.find(({ types }) => types.includes('work')) ?? phones[0])?.value ?? ''
}

function isNoVoice(type: string): boolean {
  return ['fax', 'pager', 'modem', 'bbs', 'isdn', 'pcs'].includes(type)
}
