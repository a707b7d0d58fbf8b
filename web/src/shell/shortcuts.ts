import { useEffect, useRef } from 'react'
import { sharedValue, useSharedValue } from '#web/ui/kit/value'
import { appearanceValue } from './appearance.ts'

/** 단축키: one key of a screen. `key` is a letter, a sign or a name (`j`, `/`, `Enter`, `Escape`, `[`, `shift+a`, `mod+Enter`; mod is ⌘ or Ctrl). */
export interface Shortcut {
  key: string
  label: string
  /** What the bar says where it is more than this key alone (J also stands for K). */
  barLabel?: string
  run: (event: KeyboardEvent) => void
  /** Shown in the bar at the foot of the screen; default yes. Every shortcut stands in the list that `?` opens. */
  bar?: boolean
  /** Off for the moment: neither shown nor acting. */
  off?: boolean
}

interface Layer {
  id: number
  inDialog: boolean
  shortcuts: readonly Shortcut[]
}

const layers = sharedValue<readonly Layer[]>([])
let lastLayer = 0

/** What a key event says in the spelling of `Shortcut.key`. With a Hangul keyboard the letter comes from the place of the key. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const letter = /^[a-z]$/i.test(event.key)
    ? event.key.toLowerCase()
    : /^Key[A-Z]$/.test(event.code) && !/^[\x20-\x7e]$/.test(event.key)
      ? event.code.slice(3).toLowerCase()
      : undefined
  const name = letter ?? event.key
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  // A sign such as ? already says that shift is held.
  const shift = event.shiftKey && (letter !== undefined || name.length > 1) ? 'shift+' : ''
  return mod + alt + shift + name
}

const typing =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=""], [contenteditable=true], [role=combobox]'

/** Whether a key pressed at this place may act as this shortcut: not while typing, not in place of a control's own Enter, not under a dialog. */
function mayAct(key: string, target: Element | null, layer: Layer, dialogOpen: boolean): boolean {
  if (dialogOpen && !layer.inDialog) return false
  const withModifier = key.startsWith('mod+') || key.startsWith('alt+')
  if (target?.closest(typing)) return withModifier
  if ((key === 'Enter' || key === ' ') && target?.closest('button, a[href], summary, [role=menuitem], [role=option], input')) return false
  if (target?.closest('[role=menu], [role=listbox]') && key !== 'Escape') return false
  return withModifier || key === 'Escape' || key === 'Enter' || appearanceValue.get().singleKeys
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const key = keyOf(event)
  const target = event.target instanceof Element ? event.target : null
  const dialogOpen = document.querySelector('dialog:modal') !== null
  // The layer that came last (the innermost screen) is asked first.
  for (const layer of [...layers.get()].reverse()) {
    const found = layer.shortcuts.find((one) => one.key === key && !one.off)
    if (!found || !mayAct(key, target, layer, dialogOpen)) continue
    event.preventDefault()
    found.run(event)
    return
  }
}

/** Listen for shortcuts; called once when the console starts. */
export function startShortcuts(): () => void {
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

/**
 * The shortcuts of a screen or a part of it, for as long as it is shown. They act on the latest closures; the innermost wins. Single letters are
 * off while typing and when the person has switched them off.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], options: { inDialog?: boolean } = {}): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const inDialog = options.inDialog ?? false
  const shape = shortcuts
    .map((one) => `${one.key}\u0000${one.label}\u0000${one.barLabel ?? ''}\u0000${one.bar ?? true}\u0000${one.off ?? false}`)
    .join('\u0001')
  useEffect(() => {
    const id = ++lastLayer
    const held = latest.current.map((one, at) => ({ ...one, run: (event: KeyboardEvent) => latest.current[at]?.run(event) }))
    layers.set((now) => [...now, { id, inDialog, shortcuts: held }])
    return () => layers.set((now) => now.filter((layer) => layer.id !== id))
    // `shape` stands for the shortcuts; their closures are read through `latest`
  }, [shape, inDialog])
}

/** Every shortcut that acts now, the innermost screen's first; of two with one key only the one that would act. */
export function useActiveShortcuts(): readonly Shortcut[] {
  const now = useSharedValue(layers)
  const seen = new Set<string>()
  return [...now]
    .reverse()
    .flatMap((layer) => layer.shortcuts)
    .filter((one) => !one.off && !seen.has(one.key) && seen.add(one.key))
}
