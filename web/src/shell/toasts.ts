import { sharedValue } from '#web/ui/kit/value'

/** 알림: one short word about what has just happened, with a way back where there is one. */
export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
  undo?: () => unknown
  /** What it tells of: once that is taken back, the line leaves. */
  about?: string
}

export const toastsValue = sharedValue<readonly Toast[]>([])
let last = 0

/** Say what has happened; `undo` takes it back. At most three stand at once: the oldest leaves. */
export function toast(text: string, options: { tone?: Toast['tone']; undo?: () => unknown; about?: string } = {}): number {
  const id = ++last
  toastsValue.set((now) => [...now.slice(-2), { id, text, tone: options.tone ?? 'plain', undo: options.undo, about: options.about }])
  return id
}

export function dismissToast(id: number): void {
  toastsValue.set((now) => (now.some((one) => one.id === id) ? now.filter((one) => one.id !== id) : now))
}

/** What these lines told of was taken back: their way back leads nowhere any more. */
export function dismissAbout(about: readonly string[]): void {
  toastsValue.set((now) =>
    now.some((one) => one.about !== undefined && about.includes(one.about)) ? now.filter((one) => !about.includes(one.about ?? '')) : now,
  )
}
