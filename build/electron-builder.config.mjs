// Packages the app: `npm run dist` (`npm run dist -- --dir` for an unpacked one).
//
// A package for users is made from the official Electron. Where only the fallback is at hand,
// JETWAY_TRIAL=1 makes a package to try out on this machine, without any download.
// Tried: Linux (dir, deb, tar.gz). Configured and untried: AppImage, Windows, macOS.
import fs from 'node:fs'
import path from 'node:path'
import { chooseFuses } from './electron-fuses.mjs'
import { findElectronRuntime } from './electron-runtime.mjs'
import { inProject } from './paths.mjs'
import { PlainError } from './processes.mjs'

const isTrial = process.env.JETWAY_TRIAL === '1'
const isDrivable = process.env.JETWAY_DRIVABLE === '1'
const runtime = findElectronRuntime()

if (!isTrial && runtime?.source !== 'official') {
  throw new PlainError(
    'The official Electron is not on this machine, and a package for users is made from nothing ' +
      'else. Set JETWAY_TRIAL=1 to make one for trying out.',
  )
}
if (isTrial) useNoDownloads()

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'example.jetway.app',
  productName: 'Jetway',
  executableName: 'jetway',
  artifactName: `\${name}-\${version}-\${os}-\${arch}${isTrial ? '-trial' : ''}.\${ext}`,
  electronVersion: runtime?.version,
  ...(isTrial ? { electronDist: runtime?.folder } : {}),
  // The driver's binding is in place (build/native.mjs); a rebuild would delete it.
  npmRebuild: false,
  nodeGypRebuild: false,
  directories: { output: 'dist', buildResources: 'build/resources' },
  files: [
    'out/**',
    'package.json',
    '!**/*.map',
    '!out/.built-from',
    '!node_modules/better-sqlite3/{deps,src,build,prebuilds,binding.gyp}',
    '!node_modules/better-sqlite3/{deps,src,build,prebuilds}/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  electronLanguages: ['en-US', 'de', 'nl', 'pl'],
  electronFuses: chooseFuses({ isDrivable }),
  afterPack: ({ appOutDir }) => removeTraces(appOutDir),
  linux: {
    target: isTrial ? ['deb', 'tar.gz'] : ['AppImage', 'deb', 'tar.gz'],
    category: 'Office',
    maintainer: 'The Jetway team <team@jetway.example>',
    synopsis: 'Stakeholder maps, visits and meeting logs that work offline',
    syncDesktopName: true,
  },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }, { target: 'zip' }],
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
}

export default config

/** The fallback carries a stand-in that starts any app named to it; a package starts only ours. */
async function removeTraces(appOutDir) {
  for (const file of [path.join('resources', 'default_app.asar'), '.ready']) {
    await fs.promises.rm(path.join(appOutDir, file), { force: true })
  }
}

/** electron-builder fetches its archivers when they are first used; these stand in for them. */
function useNoDownloads() {
  const archiver = inProject('node_modules', '7zip-bin', 'linux', 'x64', '7za')
  if (fs.existsSync(archiver)) fs.chmodSync(archiver, 0o755)
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= archiver
  process.env.CUSTOM_FPM_PATH ??= inProject('build', 'fpm-deb.mjs')
  process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '1'
}
