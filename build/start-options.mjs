import fs from 'node:fs'
import path from 'node:path'
import { PlainError } from './processes.mjs'

const usage =
  'npm start understands: --demo, --demo-size large, --screenshot FILE, --dev ' +
  '(write "--" first: npm start -- --demo).'

/**
 * Reads the arguments of `npm start`.
 * @param {readonly string[]} args
 * @returns {{ demo: boolean, demoSize?: 'large', dev: boolean, screenshot?: string }} screenshot
 *   is an absolute path of a .png in a folder that exists and can be written
 * @throws {PlainError} with a sentence about the first argument that is not understood
 */
export function readStartOptions(args) {
  /** @type {ReturnType<typeof readStartOptions>} */
  const options = { demo: false, demoSize: undefined, dev: false, screenshot: undefined }
  const rest = args.flatMap(splitAtEquals)
  while (rest.length > 0) {
    const name = rest.shift()
    if (name === '--demo') options.demo = true
    else if (name === '--dev') options.dev = true
    else if (name === '--demo-size') options.demoSize = readDemoSize(rest.shift())
    else if (name === '--screenshot') options.screenshot = readPictureFile(rest.shift())
    else throw new PlainError(`npm start does not know "${name}". ${usage}`)
  }
  if (options.demoSize) options.demo = true
  if (options.dev && options.screenshot) {
    throw new PlainError('--dev and --screenshot do not go together.')
  }
  return options
}

function splitAtEquals(arg) {
  const at = arg.indexOf('=')
  return arg.startsWith('--') && at > 0 ? [arg.slice(0, at), arg.slice(at + 1)] : [arg]
}

function readDemoSize(value) {
  if (value === 'large') return value
  throw new PlainError('--demo-size can be "large"; leave it out for the usual demo.')
}

function readPictureFile(value) {
  if (value === undefined || value === '' || value.startsWith('-')) {
    throw new PlainError('--screenshot needs the name of a file, such as --screenshot jetway.png.')
  }
  const file = path.resolve(value)
  if (path.extname(file).toLowerCase() !== '.png') {
    throw new PlainError(`--screenshot writes a PNG picture, so ${value} must end in .png.`)
  }
  if (fs.existsSync(file) && fs.statSync(file).isDirectory()) {
    throw new PlainError(`${value} is a folder; --screenshot needs the name of a file.`)
  }
  try {
    fs.accessSync(path.dirname(file), fs.constants.W_OK)
  } catch {
    throw new PlainError(`The folder ${path.dirname(file)} is missing or cannot be written.`)
  }
  return file
}
