import * as Y from 'yjs'

import { diffText } from './diff'

/** A long text as a Yjs document. `state` is empty for a document nobody wrote in yet. */
export interface TextDoc {
  /** Generation: updates of another one are never mixed in (SPEC T3). Starts at 1. */
  readonly gen: number
  readonly state: Uint8Array
}

export type TextFault = 'text_undecodable' | 'text_too_large' | 'text_gap'

/** Largest update of one operation, bytes before base64. */
export const maxTextUpdateBytes = 256 * 1024
/** Largest document, bytes of its state. */
export const maxTextStateBytes = 2 * 1024 * 1024

/** The document of a text nobody wrote in yet. */
export const emptyTextDoc: TextDoc = { gen: 1, state: new Uint8Array() }

/** Plain text of a document, for search, export and display (SPEC T2). */
export function readText(doc: TextDoc): string {
  return contentOf(openDoc(doc)).toString()
}

/**
 * Merges an update into a document. Idempotent and free of order (SPEC T1). Refuses what cannot be
 * decoded, what is too large, and what builds on an update that is missing (SPEC T4).
 */
export function applyTextUpdate(
  doc: TextDoc,
  update: Uint8Array,
): { readonly doc: TextDoc; readonly text: string } | { readonly fault: TextFault } {
  if (update.length > maxTextUpdateBytes) return { fault: 'text_too_large' }
  const ydoc = openDoc(doc)
  const content = contentOf(ydoc)
  try {
    Y.applyUpdate(ydoc, update)
  } catch {
    return { fault: 'text_undecodable' }
  }
  if (ydoc.store.pendingStructs !== null || ydoc.store.pendingDs !== null)
    return { fault: 'text_gap' }
  if (ydoc.share.size > 1) return { fault: 'text_undecodable' }
  const state = Y.encodeStateAsUpdate(ydoc)
  if (state.length > maxTextStateBytes) return { fault: 'text_too_large' }
  return { doc: { gen: doc.gen, state }, text: content.toString() }
}

/**
 * Turns a plain edit (what a textarea holds now) into the smallest update; null when nothing changed
 * (SPEC T6). `clientId` is a random 32-bit number made anew each time the app starts (SPEC T5).
 */
export function editText(
  doc: TextDoc,
  after: string,
  clientId: number,
): { readonly doc: TextDoc; readonly update: Uint8Array } | null {
  const ydoc = openDoc(doc)
  ydoc.clientID = clientId >>> 0
  const content = contentOf(ydoc)
  const edits = diffText(content.toString(), after)
  if (edits.length === 0) return null
  const seen = Y.encodeStateVector(ydoc)
  ydoc.transact(() => {
    for (const edit of edits) {
      if (edit.removeLength > 0) content.delete(edit.at, edit.removeLength)
      if (edit.insert !== '') content.insert(edit.at, edit.insert)
    }
  })
  const update = Y.encodeStateAsUpdate(ydoc, seen)
  return { doc: { gen: doc.gen, state: Y.encodeStateAsUpdate(ydoc) }, update }
}

/** Text an update adds, readable without its document: what is kept of an update that came too late. */
export function readInsertedText(update: Uint8Array): string {
  try {
    let text = ''
    for (const struct of Y.decodeUpdate(update).structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        text += struct.content.str
    return text
  } catch {
    return ''
  }
}

/** Starts a document anew from plain text under the next generation (SPEC T3). */
export function restartText(doc: TextDoc, text: string, clientId: number): TextDoc {
  const fresh: TextDoc = { gen: doc.gen + 1, state: new Uint8Array() }
  return editText(fresh, text, clientId)?.doc ?? fresh
}

function openDoc(doc: TextDoc): Y.Doc {
  // A name of its own would be drawn from the system's randomness each time, and nothing reads it.
  const ydoc = new Y.Doc({ guid: '' })
  if (doc.state.length > 0) Y.applyUpdate(ydoc, doc.state)
  return ydoc
}

function contentOf(ydoc: Y.Doc): Y.Text {
  return ydoc.getText('t')
}
