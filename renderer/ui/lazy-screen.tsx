import { lazy, Suspense } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { ScreenSkeleton } from './skeleton'

/**
 * A screen whose code is loaded when it is first shown, so that the first paint does not wait for
 * it: `lazyScreen(async () => (await import(FILE)).PeopleTab)`.
 */
export function lazyScreen<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  return function LazyScreen(props: P) {
    return (
      <Suspense fallback={<ScreenSkeleton />}>
        <Loaded {...props} />
      </Suspense>
    )
  }
}
