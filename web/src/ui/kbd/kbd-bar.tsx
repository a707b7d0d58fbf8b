import { keyLabel } from '#ui/button/button'
import './kbd-bar.css'

/** 단축키 띠: what the keys of this screen do, at its foot. */
export function KbdBar({ label, shortcuts }: { label: string; shortcuts: readonly { key: string; label: string }[] }) {
  if (shortcuts.length === 0) return null
  return (
    <aside className="kbdbar" aria-label={label}>
      {shortcuts.map((shortcut) => (
        <span key={shortcut.key}>
          <kbd>{keyLabel(shortcut.key)}</kbd> {shortcut.label}
        </span>
      ))}
    </aside>
  )
}
