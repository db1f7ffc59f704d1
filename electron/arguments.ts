import type { DemoSize } from './shell'

export interface LaunchArguments {
  /** The demo to open and make when it is empty; null = the user's own workspace. */
  readonly demo: DemoSize | null
  /** Take a picture of the first full paint into this file and leave. */
  readonly screenshot: string | null
}

/** Reads `--demo`, `--demo-size=large` and `--screenshot=FILE` from the command line. */
export function readArguments(argv: readonly string[]): LaunchArguments {
  const valueOf = (name: string) =>
    argv.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
  const isLarge = valueOf('--demo-size') === 'large'
  const demo = isLarge ? 'large' : argv.includes('--demo') ? 'usual' : null
  return { demo, screenshot: valueOf('--screenshot') }
}
