import { differenceOf } from './difference.ts'
import { judgeDuckling } from './duckling.ts'
import { judgeRecognizers } from './recognizers.ts'
import type { SuiteCase, Verdict } from './suite-case.ts'

/** The verdict on one case, by the convention of its suite; a case of a suite or kind that nobody reads fails. `judgeCase({ suite: '?', kind: 'number', text: '3', expected: 3 }).passed // => false` */
export function judgeCase(c: SuiteCase): Verdict {
  if (c.suite.startsWith('duckling')) return judgeDuckling(c)
  if (c.suite.startsWith('recognizers')) return judgeRecognizers(c)
  return { passed: false, answer: null, unread: true }
}

/** How many cases of a kind passed. */
export type KindScore = { kind: string; passed: number; total: number }

/** A refused case with what we answer instead and the convention by which the two differ. */
export type Refused = { case: SuiteCase; answer: unknown; differs: string }

/** Cases judged and counted by kind, in order of first appearance, with every refused one. `scoreCases([]).kinds // => []` */
export function scoreCases(cases: readonly SuiteCase[]): { kinds: KindScore[]; refused: Refused[] } {
  const kinds = new Map<string, KindScore>()
  const refused: Refused[] = []
  for (const c of cases) {
    const score = kinds.get(c.kind) ?? { kind: c.kind, passed: 0, total: 0 }
    kinds.set(c.kind, score)
    score.total++
    const verdict = judgeCase(c)
    if (verdict.passed) score.passed++
    else refused.push({ case: c, answer: verdict.answer, differs: differenceOf(c, verdict) })
  }
  return { kinds: [...kinds.values()], refused }
}
