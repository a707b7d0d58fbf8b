import { Tag } from '#ui/tag/tag'
import { useTexts } from '#web/shell/texts'
import type { Run } from './api.ts'
import { interchangeTexts } from './texts.ts'

const tones: Record<Run['state'], 'plain' | 'ok' | 'warn' | 'bad' | 'info'> = {
  checking: 'info',
  checked: 'warn',
  applying: 'info',
  applied: 'ok',
  undoing: 'info',
  undone: 'plain',
  refused: 'bad',
  failed: 'bad',
  cancelled: 'plain',
}

/** How far an import is, in a word. */
export function StateTag({ state }: { state: Run['state'] }) {
  const texts = useTexts(interchangeTexts)
  return <Tag tone={tones[state]}>{texts.states[state]}</Tag>
}
