import { ModelAuthority } from './authority'
import type { Authority, DeviceIdentity, Replica, World } from './contract'
import { ModelReplica } from './replica'
import { toyBuckets, toySchema } from './toy-schema'

/** Both sides in memory. `now` is the authority's wall clock in ms. */
export function makeModelWorld(now: () => number): World {
  return {
    makeAuthority: async () => new ModelAuthority(toySchema, now),
    makeReplica: makeModelReplica,
  }
}

/** The reference device, for any authority. */
export async function makeModelReplica(
  authority: Authority,
  identity: DeviceIdentity,
  random: () => number,
): Promise<Replica> {
  return new ModelReplica(toySchema, identity, toyBuckets, random, authority.epoch)
}
