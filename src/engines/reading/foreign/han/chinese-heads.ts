import type { Mention, Slot, Span } from '../../reading.ts'
import type { Grammar } from '../grammar.ts'
import type { Name } from '../name.ts'
import { governs } from '../subject.ts'

/**
 * Whose project a Chinese figure describes (수식받는 말): 总投资3亿元的某公司项目, and what follows up to the semicolon: 投产后年营业额可达… Null where no firm stands behind 的.
 */
export function headOf(text: string, sentence: Span, mention: Mention, names: readonly Name[], grammar: Grammar): Slot<string> | null {
  const before = text.slice(sentence.start, mention.start)
  const from = sentence.start + Math.max(before.lastIndexOf(';'), before.lastIndexOf('；'), -1) + 1
  for (const name of names) {
    if (name.kind !== 'organisation' || name.start < from || name.start > mention.end + 12 || governs(name.value, grammar)) continue
    const modified = /\d[^，,。；;]{0,10}元的[^，,。；;]{0,6}$/.test(text.slice(Math.max(from, name.start - 28), name.start))
    const project = /^(?:[（(][^（）()]{1,20}[）)])?[^，,。；;]{0,20}项目/.test(text.slice(name.end, name.end + 40))
    if (modified && project) return { value: name.value, span: { start: name.start, end: name.end }, rule: 'subject:head' }
  }
  return null
}
