/**
 * The fuses of a package: switches burnt into the executable that no argument, variable or file
 * on the user's machine can turn back.
 * @param {{ isDrivable: boolean }} options isDrivable leaves the debugger's door open, so that
 *   Playwright can drive the package; never for one that is given to anybody
 * @returns {import('electron-builder').Configuration['electronFuses']}
 */
export function chooseFuses({ isDrivable }) {
  return {
    // The executable is not a Node for other programs' scripts.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: isDrivable,
    enableCookieEncryption: true,
    // Only our archive is run, and on Windows and macOS only while it is unchanged.
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    // The page comes from app://, so file:// needs no rights at all.
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  }
}
