import type { BuyingRole, Influence, Stance } from './model'

/** One change of what we think of a person. G repeats the last one on other cards. */
export type AttributeChange =
  | { readonly kind: 'stance'; readonly value: Stance }
  | { readonly kind: 'influence'; readonly value: Influence }
  | { readonly kind: 'role'; readonly role: BuyingRole; readonly has: boolean }
  | { readonly kind: 'noRoles' }
  | { readonly kind: 'topFive'; readonly value: boolean }

/** The order in which I goes through the values. */
const influenceOrder: readonly Influence[] = ['unknown', 'high', 'medium', 'low']

export function nextInfluence(value: Influence): Influence {
  const at = influenceOrder.indexOf(value)
  return influenceOrder[(at + 1) % influenceOrder.length] as Influence
}
