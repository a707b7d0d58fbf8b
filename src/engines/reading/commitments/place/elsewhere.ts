import { areaOf, type Discourse } from '../../discourse.ts'
import { areaByFullName, areaByShortName } from '../../gazetteer/areas.ts'
import type { Indicator, Span } from '../../reading.ts'
import { type Draft, slot } from '../draft.ts'

/** Rules that give a number to an office for want of anybody else. */
const BY_DEFAULT = /^subject:(?:document|flow|issuer|only-name)$/
const FROM_TEXT = /^place:(?:sentence|beside|behind|matter|locative)$/

/** The province that a place lies in, as far as its first words say: 고흥군 봉래면 lies in 전남. */
function provinceOf(place: string): string | null {
  for (const word of place.split(' ').slice(0, 2)) {
    // there is a 광주 in 경기 and a 고성 in 강원 and in 경남
    if (/^(?:광주|고성)/.test(word)) return null
    const area = areaByFullName(word) ?? areaByShortName(word)
    if (area !== undefined) return area.province
  }
  return null
}

/**
 * What is built in another province is not that office's (다른 시·도의 일): in a text about several provinces it goes to the office of its own, where the text names one.
 */
export function elsewhere(drafts: readonly Draft[], discourse: Discourse): void {
  if (discourse.offices.size < 2 && discourse.governments.length < 2) return
  for (const draft of drafts) {
    const { value, rule } = draft.subject
    if (value === null || draft.line !== null || !BY_DEFAULT.test(rule)) continue
    const own = areaByFullName(value)?.province
    const { value: place } = draft.place
    if (own === undefined || place === null || !FROM_TEXT.test(draft.place.rule)) continue
    const province = provinceOf(place)
    if (province === null || province === own) continue
    const office = discourse.governments.find((name) => areaByFullName(name)?.province === province)
    if (office !== undefined) draft.subject = slot(office, null, 'subject:elsewhere')
  }
}

/** What an office counts as attracted, whoever brought it. */
const COUNTED: ReadonlySet<Indicator> = new Set(['investment', 'firms', 'jobs', 'exports'])
/** Places that another sentence named. */
const CARRIED = /^place:(?:matter|of-project|flow|said-before|own-site)$/

/**
 * What an office has attracted over a time, and what several firms promised it together, lies in its area, unless the sentence itself names a narrower place:
 * a park told before is one firm's.
 */
export function resultsOfOffice(drafts: readonly Draft[], units: readonly Span[]): void {
  const ofSeveral = new Set(
    drafts.filter((d) => d.indicator.value === 'firms' && (d.mention.value as number) > 1 && d.stage.value === 'mou').map((d) => d.sentence),
  )
  for (const draft of drafts) {
    const area = draft.subject.value === null ? null : areaOf(draft.subject.value)
    if (area === null || draft.line !== null || !COUNTED.has(draft.indicator.value)) continue
    const { span, rule } = draft.place
    const carried = CARRIED.test(rule) || (span !== null && span.start < units[draft.sentence]!.start)
    if (carried && (draft.stage.value === 'result' || ofSeveral.has(draft.sentence))) draft.place = slot(area, null, 'place:of-government')
  }
}
