import { z } from 'zod'
import { idSchema } from '../columns'
import { changed, command, findRow, insert, update } from '../entity'
import type { Change, CommandContext } from '../entity'
import { opinionTable } from '../entities/opinion'
import { personTable } from '../entities/person'
import type { Person } from '../entities/person'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import { influences, stances } from '../terms'
import type { Influence, Stance } from '../terms'

type OpinionValue =
  | { readonly kind: 'stance'; readonly value: Stance }
  | { readonly kind: 'influence'; readonly value: Influence }

/** What we think of people: the value on the card and the dated row behind it, in one step. */
export const opinions = {
  setStance: command(
    z.object({
      personIds: z.array(idSchema).max(10_000),
      stance: z.enum(stances),
      meetingId: idSchema.optional(),
    }),
    (db, { personIds, stance, meetingId }, context) =>
      changed(
        ...personIds.flatMap((id) =>
          opinionChanges(
            requirePerson(db, id),
            { kind: 'stance', value: stance },
            context,
            meetingId,
          ),
        ),
      ),
  ),
  setInfluence: command(
    z.object({ personIds: z.array(idSchema).max(10_000), influence: z.enum(influences) }),
    (db, { personIds, influence }, context) =>
      changed(
        ...personIds.flatMap((id) =>
          opinionChanges(requirePerson(db, id), { kind: 'influence', value: influence }, context),
        ),
      ),
  ),
}

/** The changes that set an opinion: the person's value with date and author, and its history row. */
export function opinionChanges(
  person: Pick<Person, 'id' | 'accountId'>,
  opinion: OpinionValue,
  { newId, nowMs, memberId }: CommandContext,
  meetingId: string | null = null,
): Change[] {
  const fields =
    opinion.kind === 'stance'
      ? {
          stance: opinion.value,
          stanceAtMs: nowMs,
          stanceMemberId: memberId,
          stanceMeetingId: meetingId,
        }
      : { influence: opinion.value, influenceAtMs: nowMs, influenceMemberId: memberId }
  const row = { id: newId(), accountId: person.accountId, personId: person.id, ...opinion }
  return [
    update(personTable, person.id, fields),
    insert(opinionTable, { ...row, atMs: nowMs, memberId, meetingId }),
  ]
}

function requirePerson(db: ReadableDb, id: string): Person {
  const person = findRow(db, personTable, id)
  if (!person) throw new StoreError('not_found')
  return person
}
