import { cued } from '../cue.ts'
import { areaByFullName, areaOf, type Discourse, isFirm } from '../discourse.ts'
import type { Matter } from '../matter.ts'
import type { SentenceNames } from '../names/names.ts'
import type { Slot, Span, Stage } from '../reading.ts'
import { type Draft, slot } from './draft.ts'
import { namedWorks, speakOf, WORKS } from './named-works.ts'
import { OF_A_FIELD } from './place/matter.ts'
import { isAlike, type SiteOfText, sitesOfText } from './place/sites.ts'
import { INDUCED } from './value/effects.ts'

/** Rules that know no site of the number's own. */
const WEAK = /^place:(?:of-government|none|head|head:area|title|flow|of-agency|one-site)$/
/** Longer texts are about more than one project. */
const LONG = 60
/** Lead sentences that say what a text is about. */
const LEAD = 2
/** What an office counts as its own whatever the text is about. */
const OF_ITS_OWN = cued(
  /예산|추경|회계|누적|지금까지|민선|임기|취임|개청|출범|실적|보조금|기업에|유치(?:한|했|액|\s?(?:규모|금액|기업|목표|성과))|올해 (?:들어|유치)|올해도|(?:지난해|작년|올해)[^.]{0,30}확보|투자유치 총액|1년 (?:동안|간)|\d\s?(?:개사|개 (?:기업|업체)|곳)과\s/,
)
/** What only works cost. */
const OF_THE_WORKS = cued(/설계비|공사비|건립비|조성비|보상비/)
/** Words that go back to the works or the site. */
const GOES_BACK = cued(
  /(?:^|[\s“‘"'])(?:이|이번|해당|본)\s?(?:사업|산단|단지|산업단지|지구|공장|시설|투자|협약|부지|공사|준공|착공)|총?\s?사업비|공사비|이곳|(?:^|\s)(?:산단|단지|공장|시설|센터|부지|면적|용지)(?:은|는|이|가|을|를|에는|에)\s|이를 통해|(?:^|\s)(?:지하|지상)\s?\d{1,2}층/,
)
/** What comes about when the works are done. */
const ONCE_DONE = cued(/(?:조성|완공|준공|가동|완료|입주|개소|개관)(?:되|하|이\s)[가-힣]*면|(?:지어지|들어서|문을 열|끝나)면/)
/** A headline about all that an office will spend. */
const OF_BUDGET = /^[^\n]{0,60}(?:예산(?!\s?확보)|추경|살림)/
/** "① 관광 160억원": an item of what is spent. */
const ITEM = /^[①-⑳○●■□◆▲△▶ㅇ·-]|^\d{1,2}[.)]\s/
/** Told of the whole area, or of one thing after another. */
const WIDE = cued(/(?:^|\s)(?:관내|도내|시내|군내|전역|곳곳)(?:에|의|\s)|[▲△▶◆■]/)
/** What works cost and hold. */
const OF_WORKS: ReadonlySet<string> = new Set(['budget', 'investment', 'area', 'capacity'])
/** How many firms come, what is sold: told of a whole area. */
const OF_AREA: ReadonlySet<string> = new Set(['firms', 'revenue', 'exports', 'output'])
/** What is divided among places. */
const SPLIT =
  /^(?:의\s효과)?\s?\((?!국비|도비|시비|군비|구비|지방비|민자|민간|공사비|부지비|용지비|토지|자부담)[가-힣]{2,8}\s[\d,]+(?:조|억|만|천|명|개|㎡)/
/** From so many on, a site is the number's. */
const ENOUGH = 4

/** What a number is weighed by. */
interface Weighed {
  readonly text: string
  readonly body: string
  readonly draft: Draft
  readonly sites: readonly SiteOfText[]
  /** Numbers whose place their own words say. */
  readonly placed: readonly Draft[]
  /** The first sentence after the head. */
  readonly lead: number
  readonly discourse: Discourse
  readonly matters: readonly (Matter | null)[]
  /** Whether the headline tells of a budget. */
  readonly ofBudget: boolean
}

/** How much speaks for one site of the text as the place of a number that names none. */
function weigh(site: SiteOfText, { text, body, draft, sites, placed, lead, discourse, matters, ofBudget }: Weighed): number {
  const s = draft.sentence
  const { value } = draft.subject
  const office = value !== null && areaOf(value) !== null
  const firm = value !== null && isFirm(value)
  let score = 0
  // what the text is about
  if (site.sentences[0]! < lead) score += 2
  if (sites.length === 1) score += 2
  const here = placed.filter((d) => isOf(site, d.place.value))
  if (here.length < placed.length) score -= (placed.length - here.length) * 2 > placed.length ? 3 : 1
  // what was spoken of last
  const last = site.sentences.findLast((at) => at <= s)
  if (last === undefined) score -= site.sentences[0]! === s + 1 && OF_WORKS.has(draft.indicator.value) ? 0 : 2
  else {
    const others = sites.some((one) => one !== site && one.sentences.some((at) => at <= s && at > last))
    score += others ? -2 : s - last <= 2 ? 2 : 1
    if (matters[s] != null && matters[last] != null && matters[s]!.id !== matters[last]!.id) score -= 1
  }
  if (ONCE_DONE.test(body)) score += 3
  else if (GOES_BACK.test(body)) score += 1
  else if (office && OFFICE_OPENS.test(body)) score -= 2
  if (TURNS.test(body)) score -= 2
  if (office && namesArea(body, value, site)) score -= 6
  if (!firm && !OF_WORKS.has(draft.indicator.value)) score += here.some((d) => d.sentence <= s) ? 1 : -1
  if (value !== null && here.some((d) => d.subject.value === value && d.sentence <= s + 1)) score += 2
  // the other firms' sites
  else if (firm && discourse.firms.length > 1) score -= 2
  if (OF_WORKS.has(draft.indicator.value) || INDUCED.has(draft.indicator.value)) score += 1
  if (OF_AREA.has(draft.indicator.value) || draft.mention.kind === 'percent') score -= 2
  // "총 17조원(영동 13조원, 영서 4조원)"
  if (SPLIT.test(text.slice(draft.mention.end, draft.mention.end + 16))) score -= 4
  if (draft.subject.rule === 'subject:reports-total') score -= 2
  if (!firm && OF_ITS_OWN.test(body) && !OF_THE_WORKS.test(body)) score -= 4
  if (SEVERAL.test(body)) score -= 3
  if (office && (WIDE.test(body) || OF_A_FIELD.test(body))) score -= 6
  if (office && draft.stage.value === 'result') score -= 2
  if (office && ofBudget) score -= draft.indicator.value === 'budget' && ITEM.test(body) ? 6 : 3
  // a text about many sites is about the whole area
  if (!firm && sites.length > 3 && site.name?.rule !== WORKS) score -= 2
  if (draft.stage.value === 'pledge') score -= 4
  return score
}

/** Words that turn to something else. */
const TURNS = /^(?:[○ㅇ\-·]\s?)?(?:이와 (?:함께|별도로|별개로)|한편|이 밖에|이밖에|또 다른|반면|앞서)[\s,]/

/** "완주군은 지난해": it begins with the office anew. */
const OFFICE_OPENS = /^[가-힣]{2,6}(?:시|군|구|도)(?:은|는|가|이)\s/

/** "원주 의료기기 수출": the number is said to be of the whole area. */
function namesArea(body: string, office: string, site: SiteOfText): boolean {
  const area = areaByFullName(office)
  if (area === undefined) return false
  const short = area.level === 'province' ? area.province : area.name.slice(0, -1)
  const found = short.length < 2 ? null : new RegExp(`(?:^|[\\s‘'“"])(${short}(?:의|\\s[가-힣]{2,}))`).exec(body)
  // "솔은 소재시설" of the "솔은 소재센터": the site itself
  return found !== null && site.name?.value.startsWith(found[1]!.slice(0, short.length + 3)) !== true
}

/** "두 공장이 돌아가면", "세 산단이": of more than one. */
const SEVERAL = cued(/(?:두|세|네|다섯|여섯|\d+개?)\s?(?:공장|회사|기업|업체|곳|사업장|산단|단지|지구)(?:이|가|은|는|의|과|와|에)\s|전국/)

const OWN = /^place:(?:sentence|beside|behind|several|here|locative|own-site|said-before|matter)$/

const isOf = (site: SiteOfText, place: string | null): boolean =>
  place !== null &&
  (site.houses.includes(place) ||
    (site.name !== null && isAlike(site.name.value, place)) ||
    (site.address !== null && isAlike(site.address.value, place)))

/** Works that are not there yet lie at their address; what stands is known by its name. */
const TO_COME: ReadonlySet<Stage> = new Set(['plan', 'mou', 'contract', 'construction', 'cancelled'])

function slotOf(site: SiteOfText, stage: Stage, rule: string): Slot<string> {
  const one = site.address !== null && (site.name === null || (site.made && TO_COME.has(stage))) ? site.address : site.name!
  return slot(one.value, { start: one.start, end: one.end }, rule)
}

/**
 * What is only being made lies at its address, for its name says no more than that of the work; what stands is known by its name (조성 중과 준공 뒤).
 * Firms that come into a park go by the park's name at any time.
 */
function byAddress({ place, subject, stage }: Draft, sites: readonly SiteOfText[], standing: ReadonlySet<SiteOfText>): Slot<string> | null {
  const { value, rule } = place
  if (value === null || !NAMED.test(rule)) return null
  const park = sites.find(({ houses }) => houses.includes(value))
  if (park !== undefined) return slotOf(park, stage.value, 'place:of-house')
  if (subject.value !== null && isFirm(subject.value)) return null
  const site = sites.find(
    ({ name, address, made }) => made && name !== null && address !== null && (isAlike(name.value, value) || isAlike(address.value, value)),
  )
  if (site === undefined) return null
  const { name, address } = site
  const stands = standing.has(site)
  const one = !stands && BEING_MADE.has(stage.value) ? address! : stage.value === 'operation' || (stands && stage.value === 'result') ? name! : null
  if (one === null || isAlike(one.value, value)) return null
  return slot(one.value, { start: one.start, end: one.end }, one === address ? 'place:address' : 'place:by-name')
}

const NAMED = /^place:(?:sentence|title|beside|behind|matter|head|said-before|here|one-site|flow|several)$/
const BEING_MADE: ReadonlySet<Stage> = new Set(['plan', 'contract', 'construction', 'cancelled'])

/** "솔은산단과 누리산단이 뽑혔다": what comes next is of neither alone. */
const isTogether = (a: SiteOfText, b: SiteOfText, s: number): boolean =>
  a.sentences.findLast((at) => at <= s) === b.sentences.findLast((at) => at <= s)

/** Numbers that name no site of their own belong to the site that most speaks for, if anything speaks for it enough; else they keep the area of their office. */
export function placesOfProject(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  drafts: readonly Draft[],
  discourse: Discourse,
  bodyFrom: number,
  matters: readonly (Matter | null)[],
): void {
  if (units.length > LONG || discourse.candidate !== null) return
  const lines = drafts.some((d) => d.subject.rule === 'subject:line' && d.sentence >= bodyFrom)
  const lead = Math.max(bodyFrom, 0) + LEAD
  const sites = sitesOfText(text, units, named, lines ? 0 : lead)
  const house = lines || sites.some(({ sentences }) => sentences[0]! < lead) ? null : namedWorks(text, units, lead)
  if (house !== null) sites.push({ name: house, address: null, houses: [], sentences: speakOf(text, units, house), made: true })
  if (sites.length === 0) return
  const ofBudget = units.slice(0, lead).some(({ start, end }) => OF_BUDGET.test(text.slice(start, Math.min(end, start + 80))))
  const placed = drafts.filter((d) => OWN.test(d.place.rule) && d.place.value !== null)
  const standing = new Set(sites.filter((site) => placed.some((d) => d.stage.value === 'operation' && isOf(site, d.place.value))))
  const found: (Slot<string> | null)[] = drafts.map((draft) => {
    if (draft.line !== null) return null
    if (!WEAK.test(draft.place.rule) || lines) return byAddress(draft, sites, standing)
    const unit = units[draft.sentence]!
    const weighed: Weighed = { text, body: text.slice(unit.start, unit.end), draft, sites, placed, lead, discourse, matters, ofBudget }
    let best: SiteOfText | null = null
    let most = ENOUGH - 1
    for (const site of sites) {
      const score = weigh(site, weighed)
      if (score > most) {
        most = score
        best = site
      } else if (score === most && best !== null && isTogether(site, best, draft.sentence)) best = null
    }
    return best === null ? null : slotOf(best, draft.stage.value, 'place:of-project')
  })
  found.forEach((place, k) => {
    if (place !== null) drafts[k]!.place = place
  })
}
