import { makeKeyIndex, matchKey } from './match'
import { newRefPrefix, type AccountStep, type AccountValues, type PlanRef } from './plan-model'
import type { ExistingAccount, ImportSnapshot } from './snapshot'

/** The accounts of the store and those that this import makes, found by key or name. */
export interface AccountDirectory {
  /** By the key another system gave it, else by name. */
  find(reference: string): PlanRef | undefined
  findByKey(key: string): PlanRef | undefined
  findByName(name: string): PlanRef | undefined
  existing(ref: PlanRef): ExistingAccount | undefined
  /** Makes a new account; later references find it. */
  add(values: Partial<AccountValues>): PlanRef
  /** Lets a name find an account of the store. */
  know(ref: PlanRef, name: string, key: string): void
  readonly steps: AccountStep[]
}

export function makeAccountDirectory(snapshot: ImportSnapshot): AccountDirectory {
  const byKey = makeKeyIndex<PlanRef>()
  const byName = makeKeyIndex<PlanRef>()
  const byId = new Map(snapshot.accounts.map((account) => [account.id, account]))
  const steps: AccountStep[] = []
  let newCount = 0
  function know(ref: PlanRef, name: string, key: string): void {
    byKey.add(matchKey(key), ref)
    byName.add(matchKey(name), ref)
  }
  for (const { id, name, externalId } of snapshot.accounts) know(id, name, externalId)
  return {
    steps,
    know,
    find: (reference) => byKey.first(matchKey(reference)) ?? byName.first(matchKey(reference)),
    findByKey: (key) => byKey.first(matchKey(key)),
    findByName: (name) => byName.first(matchKey(name)),
    existing: (ref) => byId.get(ref),
    add: (values) => {
      newCount += 1
      const ref = `${newRefPrefix}account:${newCount}`
      know(ref, values.name ?? '', values.externalId ?? '')
      steps.push({ ref, action: 'create', values })
      return ref
    },
  }
}
