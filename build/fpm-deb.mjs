#!/usr/bin/env node
// Stands in for the packager `fpm` that electron-builder would download: understands what
// electron-builder says to it for a .deb, and makes it with dpkg-deb.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const maintainerScripts = {
  'after-install': 'postinst',
  'after-remove': 'postrm',
  'before-install': 'preinst',
  'before-remove': 'prerm',
}

const { options, dependencies, mappings } = readArguments(process.argv.slice(2))
if (options.t !== 'deb') {
  console.error(`Only .deb packages can be made here, not .${options.t}.`)
  process.exit(1)
}
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-deb-'))
try {
  for (const mapping of mappings) copyIntoPackage(mapping)
  writeControlFiles()
  const compression = ['-Zgzip', '-z1']
  const args = ['--root-owner-group', ...compression, '--build', root, options.package]
  execFileSync('dpkg-deb', args, { stdio: 'inherit' })
} finally {
  fs.rmSync(root, { recursive: true, force: true })
}

/** `-d package` names a dependency, `--name value` an option, `from=to` what goes where. */
function readArguments(args) {
  /** @type {{ options: Record<string, any>, dependencies: any[], mappings: any[] }} */
  const result = { options: {}, dependencies: [], mappings: [] }
  const rest = args.filter((arg) => arg !== '--force')
  while (rest.length > 0) {
    const arg = rest.shift()
    if (arg === '-d' || arg === '--depends') result.dependencies.push(rest.shift())
    else if (arg.startsWith('-')) result.options[arg.replace(/^-+/, '')] = rest.shift()
    else result.mappings.push(arg)
  }
  return result
}

function copyIntoPackage(mapping) {
  const at = mapping.lastIndexOf('=')
  const from = mapping.slice(0, at)
  const isFolder = from.endsWith('/')
  const to = path.join(root, mapping.slice(at + 1))
  fs.mkdirSync(isFolder ? to : path.dirname(to), { recursive: true })
  execFileSync('cp', ['-a', isFolder ? `${from}.` : from, to])
}

function writeControlFiles() {
  const folder = path.join(root, 'DEBIAN')
  const sizeKiB = execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t')[0]
  fs.mkdirSync(folder)
  const fields = {
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': sizeKiB,
    Depends: dependencies.join(', '),
    Recommends: options['deb-recommends'],
    Section: options.category ?? 'misc',
    Priority: options['deb-priority'] ?? 'optional',
    Homepage: options.url,
    Description: options.description.trim().split('\n').join('\n '),
  }
  const lines = Object.entries(fields).filter(([, value]) => value)
  const text = lines.map(([name, value]) => `${name}: ${value}\n`).join('')
  fs.writeFileSync(path.join(folder, 'control'), text)
  for (const [option, name] of Object.entries(maintainerScripts)) {
    if (!options[option]) continue
    fs.copyFileSync(options[option], path.join(folder, name))
    fs.chmodSync(path.join(folder, name), 0o755)
  }
}
