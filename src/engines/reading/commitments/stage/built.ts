import { cued } from '../../cue.ts'
import { isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { slot } from '../draft.ts'

const OF_PLANT: ReadonlySet<Indicator> = new Set(['investment', 'jobs', 'area', 'capacity'])

/** A plant that is made or moved, before the last verb of its sentence. */
const MAKES = cued(
  /(?:공장|라인|본사|설비|시설|연구소|물류센터|창고|사업장)(?:을|를|도)?\s(?:[가-힣]{1,5}\s){0,2}(?:신설|증설|신축|건립|이전|완공|준공)(?:해|하고|하며|하면서|한 뒤|했)|(?:공장|본사|연구소|물류센터|창고|사업장)(?:을|를|도)\s(?:[가-힣]{1,5}\s){0,2}(?:짓고|지어|지었|세우고|세워|세웠|열고|열었|옮기고|옮겨|옮겼)|(?:이전|신설|증설)\s?(?:증설|신설)?(?:하고|하며|하면서)|(?:공장|설비|라인)\s?(?:증설|신설|이전)에\s/,
)
/** What was done of it: told as past, of the firm itself. */
const DONE = cued(/(?:만들었|채용했|고용했|뽑았|지었|세웠|열었|증설했|신설했|이전했|옮겼|완공했|준공했|마쳤|들였|썼)(?:다|습니다|으며|고)/)
const TO_COME = cued(/계획|예정|기로|겠다|전망|방침|목표|약속|협약|착공|짓고 있|공사\s?중/)

/**
 * What a firm laid out and whom it took on for a plant that it has made (지은 공장): "공장을 새로 지어 35명을 뽑았다". Such a plant is in use, its cost and its jobs with it.
 * Null where anything is still to come, or where no firm acts.
 */
export function builtByFirm(
  text: string,
  sentence: Span,
  mention: Mention,
  actors: readonly NameCandidate[],
  indicator: Indicator,
): Slot<Stage> | null {
  if (!OF_PLANT.has(indicator)) return null
  // what another firm of the sentence has made says nothing of this one
  const own = actors.findLast((one) => one.end <= mention.start)
  const next = actors.find((one) => one.start >= mention.end)
  const body = text.slice(own?.start ?? sentence.start, next?.start ?? sentence.end)
  if (!MAKES.test(body) || !DONE.test(body) || TO_COME.test(body)) return null
  return actors.some((one) => one.end <= mention.start && isFirm(one.value)) ? slot('operation', null, 'stage:built') : null
}
