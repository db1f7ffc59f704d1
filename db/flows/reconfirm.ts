import { z } from 'zod'
import { idSchema } from '../columns'
import { changed, command, findRow } from '../entity'
import { personTable } from '../entities/person'
import { StoreError } from '../errors'
import { opinionChanges } from './opinions'

/** Says that an opinion still holds: the same value with today's date, author and history row. */
export const reconfirm = {
  opinions: command(
    z.object({
      opinions: z
        .array(z.object({ personId: idSchema, kind: z.enum(['stance', 'influence']) }))
        .min(1)
        .max(10_000),
      meetingId: idSchema.optional(),
    }),
    (db, { opinions, meetingId }, context) =>
      changed(
        ...opinions.flatMap(({ personId, kind }) => {
          const person = findRow(db, personTable, personId)
          if (!person) throw new StoreError('not_found')
          return kind === 'stance'
            ? opinionChanges(person, { kind, value: person.stance }, context, meetingId)
            : opinionChanges(person, { kind, value: person.influence }, context, meetingId)
        }),
      ),
  ),
}
