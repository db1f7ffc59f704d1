import { useLive } from '../../data/live'
import { store } from '../../data/store'

export function PeopleTab({ accountId }: { readonly accountId: string }) {
  const people = useLive(store.person.byAccount, { accountId })
  return (
    <ul>
      {people?.map((person) => (
        <li key={person.id}>{person.name}</li>
      ))}
    </ul>
  )
}
