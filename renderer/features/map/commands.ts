import { buildCommands } from './commands-build'
import { personCommands } from './commands-person'
import { selectCommands } from './commands-select'
import { viewCommands } from './commands-view'
import type { CommandRun, CommandScene } from './command-scene'
import type { KeyCommandId } from './keys'

/** Commands of EDIT mode are run by the editor itself, which holds the text. */
export type EditCommandId =
  'commitAddPeer' | 'commitAddReport' | 'commitAddAbove' | 'commit' | 'newLine'

const commands: Readonly<Record<Exclude<KeyCommandId, EditCommandId>, CommandRun>> = {
  ...buildCommands,
  ...selectCommands,
  ...personCommands,
  ...viewCommands,
}

export function runCommand(id: KeyCommandId, scene: CommandScene): void {
  if (id in commands) commands[id as Exclude<KeyCommandId, EditCommandId>](scene)
}
