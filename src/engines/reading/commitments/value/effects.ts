import { cued } from '../../cue.ts'
import type { Indicator, Mention, Span } from '../../reading.ts'

/** Effects that somebody works out for a whole economy: no day on which they have to be there. */
export const INDUCED: ReadonlySet<Indicator> = new Set(['production_inducement', 'value_added', 'employment_inducement'])

/** What a project is expected to bring besides what its own firm does. */
const BROUGHT: ReadonlySet<Indicator> = new Set(['jobs', 'revenue', 'exports', 'output', 'other'])
/** What stands under a heading of effects: firms that come are one, too. */
export const isBrought = (indicator: Indicator): boolean => BROUGHT.has(indicator) || INDUCED.has(indicator) || indicator === 'firms'

const EXPECTS = cued(
  /(?:기대|전망|예상|추산|추정|분석|예측)(?:한다|하고|했|된다|되고|됐|됩|합니다|효과|이다)|(?:것으로|고|을|를|으로)\s(?:내다|본다|보고|봤|점친|점치|점쳤|잡았|잡고|잡혔)|효과(?:가|도|를|는)/,
)

/** "고용창출 효과는 약", "경제적 효과는 연 관광객": told as an effect. */
const AS_EFFECT = /효과(?:는|로는|로|만|가)\s[^.,]{0,14}$|효과를\s[^.]{0,30}$/

/**
 * "군은 500명의 고용을 점치고 있다", "생산유발 7,897억 원을 기대한다": what an office expects of a project (기대효과), as against what a firm undertakes.
 * It has the day of the project only where its own sentence says so.
 */
export function isExpected(text: string, mention: Mention, sentence: Span, indicator: Indicator, office: boolean): boolean {
  if (INDUCED.has(indicator)) return true
  if ((BROUGHT.has(indicator) || indicator === 'other') && AS_EFFECT.test(text.slice(Math.max(sentence.start, mention.start - 30), mention.start)))
    return true
  return office && BROUGHT.has(indicator) && EXPECTS.test(text.slice(mention.end, sentence.end))
}
