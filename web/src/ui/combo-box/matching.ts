import { disassemble, getChoseong } from 'es-hangul'

/**
 * The choices that fit what was typed: every word must stand somewhere in the label or the detail. Korean is compared by its letters, so that an
 * unfinished syllable (데잍 on the way to 데이터) fits, and by initial consonants (ㄷㅇㅌ). Those whose label begins with the words come first.
 *
 * matching([{ id: '1', label: '데이터센터' }], 'ㄷㅇ').length // => 1
 */
export function matching<T extends { label: string; detail?: string }>(choices: readonly T[], words: string): readonly T[] {
  const asked = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (asked.length === 0) return choices
  const kept = choices.filter((choice) => {
    const text = `${choice.label} ${choice.detail ?? ''}`.toLowerCase()
    const letters = disassemble(text)
    const initials = getChoseong(text)
    return asked.every((word) => text.includes(word) || letters.includes(disassemble(word)) || (/^[ㄱ-ㅎ]+$/.test(word) && initials.includes(word)))
  })
  const first = asked[0]!
  const begins = (choice: T) => (choice.label.toLowerCase().startsWith(first) ? 0 : 1)
  return [...kept].sort((a, b) => begins(a) - begins(b))
}
