import { contextBridge, ipcRenderer } from 'electron'
import { channels, shellCalls } from './shell'
import type { Shell } from './shell'

const calls = Object.fromEntries(
  shellCalls.map((name) => [
    name,
    (...args: unknown[]) => ipcRenderer.invoke(channels.call, name, args),
  ]),
) as Pick<Shell, (typeof shellCalls)[number]>

let version = ''
for (const argument of process.argv) {
  if (argument.startsWith('--jetway-version=')) version = argument.slice('--jetway-version='.length)
}

const shell: Shell = {
  ...calls,
  platform: process.platform,
  version,
  connectStore: (nonce) => ipcRenderer.send(channels.connectStore, nonce),
  painted: () => ipcRenderer.send(channels.painted),
  onState: (listener) => void ipcRenderer.on(channels.state, (_event, state) => listener(state)),
  onClosing: (listener) =>
    void ipcRenderer.on(channels.closing, () => {
      void listener().finally(() => ipcRenderer.send(channels.closed))
    }),
}

// A port cannot cross the context bridge: it is handed over as a window message with the page's nonce.
ipcRenderer.on(channels.storePort, (event, nonce: string) => {
  window.postMessage({ storePort: nonce }, window.location.origin, event.ports)
})

contextBridge.exposeInMainWorld('shell', Object.freeze(shell))
