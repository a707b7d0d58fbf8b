import type { NameCandidate } from '../../names/candidate.ts'
import type { Mention, Slot, Stage } from '../../reading.ts'
import type { StageReading } from '../../stages/stages.ts'
import { type Flow, slot } from '../draft.ts'

/** The whole of which a part came about. */
const OF_WHOLE = /^(?:여)?(?:\s?원)?(?:의)?\s?(?:가운데|중에서|중)\s/

/** Stages of what was signed or begun. */
const SIGNED: ReadonlySet<Stage> = new Set(['mou', 'contract', 'construction', 'pledge'])

/** The stage of a whole whose part came about or was given up (전체의 단계): "협약한 20곳 가운데 8곳이 착공했다", "유치 기업 21개 가운데 6개사가 이전을 포기했다". Null where it is no such whole. */
export function stageOfWhole(
  text: string,
  mention: Mention,
  before: string,
  quantities: readonly Mention[],
  chosen: Stage,
  flow: Flow,
): Slot<Stage> | null {
  if ((chosen !== 'result' && chosen !== 'cancelled') || !OF_WHOLE.test(text.slice(mention.end, mention.end + 8))) return null
  const part = quantities.find((q) => q.start > mention.end && q.kind === mention.kind && (q.value as number) < (mention.value as number))
  if (part === undefined) return null
  if (chosen === 'cancelled')
    return part.unit === mention.unit ? slot<Stage>(/유치[가-힣\s]{0,8}$/.test(before) ? 'result' : 'mou', null, 'stage:whole') : null
  return flow.stage !== null && flow.stageAge <= 2 && SIGNED.has(flow.stage.value)
    ? { ...flow.stage, rule: 'stage:whole' }
    : slot<Stage>('plan', null, 'stage:whole')
}

/** "양해각서를 체결하고 지난해 6월 착공해 공사 중이다": the last step that the same one took in the sentence (나중 단계). Null where it took none after its signature. */
export function laterStep(
  text: string,
  mention: Mention,
  actors: readonly NameCandidate[],
  own: StageReading | null,
  stated: StageReading | null,
): Slot<Stage> | null {
  if (own === null || stated === null || (own.stage !== 'mou' && own.stage !== 'contract')) return null
  if ((stated.stage !== 'construction' && stated.stage !== 'operation') || stated.start <= own.start) return null
  if (!/(?:체결|맺|서명)(?:하고|고|한 뒤|은 뒤|하여|해)/.test(text.slice(own.start, stated.start))) return null
  if (actors.some((a) => a.start > mention.end && a.start < stated.start)) return null
  return slot<Stage>(stated.stage, { start: stated.start, end: stated.start + stated.word.length }, 'stage:later-step')
}
