import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

// The oldest Electron we run on (the fallback of build/electron-runtime.mjs) decides which
// JavaScript is written; without this line it would be the one named in package.json.
process.env.ELECTRON_MAJOR_VER ??= '33'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Half the text to read at each start.
      minify: true,
      rollupOptions: {
        input: {
          main: resolve('electron/main.ts'),
          store: resolve('electron/store.ts'),
          'store-worker': resolve('electron/store-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file: it can require nothing of its own.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: { index: resolve('renderer/index.html') } },
    },
    plugins: [react()],
  },
})
