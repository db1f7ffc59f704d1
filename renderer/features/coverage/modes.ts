export const coverageModes = ['contact', 'stance', 'coverage'] as const
/** What the marks of people and the tint of cells say. */
export type CoverageMode = (typeof coverageModes)[number]
