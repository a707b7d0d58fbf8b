import { type Funding, fundingOf } from '#engines/accounting/funding'
import { type Machine, machineOf, stageFromSaid } from '#engines/accounting/stages'
import { isFirm } from '#engines/reading/discourse'
import type { ClaimContent } from '#record/claim'
import { type Facet, facetOfStage } from '#record/fact'
import type { Interval } from '#record/scalars'
import type { Relation, SubjectKind } from '#record/subject'
import { nameKey } from './names.ts'
import { sortOf, thingName } from './thing-name.ts'

/** What accepting a claim would write, before a person looks at it. */
export interface Proposal {
  /** Whom or what the fact would be about; a name where it must be made. */
  subject: { kind: SubjectKind; name: string; place: string | null }
  /** Other names to choose from. */
  otherNames: string[]
  indicator: string | null
  facet: Facet
  period: Interval
  due: Interval | null
  /** The stage that the subject would enter; null where the sentence says nothing about it. */
  stage: { to: string; occurred: Interval; occurredText: string | null } | null
  parties: { name: string; role: Relation['role'] }[]
  /** 재원: whose money it is, where the sentence names the part by it (국비 290억원). */
  funding: Funding | null
}

/** Words that name no thing of their own: a total of the office is meant. */
const general =
  /^(?:총|누적|전체|신규|대규모|민간|국내외|외국인)*(?:투자|투자유치|투자금|투자액|투자규모|투자유치금액|투자협약|협약|업무협약|기업|기업유치|일자리|고용인원|고용|채용|부가가치|생산액|매출액|인원|예산|사업비|세수|매출|수출|생산유발|고용유발|효과|경제효과|산업클러스터|클러스터|산업)+(?:금액|규모|액|수|건수|효과|창출|실적|협약|체결|유치)*$/u

/**
 * Whether words say what is measured and name nothing: 투자액, 고용 인원, 면적.
 *
 * isMeasure('신규 고용') // => true
 */
export const isMeasure = (what: string): boolean =>
  /^(?:부지|산업용지|분양|건축|대지|연)?면적$|^(?:부지|규모|기업 ?수)$/u.test(what.trim()) || general.test(what.replace(/\s+/g, ''))

/**
 * A name that nothing but the parties and the place can give, where the sentence has none of its own. What is measured is no part of it: a firm's money, jobs and steps
 * would become three projects (누리테크 투자액, 누리테크 고용, 누리테크).
 */
const nameless = (claim: ClaimContent): string => claim.subject ?? claim.counterparts[0] ?? claim.place ?? claim.what?.trim() ?? ''

const zoneName = /(?:단지|지구|구역|밸리|클러스터|특구|부지|산단)$/u

/**
 * 어떻게 받을지: what accepting this claim would write, by the settled table of stages and by what the sentence names. A total that the office states about itself
 * belongs to the office, never to a project.
 *
 * @param officeNames names of the office, the first is its own
 * @param names names that the text offers for the thing, the likeliest first
 */
export function proposeAcceptance(claim: ClaimContent, officeNames: readonly string[], names: readonly string[]): Proposal {
  const own = (name: string) => officeNames.some((one) => nameKey(one) === nameKey(name))
  const byOffice = claim.subject === null || own(claim.subject)
  // a firm's own site is where its project is, not what it is
  const firm = !byOffice && isFirm(claim.subject!)
  const said = claim.what === null ? null : thingName(claim.what)
  const ownSite = firm && claim.place !== null && said !== null && zoneName.test(said) && nameKey(claim.place).includes(nameKey(said))
  const what = said === null || ownSite || isMeasure(said) ? null : said
  const sort = firm && claim.what !== null ? sortOf(claim.what) : null
  // land and money of a public body without a name are of the site that they are for
  const site = (claim.indicator === 'area' || claim.indicator === 'budget') && !firm && claim.place !== null && !own(claim.place) ? claim.place : null
  const zone = site !== null && zoneName.test(site) ? site : null
  const thing = names[0] ?? (claim.indicator === 'area' ? zone : null) ?? what ?? zone ?? (claim.indicator === 'area' ? site : null)
  const step = claim.kind === 'stage'
  const deal = claim.stage === 'mou' || claim.stage === 'contract' || claim.stage === 'construction'
  // a step is never the office's: only a thing of its own has stages
  // a row of totals (합계 | 투자액 570억원) names nobody, nothing and no place: what it measures is the name of no project
  const nobodys = thing === null && claim.subject === null && claim.counterparts.length === 0 && claim.place === null
  const total =
    !step &&
    (nobodys ||
      (byOffice && thing === null && !deal) ||
      (claim.indicator === 'firms' && (byOffice || firm)) ||
      (byOffice && claim.stage === 'result'))
  const kind: SubjectKind = total
    ? 'office'
    : claim.stage === 'pledge'
      ? 'pledge'
      : claim.indicator === 'area' && zoneName.test(thing ?? '')
        ? 'zone'
        : claim.indicator === 'budget' && byOffice
          ? 'programme'
          : 'project'
  const name = total ? (officeNames[0] ?? '') : (thing ?? nameless(claim))
  const facet = facetOfStage(claim.stage)
  const none: Interval = { from: null, to: null }
  // what a source counted at a date is true at that date; a promise is due by it
  const counted = facet === 'actual' && claim.due !== null
  const machine = machineOf(kind)
  const to = machine === null ? null : stageOfClaim(machine, claim)
  return {
    subject: { kind, name, place: claim.place },
    otherNames: [
      ...new Set([
        ...(total ? names : names.slice(1)),
        ...(what !== null && what !== name ? [what] : []),
        ...(claim.subject && (what ?? sort) !== null ? [`${claim.subject} ${what ?? sort}`] : []),
      ]),
    ],
    indicator: claim.indicator,
    facet,
    period: counted && claim.due ? claim.due : none,
    due: counted ? null : claim.due,
    stage: to === null ? null : { to, occurred: claim.start ?? none, occurredText: claim.startText },
    parties: total ? [] : partiesOf(claim, own),
    funding: fundingOf(null, claim.what ?? ''),
  }
}

/**
 * The stage that a claim leads to. A step that was achieved is a designation (지정·고시): the permit of a project; of a number that was achieved nothing follows.
 */
export function stageOfClaim(machine: Machine, claim: Pick<ClaimContent, 'kind' | 'stage'>): string | null {
  if (claim.kind === 'stage' && claim.stage === 'result' && machine === 'project') return 'permit'
  return stageFromSaid(machine, claim.stage)
}

function partiesOf(claim: ClaimContent, own: (name: string) => boolean): Proposal['parties'] {
  const parties: Proposal['parties'] = []
  if (claim.subject && !own(claim.subject)) parties.push({ name: claim.subject, role: claim.indicator === 'budget' ? 'authority' : 'investor' })
  for (const name of claim.counterparts) if (!own(name)) parties.push({ name, role: 'counterparty' })
  return parties
}

/** The names by which texts call an office: its own, and without the last syllable of its kind (남양주시, 남양주). */
export function namesOfOffice(nameKo: string, nameEn: string): string[] {
  const short = nameKo.replace(/(?:특별자치시|특별자치도|특별시|광역시|시|군|구|도)(?:청)?$/u, '')
  return [...new Set([nameKo, short.length >= 2 ? short : nameKo, nameEn])]
}
