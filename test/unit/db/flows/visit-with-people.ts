import type { TestStore } from '../../../support/store'

export const names = ['Anna', 'Bert', 'Cleo'] as const

/** A visit of three invited people in Warsaw with an agenda of one item, and an organizer with an address. */
export async function makeVisit(store: TestStore['store']) {
  const [me] = await store.member.all({})
  await store.member.set({ id: me!.id, fields: { name: 'Eva', email: 'eva@vendor.example' } })
  const accountId = await store.account.create({ name: 'Acme' })
  const personIds: string[] = []
  for (const name of names) {
    const email = `${name.toLowerCase()}@acme.example`
    const language = name === 'Bert' ? 'de' : 'en'
    personIds.push(await store.person.create({ accountId, name, email, language }))
  }
  const startAtMs = Date.UTC(2026, 2, 12, 8)
  const visitId = await store.visitPlan.create({
    accountId,
    title: 'Review',
    type: 'qbr',
    modality: 'on_site',
    startAtMs,
    endAtMs: startAtMs + 7_200_000,
    timeZone: 'Europe/Warsaw',
    startLocal: '2026-03-12T09:00',
    items: [{ title: 'Goals', durationMinutes: 30 }],
  })
  return { accountId, personIds, visitId }
}
