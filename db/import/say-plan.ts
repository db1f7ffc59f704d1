import type { ImportNote, ImportPlan, PlanReason, PlanRow } from './plan-model'

/** One row of the report, in English: what becomes of it, why, and what was noticed. */
export function sayPlanRow(row: PlanRow): string {
  const what = reasonSentences[row.reason].replace('{row}', String(row.otherRow))
  return [`Row ${row.row}: ${what}`, ...row.notes.map(sayImportNote)].join(' ')
}

/** The sum of a plan: `6138 rows: 6135 created, 0 updated, 3 skipped.` */
export function sayCounts({ counts }: Pick<ImportPlan, 'counts'>): string {
  const { rows, created, updated, skipped } = counts
  return `${rows} rows: ${created} created, ${updated} updated, ${skipped} skipped.`
}

const reasonSentences: Readonly<Record<PlanReason, string>> = {
  new: 'will be created.',
  joins_post: 'will be created as another holder of the post in row {row}.',
  changed: 'will be updated.',
  holder_changed: 'will be updated: somebody else sits there now.',
  holder_left: 'will be updated: the post is vacant now.',
  unchanged: 'is there already, nothing changes.',
  nothing: 'has neither a name nor a title and is skipped.',
  repeats_row: 'says the same as row {row} and is skipped.',
  counted_in_row: 'is one more holder of the post in row {row} and is counted there.',
  post_eliminated: 'is about a post that is gone and is skipped.',
  person_left: 'is about somebody who has left and is skipped.',
  no_account: 'names no account and is skipped.',
}

/** What was noticed about a row and what was done about it, in English. */
export function sayImportNote({ code, text, otherRow }: ImportNote): string {
  switch (code) {
    case 'unknown_manager':
      return `The manager "${text}" is not in the file or the account; placed at the top.`
    case 'manager_ambiguous':
      return `Several people fit the manager "${text}"; the one in row ${otherRow} was taken.`
    case 'manager_eliminated':
      return `The post of the manager "${text}" is gone; placed under the manager above.`
    case 'manager_left':
      return `The manager "${text}" has left; placed under the manager above.`
    case 'self_report':
      return 'Reports to itself; placed at the top.'
    case 'cycle':
      return `Closes a loop (${text}); this link was left out.`
    case 'no_manager':
      return 'Names no manager; placed at the top.'
    case 'duplicate_id':
      return `The key "${text}" is used in row ${otherRow} too.`
    case 'shared_post':
      return `Shares the post in row ${otherRow}.`
    case 'vacant':
      return 'The post is vacant.'
    case 'match_ambiguous':
      return `Several in the account fit "${text}"; the first was taken.`
    case 'same_name':
      return `Row ${otherRow} has the same name but another key.`
    case 'new_account':
      return `The account "${text}" is new and will be created.`
    case 'unknown_parent':
      return `The parent "${text}" is not known; left without a parent.`
    case 'unknown_owner':
      return `The owner "${text}" is not one of our people; left open.`
    case 'bad_email':
      return `"${text}" is no mail address and was left out.`
    case 'bad_number':
      return `"${text}" is no number that can be used and was left out.`
    case 'bad_date':
      return `"${text}" is no date and was left out.`
    case 'unknown_value':
      return `"${text}" is none of the known values and was left out.`
    case 'text_cut':
      return `A text was longer than fits and was cut: "${text}".`
    case 'top_five_full':
      return 'Five people are marked as top five already; the mark was left out.'
  }
}
