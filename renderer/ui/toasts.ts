import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly kind: 'done' | 'error'
  readonly text: string
  readonly action?: { readonly label: string; run(): void }
}

interface ToastState {
  readonly toasts: readonly Toast[]
}

/** How long a toast stays, ms; errors stay longer because they say what to do. */
const doneMs = 6000
const errorMs = 14_000

export const useToasts = create<ToastState>(() => ({ toasts: [] }))

let lastId = 0

/** Shows a short message at the lower edge; it never takes the focus. */
export function addToast(toast: {
  kind?: Toast['kind']
  text: string
  action?: { label: string; run(): void }
}): void {
  const id = ++lastId
  const next: Toast = { kind: 'done', ...toast, id }
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts.filter((other) => staysBeside(other, next)), next].slice(-3),
  }))
  setTimeout(() => dropToast(id), next.kind === 'error' ? errorMs : doneMs)
}

export function dropToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** An undo takes back the last step, so only the last step may offer it. */
function staysBeside(other: Toast, next: Toast): boolean {
  return other.text !== next.text && !(other.action && next.action)
}
