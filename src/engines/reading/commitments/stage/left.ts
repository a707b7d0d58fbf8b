import { cued } from '../../cue.ts'
import { saysLongThere } from '../../matter.ts'
import type { Mention, Stage } from '../../reading.ts'
import { cancellationIn, type StageReading } from '../../stages/stages.ts'
import { type Flow, slot } from '../draft.ts'

/** What may be called off: an agreement, a contract, a work. */
const OFF = cued(/(?:협약|계약|사업|투자|건립|계획)[^.]{0,30}(?:해지|취소|철회|포기|무산|파기|백지)/)
/** A step of another year. */
const EARLIER_YEAR = /(?:\d{4}년|지난해|작년|재작년)/
const EARLIER = /지난|앞서|당시|년/

/**
 * How far the matter is for the sentences after one that promises no number (남은 단계): "시는 지난 3월 협약 해지를 통보했다", "양해각서 5건을 주고받았다".
 * What was signed once says nothing of what has opened since.
 */
export function noteStageLeft(
  body: string,
  at: number,
  quantities: readonly Mention[],
  stated: StageReading | null,
  agreement: boolean,
  flow: Flow,
): void {
  const leave = (value: Stage, { start, word }: StageReading, rule: string): void => {
    flow.stage = slot(value, { start, end: start + word.length }, rule)
    flow.stageMatter = flow.matter?.id ?? null
    flow.stageAge = 0
  }
  const off = OFF.test(body) ? cancellationIn(body, at) : null
  if (off !== null) leave('cancelled', off, 'stage:called-off')
  const bare = agreement || quantities.every(({ kind }) => kind === 'percent')
  if (stated?.strong !== true || !bare || saysLongThere(body) || isOfThePast(body, stated.stage, flow)) return
  if (stated.stage === 'cancelled' && body.includes('부결')) leave('cancelled', stated, 'stage:voted-down')
  if ((stated.stage === 'mou' && agreement) || stated.stage === 'contract' || stated.stage === 'construction' || stated.stage === 'operation')
    leave(stated.stage, stated, 'stage:agreement-before')
}

/** "지난 2019년 협약을 체결했고", told of what has opened since. */
function isOfThePast(body: string, stated: Stage, flow: Flow): boolean {
  const earlier = EARLIER_YEAR.test(body)
  return (
    (stated === 'mou' || stated === 'contract' || (stated === 'construction' && earlier)) &&
    (flow.stage?.value === 'operation' || (flow.stage?.value === 'construction' && earlier)) &&
    EARLIER.test(body)
  )
}
