/** What main and the store process say to each other. Ports travel beside the message. */
export type ToStore =
  | { readonly kind: 'open'; readonly root: string; readonly keyHex: string }
  | { readonly kind: 'connect' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'close' }

export type FromStore =
  | { readonly kind: 'opened' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'damaged' }
