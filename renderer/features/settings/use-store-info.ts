import { useCallback, useEffect, useState } from 'react'
import type { StoreInfo } from '../../../db/action'
import { run } from '../../data/run'
import { store } from '../../data/store'

/** What the store knows of itself; `refresh` asks again. */
export function useStoreInfo() {
  const [info, setInfo] = useState<StoreInfo | null>(null)
  const refresh = useCallback(async () => {
    const next = await run(store.storeInfo.read())
    if (next) setInfo(next)
  }, [])
  useEffect(() => void refresh(), [refresh])
  return { info, refresh }
}
