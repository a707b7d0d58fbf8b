import { type Flow, lastBefore, nothing, slot } from './commitment-draft.ts'
import { areaByShortName, areaOf, type Discourse, isFirm } from './discourse.ts'
import type { NameCandidate } from './name-candidate.ts'
import type { Mention, Slot, Span, Stage } from './reading.ts'

/** "속초 파크골프장 확충사업": the works name their site. */
const SITE_OF_WORK =
  /(?:^|[\s'‘“"])([가-힣]{2,3}) ([가-힣]{2,10}(?:장|공원|센터|병원|타운|관|역|공항|터미널|시장)) (?:확충|조성|건립|신축|증축|재개발|정비|확장|이전)/

const TOPIC_PLACE = /^(?:은|는)\s/

const WIDE = /^(?:수도권|비수도권|미국|중국|일본|유럽|실리콘밸리|아시아|서울)$/

/** Where (장소): the nearest place before the number in its own part of the sentence, the site of the works, the place carried for the same subject, else the area of the government. */
export function choosePlace(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  actors: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
  subject: string | null,
  stage: Stage,
): Slot<string | null> {
  const actor = lastBefore(actors, mention.start)
  const from = actor === undefined ? sentence.start : actor.start
  let best: NameCandidate | null = null
  // "광주경제자유구역은 … 등 4개 지구 4.371㎢가 지정됐다": the topic is the place, the list its parts
  const topic = names.find((n) => n.kind === 'place' && n.start - sentence.start < 4 && TOPIC_PLACE.test(text.slice(n.end, n.end + 2)))
  if (topic !== undefined && /등 \d/.test(text.slice(sentence.start, mention.start)))
    return slot(topic.value, { start: topic.start, end: topic.end }, 'place:topic')
  for (const name of names) {
    if (name.kind !== 'place' || WIDE.test(name.value)) continue
    if (name.rule === 'place:area' && /^[\s=·]/.test(text.slice(name.end, name.end + 1))) continue
    if (name.start >= mention.start) continue
    // before the topic only what leads the whole sentence, not another firm's site
    if (name.start >= from || (best === null && !actors.some((a) => a.start < name.start && a !== actor))) best = name
  }
  if (best !== null) {
    const near = /^\s?(인근|일대)/.exec(text.slice(best.end, best.end + 3))
    const value = near === null ? best.value : `${best.value} ${near[1]}`
    return slot(value, { start: best.start, end: best.end }, 'place:sentence')
  }
  const site = SITE_OF_WORK.exec(text.slice(sentence.start, Math.min(sentence.end, mention.end + 40)))
  if (site !== null && areaByShortName(site[1]!) !== undefined) {
    const at = sentence.start + site.index + site[0].indexOf(site[1]!)
    return slot(`${site[1]} ${site[2]}`, { start: at, end: at + site[1]!.length + 1 + site[2]!.length }, 'place:site-of-work')
  }
  void stage
  const locative = names.find((n) => n.locative && n.start < mention.start)
  if (locative !== undefined) return slot(text.slice(locative.start, locative.end), { start: locative.start, end: locative.end }, 'place:locative')
  if (flow.place !== null && flow.placeOf === subject && subject !== null && (isFirm(subject) || (areaOf(subject) === null && flow.stageAge <= 1)))
    return { ...flow.place, rule: 'place:flow' }
  if (subject !== null) {
    const area = areaOf(subject)
    if (area !== null) return slot(area, null, 'place:of-government')
  }
  if (subject === null || isFirm(subject)) {
    if (flow.place !== null) return { ...flow.place, rule: 'place:flow' }
    if (discourse.headPlace !== null && !discourse.headPlace.rule.endsWith(':area')) return discourse.headPlace
    const government = discourse.government === null ? null : areaOf(discourse.government)
    if (government !== null && stage !== 'pledge') return slot(government, null, 'place:of-government')
    if (discourse.headPlace !== null) return discourse.headPlace
  }
  if (discourse.candidate !== null && discourse.headPlace !== null) return discourse.headPlace
  return nothing('place:none')
}
