import { isTopMark } from './cell-values'
import { makeKeyIndex, matchKey, type KeyIndex } from './match'
import type { AccountIndex } from './people-match'
import type { Boss, LeftOut, Post } from './people-posts'
import { addNote, type PeopleRow } from './people-rows'
import type { ImportNoteCode } from './plan-model'
import type { ExistingSeat } from './snapshot'

/**
 * Finds every post's boss: by key, by mail address, by name, by title, among the posts of the import
 * and then among the seats of the account; by the place in the tree where the file gives one. What is
 * not found, reports to itself or closes a loop stands at the top, with a note that says so.
 */
export function findBosses(
  posts: readonly Post[],
  leftOut: readonly LeftOut[],
  existing: AccountIndex,
): void {
  const index = indexPosts(posts, leftOut)
  const hasReferences = posts.some((post) => post.lead.bossReferences.length > 0 || post.lead.path)
  const tops: Post[] = []
  for (const post of posts) {
    post.boss = bossOf(post, index, existing)
    const isSilent = post.lead.bossReferences.length === 0 && post.lead.path === null
    if (post.boss === null && isSilent && post.existing === null) tops.push(post)
  }
  if (hasReferences && tops.length > 1)
    for (const { lead } of tops.slice(1)) addNote(lead.notes, 'no_manager', '', tops[0]!.lead.row)
  breakLoops(posts, existing)
}

/** Posts with every boss before its reports. */
export function topDown(posts: readonly Post[]): Post[] {
  const sorted: Post[] = []
  const placed = new Set<Post>()
  for (const post of posts) {
    const chain: Post[] = []
    for (let at: Post | null = post; at && !placed.has(at); at = bossPost(at)) {
      placed.add(at)
      chain.push(at)
    }
    sorted.push(...chain.reverse())
  }
  return sorted
}

interface PostIndex {
  readonly byKey: KeyIndex<Post>
  readonly byEmail: KeyIndex<Post>
  readonly byName: KeyIndex<Post>
  readonly byTitle: KeyIndex<Post>
  readonly byPath: KeyIndex<Post>
  /** Rows of the past: their reports go to the successor or one level up. */
  readonly pastByKey: KeyIndex<LeftOut>
  readonly pastByName: KeyIndex<LeftOut>
}

function indexPosts(posts: readonly Post[], leftOut: readonly LeftOut[]): PostIndex {
  const index: PostIndex = {
    byKey: makeKeyIndex(),
    byEmail: makeKeyIndex(),
    byName: makeKeyIndex(),
    byTitle: makeKeyIndex(),
    byPath: makeKeyIndex(),
    pastByKey: makeKeyIndex(),
    pastByName: makeKeyIndex(),
  }
  for (const post of posts) {
    for (const row of post.rows) {
      if (post.hasKey) index.byKey.add(matchKey(row.postId), post)
      if (post.hasKey && row.personId !== row.postId) index.byKey.add(matchKey(row.personId), post)
      index.byEmail.add(matchKey(row.email), post)
      index.byName.add(matchKey(row.name), post)
    }
    index.byTitle.add(matchKey(post.lead.title), post)
    if (post.lead.path) index.byPath.add(pathKey(post.lead.path), post)
  }
  for (const left of leftOut) {
    if (left.reason !== 'person_left' && left.reason !== 'post_eliminated') continue
    index.pastByKey.add(matchKey(left.row.postId), left)
    index.pastByKey.add(matchKey(left.row.personId), left)
    index.pastByName.add(matchKey(left.row.name), left)
  }
  return index
}

function bossOf(post: Post, index: PostIndex, existing: AccountIndex): Boss | null {
  const { lead } = post
  for (const reference of lead.bossReferences) {
    const found = findReference(reference, lead, index, existing)
    if (!found) continue
    if (found.code) addNote(lead.notes, found.code, reference, found.otherRow)
    if (found.boss && isSelf(found.boss, post)) {
      addNote(lead.notes, 'self_report', reference, lead.row)
      return null
    }
    return found.boss
  }
  if (lead.path) return bossByPath(post, lead.path, index)
  const [reference] = lead.bossReferences
  if (reference !== undefined && !lead.bossReferences.every(isTopMark))
    addNote(lead.notes, 'unknown_manager', reference)
  return null
}

interface Found {
  readonly boss: Boss | null
  readonly code: ImportNoteCode | null
  readonly otherRow: number
}

function findReference(
  reference: string,
  from: PeopleRow,
  index: PostIndex,
  existing: AccountIndex,
): Found | null {
  const key = matchKey(reference)
  const byKey = index.byKey.first(key)
  if (byKey) return found({ post: byKey })
  const seatByKey = from.areIdsLocal ? undefined : existing.seatByAnyKey(key)
  if (seatByKey) return found({ seat: seatByKey })
  const past = index.pastByKey.first(key)
  if (past) return findPast(past, index, existing)
  const named = choose([...index.byEmail.all(key), ...index.byName.all(nameKey(reference))], from)
  if (named) return named
  const seat = existing.seatByEmail(key) ?? existing.seatByName(nameKey(reference))
  if (seat) return found({ seat })
  const titled = index.byTitle.only(key)
  if (titled) return found({ post: titled })
  const pastName = index.pastByName.first(nameKey(reference))
  return pastName ? findPast(pastName, index, existing) : null
}

