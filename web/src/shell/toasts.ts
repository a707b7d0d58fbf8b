import { sharedValue } from '#web/ui/kit/value'

/** 알림: one short word about what has just happened, with a way back where there is one. */
export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
  undo?: () => unknown
}

export const toastsValue = sharedValue<readonly Toast[]>([])
let last = 0

/** Say what has happened; `undo` takes it back. At most three stand at once: the oldest leaves. */
export function toast(text: string, options: { tone?: Toast['tone']; undo?: () => unknown } = {}): number {
  const id = ++last
  toastsValue.set((now) => [...now.slice(-2), { id, text, tone: options.tone ?? 'plain', undo: options.undo }])
  return id
}

export function dismissToast(id: number): void {
  toastsValue.set((now) => (now.some((one) => one.id === id) ? now.filter((one) => one.id !== id) : now))
}
