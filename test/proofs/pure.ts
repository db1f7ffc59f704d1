// Compiled with the settings of sync/ and of db/ without db/node/. Each line below must be an
// error there: when one stops being an error, code that must be pure can reach a machine.

// @ts-expect-error pure code has no `process`
export const processOfPureCode = process

// @ts-expect-error pure code has no modules of Node
export type FilesOfPureCode = typeof import('node:fs')

// @ts-expect-error pure code has no page
export const pageOfPureCode = document

// @ts-expect-error pure code has no network
export const fetchOfPureCode = fetch
