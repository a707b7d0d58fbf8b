import type { Indicator, Slot } from '../../reading.ts'
import { rollInvests, rollItem } from '../layout/roll.ts'
import { type Asked, found } from './asked.ts'

/** Between two amounts of marked items that hold a name and an amount. */
const NEXT_MARKED = /^(?:여)?(?:\([^)]{1,20}\))?\s?[△▲▷▶○●■□◇◆•❍]\s?[가-힣A-Za-z0-9㈜&·]{2,16}\s(?:약\s)?$/

/**
 * What the money of a roll of firms counts (기업별 명단의 금액): in "수출 실적은 ▲가람전자 410만달러 ▲나래화학 260만달러" each item what the first does, else what the
 * agreement before it says. Null outside of rolls.
 */
export function ofRoll(asked: Asked): Slot<Indicator> | null {
  const { text, mention, sentence, body, cue, names, quantities, flow } = asked
  const last = cue === null && flow.stageAge === 0 ? quantities.findLast((q) => q.kind === 'money' && q.end < mention.start) : undefined
  if (last !== undefined && last.unit === mention.unit && flow.money !== null && NEXT_MARKED.test(text.slice(last.end, mention.start)))
    return found(asked, flow.money, 'indicator:roll')
  return (cue === null || cue.indicator === 'investment') &&
    rollInvests(body, flow) &&
    rollItem(text, sentence, mention, quantities, names, flow) !== null
    ? found(asked, 'investment', 'indicator:roll')
    : null
}
