import { safeStorage } from 'electron'
import type { Keychain } from '../db/node/keyring'

/**
 * The system keychain, or null where it would protect nothing: Electron's `basic_text` fallback
 * encrypts with a password everybody knows, so it does not count (`reliability.md` 0.8).
 */
export function systemKeychain(): Keychain | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  const backend =
    process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform
  if (backend === 'basic_text' || backend === 'unknown') return null
  return {
    backend,
    wrap: (text) => safeStorage.encryptString(text),
    unwrap: (data) => safeStorage.decryptString(Buffer.from(data)),
  }
}
