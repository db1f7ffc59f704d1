import { StoreError } from '../db/errors'

export interface Invitation {
  /** Address of the server without a slash at the end. */
  readonly server: string
  readonly code: string
}

/**
 * Reads what the user pasted: `https://host/join#code`. Plain http is for a server on this machine
 * only. @throws StoreError `invitation_unusable` or `server_insecure`
 */
export function readInvitation(pasted: string): Invitation {
  const found = /\bhttps?:\/\/[^\s<>"']+/i.exec(pasted.trim())?.[0]
  const url = found && URL.canParse(found) ? new URL(found) : null
  const code = url?.hash.slice(1) ?? ''
  if (!url || !/\/join\/?$/.test(url.pathname) || !/^[\w-]{16,100}$/.test(code))
    throw new StoreError('invitation_unusable')
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    throw new StoreError('server_insecure', { what: url.host })
  return { server: url.origin + url.pathname.replace(/\/join\/?$/, ''), code }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}