function found(boss: Boss): Found {
  return { boss, code: null, otherRow: 0 }
}

/** `Berg, Anna` and `Anna Berg (CIO)` mean Anna Berg. */
function nameKey(reference: string): string {
  const plain = reference.replace(/\s*[([].*$/, '')
  const turned = /^([^,]+), ([^,]+)$/.exec(plain)
  return matchKey(turned ? `${turned[2]} ${turned[1]}` : plain)
}

/** Of several people with the name: the one of the same department, else the first. */
function choose(posts: readonly Post[], from: PeopleRow): Found | null {
  const distinct = [...new Set(posts)]
  if (distinct.length < 2) return distinct[0] ? found({ post: distinct[0] }) : null
  const others = distinct.filter((post) => post.lead !== from)
  const near = others.filter(
    ({ lead }) => from.department !== '' && matchKey(lead.department) === matchKey(from.department),
  )
  const post = (near.length > 0 ? near : others)[0]!
  return { boss: { post }, code: 'manager_ambiguous', otherRow: post.lead.row }
}

/** Somebody who left or whose post is gone: the successor, else the first boss above who is there. */
function findPast(past: LeftOut, index: PostIndex, existing: AccountIndex): Found {
  const { row } = past
  const successor =
    index.byEmail.first(matchKey(row.email)) ??
    index.byName.only(matchKey(row.name)) ??
    index.byTitle.only(matchKey(row.title))
  if (successor && past.reason === 'person_left') return found({ post: successor })
  const code = past.reason === 'post_eliminated' ? 'manager_eliminated' : 'manager_left'
  const seen = new Set<LeftOut>()
  for (let at: LeftOut | undefined = past; at && !seen.has(at);) {
    seen.add(at)
    const reference: string | undefined = at.row.bossReferences[0]
    const key = matchKey(reference ?? '')
    const post = index.byKey.first(key) ?? index.byName.first(nameKey(reference ?? ''))
    if (post) return { boss: { post }, code, otherRow: row.row }
    const seat = existing.seatByAnyKey(key)
    if (seat) return { boss: { seat }, code, otherRow: row.row }
    at = index.pastByKey.first(key) ?? index.pastByName.first(nameKey(reference ?? ''))
  }
  return { boss: null, code, otherRow: row.row }
}

function bossByPath(post: Post, path: readonly string[], index: PostIndex): Boss | null {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const above = index.byPath.first(pathKey(path.slice(0, length)))
    if (above && above !== post) return { post: above }
  }
  if (path.length > 1) addNote(post.lead.notes, 'unknown_manager', path.join('/'))
  return null
}

function pathKey(path: readonly string[]): string {
  return `/${path.join('/')}`
}

function isSelf(boss: Boss, post: Post): boolean {
  return 'post' in boss ? boss.post === post : boss.seat === post.existing
}

/** Follows the bosses up; where a post meets itself again its own link goes. */
function breakLoops(posts: readonly Post[], existing: AccountIndex): void {
  const postOfSeat = new Map<string, Post>()
  for (const post of posts) if (post.existing) postOfSeat.set(post.existing.id, post)
  const safe = new Set<Post | ExistingSeat>()

  function above(at: Post | ExistingSeat): Post | ExistingSeat | null {
    const isPost = 'lead' in at
    const boss = isPost ? at.boss : null
    if (boss && 'post' in boss) return boss.post
    const seat = boss ? boss.seat : existing.seatAbove(isPost ? at.existing : at)
    return seat ? (postOfSeat.get(seat.id) ?? seat) : null
  }

  /** The part of the way up that comes back to itself, if it does. */
  function loopAbove(post: Post): readonly (Post | ExistingSeat)[] {
    const path = new Set<Post | ExistingSeat>()
    let at: Post | ExistingSeat | null = post
    while (at && !safe.has(at) && !path.has(at)) {
      path.add(at)
      at = above(at)
    }
    if (at && path.has(at)) return [...path].slice([...path].indexOf(at))
    for (const each of path) safe.add(each)
    return []
  }

  for (const post of posts) {
    // Without its own link a post falls back to its place in the store, which can close a loop again.
    for (let loop = loopAbove(post); loop.length > 0; loop = loopAbove(post)) {
      const linked = loop.filter((each): each is Post => 'lead' in each && each.boss !== null)
      const first = linked.reduce((left, right) => (right.number < left.number ? right : left))
      const names = linked.map(({ lead }) => lead.name || lead.title)
      addNote(first.lead.notes, 'cycle', names.join(' > '))
      first.boss = null
    }
  }
}

function bossPost(post: Post): Post | null {
  return post.boss && 'post' in post.boss ? post.boss.post : null
}
