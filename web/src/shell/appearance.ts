import { sharedValue, useSharedValue } from '#web/ui/kit/value'

/** 화면: how the console looks to one person on one machine, and whether single keys act. */
export interface Appearance {
  theme: 'system' | 'light' | 'dark'
  contrast: 'system' | 'normal' | 'high'
  /** Single keys (J, A, …) act as shortcuts. Off for those who dictate or whose assistive software uses them. */
  singleKeys: boolean
}

const usual: Appearance = { theme: 'system', contrast: 'system', singleKeys: true }
const place = 'gusul.appearance'

/** An appearance out of stored text; anything unknown falls back to the usual. */
export function readAppearance(stored: string | null): Appearance {
  if (!stored) return usual
  try {
    const raw = JSON.parse(stored) as Partial<Appearance>
    return {
      theme: raw.theme === 'light' || raw.theme === 'dark' ? raw.theme : 'system',
      contrast: raw.contrast === 'normal' || raw.contrast === 'high' ? raw.contrast : 'system',
      singleKeys: raw.singleKeys !== false,
    }
  } catch {
    return usual
  }
}

export const appearanceValue = sharedValue<Appearance>(usual)

/** Put the appearance on the document: `data-theme` and `data-contrast`, absent where the system decides. */
function show({ theme, contrast }: Appearance): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  if (contrast === 'system') delete root.dataset.contrast
  else root.dataset.contrast = contrast
}

/** Take up the appearance kept on this machine. Called once before anything is drawn. */
export function startAppearance(): void {
  appearanceValue.set(readAppearance(localStorage.getItem(place)))
  show(appearanceValue.get())
}

/** Change some of it and keep it on this machine. */
export function setAppearance(change: Partial<Appearance>): void {
  appearanceValue.set((now) => ({ ...now, ...change }))
  localStorage.setItem(place, JSON.stringify(appearanceValue.get()))
  show(appearanceValue.get())
}

export const useAppearance = (): Appearance => useSharedValue(appearanceValue)
