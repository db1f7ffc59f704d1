// Compiled with the page's own settings (renderer/tsconfig.json). Each line below must be an
// error there: when one stops being an error, the page can see Node and the check fails.

// @ts-expect-error the page has no `process`
export const processOfPage = process

// @ts-expect-error the page has no `Buffer`
export const bufferOfPage = Buffer

// @ts-expect-error the page has no modules of Node
export type FilesOfPage = typeof import('node:fs')
