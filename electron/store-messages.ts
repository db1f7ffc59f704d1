/** What main and the store process say to each other. Ports travel beside the message. */
export type ToStore =
  | {
      readonly kind: 'open'
      readonly root: string
      readonly keyHex: string
      /** Version of the app, where this workspace may be linked to a server; null = it may not. */
      readonly linkAs: string | null
    }
  | { readonly kind: 'connect' }
  | { readonly kind: 'verify' }
  /** The laptop woke up. */
  | { readonly kind: 'wake' }
  | { readonly kind: 'close' }

export type FromStore =
  | { readonly kind: 'opened' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'damaged' }
  /** The server ordered, with its signature, that nothing stays on this laptop. */
  | { readonly kind: 'wipe' }
