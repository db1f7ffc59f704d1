import { createContext } from 'react'
import type { AccountTab } from './feature'

/**
 * The tabs of the account page, in order. The frame provides what the features contribute; so the
 * account page shows tabs of features it does not know.
 */
export const AccountTabsContext = createContext<readonly AccountTab[]>([])
