/**
 * What a logged change wrote, by column, for people to read: the groups flattened, of a long text
 * the whole text instead of its update.
 */
export function readWritten(body: string): Readonly<Record<string, unknown>> {
  return flattenGroups(JSON.parse(body))
}

/** Columns of all groups of a change's body or previous values. */
export function flattenGroups(groups: unknown): Readonly<Record<string, unknown>> {
  if (groups === null || typeof groups !== 'object') return {}
  const columns: Record<string, unknown> = {}
  for (const values of Object.values(groups))
    if (values !== null && typeof values === 'object') Object.assign(columns, values)
  const { u: _update, gen: _generation, ...rest } = columns
  return rest
}
