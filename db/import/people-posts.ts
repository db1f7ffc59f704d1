import { jointKey, makeKeyIndex, matchKey } from './match'
import { addNote, type PeopleRow } from './people-rows'
import type { PlanReason } from './plan-model'
import type { ExistingSeat } from './snapshot'

/** A post of the file: one row, or several rows for the people who share it. It becomes one seat. */
export interface Post {
  /** The row that describes the post. */
  readonly lead: PeopleRow
  /** Rows of those who hold it, the lead among them. */
  readonly rows: PeopleRow[]
  /** Its number among all posts of the import, for a `new:` key. */
  readonly number: number
  /** false = another row has the lead's key, so that this post goes without. */
  readonly hasKey: boolean
  headcount: number | null
  existing: ExistingSeat | null
  /** How it was found in the store; a post found by its key follows the file in who holds it. */
  isFoundByKey: boolean
  boss: Boss | null
}

/** The seat above: one of the file or one of the store. */
export type Boss = { readonly post: Post } | { readonly seat: ExistingSeat }

/** A row that makes no post, and why. `otherRow` is the row that stands for it. */
export interface LeftOut {
  readonly row: PeopleRow
  readonly reason: PlanReason
  readonly otherRow: number
}

export interface Grouped {
  readonly posts: readonly Post[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Sorts the rows of one account: which make a post, which share one, which repeat an earlier row and
 * which are of the past. No row is lost: each is in a post or left out with a reason.
 */
export function groupPosts(rows: readonly PeopleRow[], firstNumber: number): Grouped {
  const posts: Post[] = []
  const leftOut: LeftOut[] = []
  const byPostId = makeKeyIndex<Post>()
  const byPersonId = makeKeyIndex<Post>()
  const byContent = makeKeyIndex<Post>()

  function open(row: PeopleRow, hasKey: boolean): void {
    const post: Post = {
      lead: row,
      rows: [row],
      number: firstNumber + posts.length,
      hasKey,
      headcount: row.headcount,
      existing: null,
      isFoundByKey: false,
      boss: null,
    }
    posts.push(post)
    byContent.add(contentKey(row), post)
    if (!hasKey) return
    byPostId.add(matchKey(row.postId), post)
    byPersonId.add(matchKey(row.personId), post)
  }

  for (const row of rows) {
    const past = pastReason(row)
    if (past) {
      leftOut.push({ row, reason: past, otherRow: 0 })
      continue
    }
    const samePost = byPostId.first(matchKey(row.postId))
    const samePerson = row.postId === '' ? byPersonId.first(matchKey(row.personId)) : undefined
    const sameContent =
      row.postId === '' && row.personId === '' ? byContent.first(contentKey(row)) : undefined
    const other = samePost ?? samePerson ?? sameContent
    if (!other) {
      open(row, true)
      continue
    }
    const reason = samePost ? joinPost(samePost, row) : repeatReason(other, row)
    if (reason === 'own_post') open(row, false)
    else if (reason !== 'joined') leftOut.push({ row, reason, otherRow: other.lead.row })
  }
  return { posts, leftOut }
}

/**
 * The key a post's seat is kept under. Where nobody is named the key of the person stands in, marked,
 * so that it is never taken for the key of a post.
 */
export function seatKey(row: PeopleRow): string {
  if (row.postId !== '' || row.name !== '' || row.personId === '') return row.postId
  return unnamedKey(row.personId)
}

/** The key of the seat of a person whom a file does not name. */
export function unnamedKey(personId: string): string {
  return `person:${personId}`
}

function pastReason(row: PeopleRow): PlanReason | null {
  if (row.holder === 'eliminated') return 'post_eliminated'
  if (row.name === '' && row.title === '') return 'nothing'
  return row.hasLeft ? 'person_left' : null
}

/** A second row with the key of a post: another holder, the same again, or a key used twice. */
function joinPost(post: Post, row: PeopleRow): PlanReason | 'joined' | 'own_post' {
  const isSameTitle =
    row.title === '' || matchKey(row.title) === matchKey(post.lead.title) || post.lead.title === ''
  if (!isSameTitle) {
    addNote(row.notes, 'duplicate_id', row.postId, post.lead.row)
    return 'own_post'
  }
  if (row.name === '') {
    if (row.holder === 'vacant') return 'repeats_row'
    addNote(row.notes, 'shared_post', row.postId, post.lead.row)
    post.headcount = (post.headcount ?? 1) + (row.headcount ?? 1)
    return 'counted_in_row'
  }
  if (post.rows.some((each) => matchKey(each.name) === matchKey(row.name))) {
    addNote(row.notes, 'duplicate_id', row.postId, post.lead.row)
    return 'repeats_row'
  }
  addNote(row.notes, 'shared_post', row.postId, post.lead.row)
  post.rows.push(row)
  return 'joined'
}

/** A second row with a person's key or with nothing new in it. */
function repeatReason(other: Post, row: PeopleRow): PlanReason | 'own_post' {
  const isSameName =
    row.name === '' || other.lead.name === '' || matchKey(row.name) === matchKey(other.lead.name)
  if (row.personId !== '') addNote(row.notes, 'duplicate_id', row.personId, other.lead.row)
  return isSameName ? 'repeats_row' : 'own_post'
}

/** Rows without keys say the same when all of this is the same; unnamed posts are never the same. */
function contentKey(row: PeopleRow): string {
  if (row.name === '') return ''
  return jointKey(row.name, row.title, row.department, row.email, ...row.bossReferences)
}
