import type { TFunction } from 'i18next'
import type { FormatProblem } from '../../../db/formats/problem'
import { formatBytes, formatCount } from '../../ui/format'

/** Why a file cannot be read, and what to do. */
export function problemWords(problem: FormatProblem, t: TFunction, language: string): string {
  const count = (n: number) => formatCount(n, language)
  const sentence = (fields: Record<string, string | number> = {}) =>
    t(`importing.problem.${problem.code}`, fields)
  switch (problem.code) {
    case 'empty_file':
    case 'not_opml':
    case 'cancelled':
      return sentence()
    case 'binary_file': {
      const kind = t(`importing.binary.${problem.looksLike}`)
      const advice = t(`importing.advice.${adviceFor(problem.looksLike)}`)
      return `${sentence({ kind })} ${advice}`
    }
    case 'too_large':
      return sentence({ max: formatBytes(problem.maxBytes, language) })
    case 'too_many_rows':
      return sentence({ max: count(problem.maxRows) })
    case 'too_many_columns':
      return sentence({ row: count(problem.row), max: count(problem.maxColumns) })
    case 'too_many_cells':
      return sentence({ max: count(problem.maxCells) })
    case 'record_too_long':
      return sentence({ line: count(problem.line), max: count(problem.maxChars) })
    case 'quote_not_closed':
      return sentence({ line: count(problem.line) })
    case 'no_cards':
      return sentence({ kind: t(`importing.cardless.${problem.looksLike}`) })
  }
}

type BinaryKind = Extract<FormatProblem, { code: 'binary_file' }>['looksLike']

function adviceFor(kind: BinaryKind): 'sheet' | 'unpack' | 'other' {
  if (kind === 'excel' || kind === 'old_office') return 'sheet'
  const isArchive = kind === 'zip' || kind === 'gzip' || kind === 'seven_zip' || kind === 'rar'
  return isArchive ? 'unpack' : 'other'
}
