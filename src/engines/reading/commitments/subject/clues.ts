import { cued } from '../../cue.ts'
import { areaByFullName, areaByShortName, type Discourse, isFirm, joins } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { Mention, Slot, Span } from '../../reading.ts'
import { type Flow, lastBefore, slot } from '../draft.ts'

/** "한 자산운용사가", "민간 업체가": somebody who is not named. "외국기업이 3곳 70억 원" is a kind that is counted. */
const UNNAMED =
  /(?:^|[\s“"])(?:한|어느|모|민간|외국(?!인\s?기업)|해외|익명의)\s?(?:[가-힣]{1,8}\s)?(?:[가-힣]{0,5}(?:업체|기업|회사|운용사|투자사|건설사|시행사|사업자|개발업자|자본|컨소시엄))(?:이|가|은|는)\s(?!\d+\s?(?:곳|개사|개\s|개,|건))/g

/** What every one of them ends with: asked of the whole sentence, whose numbers all ask. */
const MAY_BE_UNNAMED = cued(/(?:업체|기업|회사|운용사|투자사|건설사|시행사|사업자|개발업자|자본|컨소시엄)(?:이|가|은|는)\s/)

/** What says that one list goes with another, first with first. */
const IN_TURN = /각각|차례로|순서대로|차례대로|같은 순서로|이 순서로/g
/** Between two amounts of one list. */
const LISTED = /^(?:\s?\([^()]{1,24}\))?(?:\s?[,·ㆍ、/]\s?|\s?(?:와|과|및)\s)$/

/**
 * "A와 B는 각각 700명, 500명을", or A and B in the sentence before: the first of the one list goes with the first of the other.
 * Where one list of a sentence does so, every list of that length does: 터는 차례로 …, 투자액은 …, 채용은 ….
 */
export function respective(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  quantities: readonly Mention[],
  flow: Flow,
): Slot<string> | null {
  // "A와 B는 각각 310억과 285억, C와 D는 각각 200억·100억": the firms since the turn before
  const turns = [...text.slice(sentence.start, mention.start).matchAll(IN_TURN)]
  const turn = turns.at(-1)
  const since = turns.length < 2 ? sentence.start : sentence.start + turns.at(-2)!.index
  const from = turn !== undefined ? sentence.start + turn.index : goesOn(text, sentence, names, flow) ? sentence.start : -1
  if (from < 0) return null
  const row = rowOf(
    text,
    quantities.filter((q) => q.start > from),
    ownerOfBracket(text, quantities, mention),
  )
  if (row.length < 2) return null
  const later = names.filter((n) => n.start >= since && n.end <= from)
  // "투자액은 각각 310억과 285억, 고용은 각각 31명과 28명": the same firms again
  const before = firmsOf(later).length > 0 ? later : names.filter((n) => n.end <= from)
  const joined = groupOf(text, before)
  const here = joined.length === row.length ? joined : firmsOf(before)
  const earlier = [flow.group, flow.several].filter((one) => one !== null && flow.sentence - one.sentence <= 3).map((one) => one!.names)
  const group = [here, ...earlier].find((one) => one.length === row.length)
  // "장성군과 강진군 일대에 각각": where, not who
  if (group?.at(-1) !== undefined && /^\s?(?:일대|일원|에)\s?/.test(text.slice(group.at(-1)!.end, group.at(-1)!.end + 3))) return null
  if (group === undefined) return null
  const name = group[row.indexOf(ownerOfBracket(text, quantities, mention))]
  return name === undefined ? null : slot(name.value, { start: name.start, end: name.end }, 'subject:respectively')
}

/** "A와 B가 각각 2,000만 달러를": one amount that each of them brings. */
const EACH = /(?:은|는|이|가)\s각각\s(?:약\s)?$/

/** The others who bring an amount each, behind the first (각각 같은 금액); none where each has an amount of its own. */
export function eachOf(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  subject: Slot<string | null>,
  quantities: readonly Mention[],
): Slot<string>[] {
  if (!EACH.test(text.slice(Math.max(sentence.start, mention.start - 8), mention.start)) || rowOf(text, quantities, mention).length > 1) return []
  const group = groupOf(
    text,
    names.filter((n) => n.end <= mention.start),
  )
  if (group.length < 2 || !group.every(({ value }) => isFirm(value)) || mention.start - group.at(-1)!.end > 8) return []
  return group.filter(({ value }) => value !== subject.value).map(({ value, start, end }) => slot(value, { start, end }, 'subject:each'))
}

/** "2000만 달러(1만8581㎡)": the amount that a bracketed one belongs to; itself elsewhere. */
const ownerOfBracket = (text: string, quantities: readonly Mention[], mention: Mention): Mention =>
  text.charAt(mention.start - 1) === '(' ? (quantities.findLast((q) => q.end === mention.start - 1) ?? mention) : mention

/** "뽑을 사람은 130명과 70명이다", right behind the two firms' other amounts: the same turn goes on. */
const goesOn = (text: string, sentence: Span, names: readonly NameCandidate[], flow: Flow): boolean =>
  flow.several !== null &&
  flow.sentence - flow.several.sentence === 1 &&
  sentence.end - sentence.start < 60 &&
  !names.some((n) => n.kind === 'organisation') &&
  /^(?:[가-힣]{1,6}\s){0,3}[가-힣]{1,6}(?:은|는)\s(?:약\s)?[\d][^.]*(?:과|와|,)\s[^.]*다\.$/.test(text.slice(sentence.start, sentence.end))

/** The list of like amounts that one of them stands in. */
function rowOf(text: string, quantities: readonly Mention[], mention: Mention): Mention[] {
  let row: Mention[] = []
  for (const q of quantities) {
    if (q.unit !== mention.unit) continue
    const last = row.at(-1)
    if (last !== undefined && !LISTED.test(text.slice(last.end, q.start))) {
      if (row.includes(mention)) break
      row = []
    }
    row.push(q)
  }
  return row.includes(mention) ? row : []
}

/** The firms of a sentence in their order, each once, however they are joined: "휠을 깎는 ㈜가람, 약을 만드는 나래가 들어간다". */
export function firmsOf(names: readonly NameCandidate[]): NameCandidate[] {
  const out: NameCandidate[] = []
  for (const name of names)
    if (name.kind === 'organisation' && name.rule !== 'organisation:dateline' && isFirm(name.value) && !out.some((o) => o.value === name.value))
      out.push(name)
  return out
}

/** "▲㈜가람(대불산단 1만㎡·520억원·98명)": what stands in brackets behind a firm is its own. */
export function bracketOf(text: string, sentence: Span, mention: Mention, names: readonly NameCandidate[]): NameCandidate | null {
  let open = mention.start - 1
  for (let depth = 0; open >= sentence.start; open--) {
    const c = text.charAt(open)
    if (c === ')') depth++
    else if (c === '(') {
      if (depth === 0) break
      depth--
    }
  }
  if (open < sentence.start) return null
  const owner = names.find((n) => n.kind === 'organisation' && n.end <= open && /^\s?$/.test(text.slice(n.end, open)))
  return owner !== undefined && isFirm(owner.value) ? owner : null
}

const OPENS_BRACKET = /\(\s?(?:약\s|총\s)?$/
const GIVEN = /지원|보조|국비|도비|시비|군비|선정|낙찰|수주|시공|용역/

/** Whether an amount opens a bracket without a word of its own, "㈜가람(120억원, 30명)": the firm's outlay unless its sentence gives it to the firm. */
export const isBareInBracket = (before: string, body: string): boolean => OPENS_BRACKET.test(before) && !GIVEN.test(body)

/** The last organisations that a sentence joins: "A, B와 C는". */
export function groupOf(text: string, names: readonly NameCandidate[]): NameCandidate[] {
  const orgs = names.filter((n) => n.kind === 'organisation' && n.rule !== 'organisation:dateline')
  let group: NameCandidate[] = []
  let best: NameCandidate[] = []
  for (const org of orgs) {
    const last = group.at(-1)
    group = last !== undefined && joins(text.slice(last.end, org.start)) ? [...group, org] : [org]
    if (group.length > 1) best = group
  }
  return best
}

/** "안석현 현 군수가 4년 전 내건 '기업 50곳 유치' 공약": a promise of another than the candidate. */
export function promisedBy(text: string, mention: Mention, names: readonly NameCandidate[], candidate: string | null): NameCandidate | null {
  if (candidate === null) return null
  for (const name of names)
    if (
      name.kind === 'person' &&
      name.value !== candidate &&
      name.end < mention.start &&
      (/^\s(?:[가-힣]{1,8}\s)?(?:시장|군수|구청장|도지사|지사)?\s?예?비?후보(?:가|는|도)\s/.test(text.slice(name.end, name.end + 20)) ||
        /^\s(?:현\s|전\s|전임\s)?[가-힣]{0,6}(?:군수|시장|지사|구청장|의원)(?:가|이)\s[^.]{0,16}(?:내건|내세운|약속한|공약한)/.test(
          text.slice(name.end, name.end + 40),
        ))
    )
      return name
  return null
}

const HEAD_SPEAKS = cued(
  /(?:^|[\s“‘"'])(구역청|개발청|투자청|공사|공단|재단|진흥원|조합|협회|은행|테크노파크|연구원|기술원|대학교|컨소시엄)(?:은|는|이|가)\s/,
)

/** "○ (준공) ㈜가람: …", "② 순천 해룡산단: ㈜나래, 발사체 조립장 500억 원": the firm that a line of a list is about. */
export function leadOfLine(text: string, sentence: Span, mention: Mention, names: readonly NameCandidate[]): NameCandidate | null {
  const head = LINE_HEAD.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)))
  if (head === null) return plantOfLine(text, sentence, mention, names)
  const colon = sentence.start + head[0].length
  if (mention.start < colon) return null
  const firms = names.filter((n) => n.kind === 'organisation' && isFirm(n.value) && n.end <= mention.start)
  const own = firms.find((n) => n.end <= colon)
  if (own !== undefined) return own
  const next = firms.filter((n) => n.start >= colon && n.start - colon < 3)
  return next.length === 1 && !firms.some((n) => n.start > next[0]!.end && /^(?:·|ㆍ|,\s?)$/.test(text.slice(next[0]!.end, n.start)))
    ? next[0]!
    : null
}

/** "- ㈜가람 안동공장 증설 1,500억원": a line that opens with a firm and its works. */
function plantOfLine(text: string, sentence: Span, mention: Mention, names: readonly NameCandidate[]): NameCandidate | null {
  const opener = names.find((n) => n.kind === 'organisation')
  if (opener === undefined || !isFirm(opener.value) || sentence.end - sentence.start > 90 || mention.start < opener.end) return null
  if (!/^[○●◦■□▲△▶◇◆•·ㅇ*\-–\s]{0,3}$/.test(text.slice(sentence.start, opener.start))) return null
  if (/[다요까죠][.!?”"]*$/.test(text.slice(sentence.start, sentence.end))) return null
  const said = text.slice(opener.end, mention.start)
  return OWN_WORKS.test(/^\D*/.exec(said)![0]) ? opener : null
}
const OWN_WORKS =
  /^\s(?:[가-힣A-Za-z0-9]{1,12}\s){0,3}(?:공장|연구소|본사|센터|사업장|라인)?\s?(?:증설|신설|신축|건립|이전|투자)\s(?:등\s)?(?:약\s|총\s)?$/

const LINE_HEAD =
  /^(?:[○●◦■□▲△▶◇◆•·ㅇ*\-–]\s*|[①-⑳]\s*|\d{1,2}[.)]\s*|[가-하][.)]\s*|[❶-❿]\s*)(?:[(【[<][^)】\]>]{1,14}[)】\]>]\s*)?[^:：\n]{2,30}[:：]\s*/

const ONCE_PROMISED =
  /^[^.]{0,20}(?:약속했던|하려던|들이려던|짓겠다던|오겠다던|하겠다던|투자하기로 했던)\s(?:[가-힣A-Za-z·]{1,10}\s){0,3}(?:업체|기업|회사|투자사|사업자)(?:는|은|가|이)\s/

/** Whether somebody unnamed acts, nearer to the number than any name. */
export function unnamed(text: string, sentence: Span, mention: Mention, actors: readonly NameCandidate[]): boolean {
  const before = text.slice(sentence.start, mention.start)
  const last = MAY_BE_UNNAMED.test(text.slice(sentence.start, sentence.end)) ? lastUnnamed(before) : null
  // "2021년 300억 투자를 약속했던 화장품 업체는 끝내 오지 않았다"
  if (actors.length === 0 && ONCE_PROMISED.test(text.slice(mention.end, sentence.end))) return true
  // "민간업체 3곳이 185억원을 들여"
  if (actors.length === 0 && /(?:^|\s)민간\s?(?:업체|기업|사업자)\s\d+\s?(?:곳|개사|개)(?:이|가|은|는)\s/.test(before)) return true
  if (last === null && actors.length === 0)
    return (
      /(?:한때|검토했던|추진했던|들이려던|지으려던)/.test(before) &&
      /민간\s?(?:사업자|업체|기업)(?:가|이)\s/.test(text.slice(mention.end, sentence.end))
    )
  if (last === null) return false
  const actor = lastBefore(actors, mention.start)
  return actor === undefined || actor.start < sentence.start + last
}

/** Where the last one without a name stands, or null. */
function lastUnnamed(before: string): number | null {
  let last: number | null = null
  UNNAMED.lastIndex = 0
  for (let match = UNNAMED.exec(before); match !== null; match = UNNAMED.exec(before)) last = match.index
  return last
}

/** "공단이 사업 설계를 돕는다": who helps does not take the matter over. */
const HELPS_OUT =
  /(?:돕는다|거든다|거들기로 했다|돕기로 했다|힘을 보탠다|참여한다|함께한다|(?:시공|설계|감리|조달|공사)(?:는|은|를|을)\s(?:[^\s.]{1,12}\s){0,2}(?:맡는다|맡았다|맡는다고 했다))[.”"]*$/
export const helpsOut = (text: string, sentence: Span): boolean =>
  HELPS_OUT.test(text.slice(Math.max(sentence.start, sentence.end - 36), sentence.end))

/** "시와 시행자인 ㈜가람이", "도와 시는": of those that act together the office named first by its level alone. */
export function jointOffice(body: string, discourse: Discourse, withFirm: boolean): string | null {
  const level = /^(시|도|군|구)(?:와|과)\s/.exec(body)?.[1]
  if (level === undefined || discourse.government === null) return null
  if (/^(?:와|과)\s(?:시|도|군|구)(?:는|은|가|이)\s/.test(body.slice(1, 6))) return discourse.offices.get(level) ?? null
  return withFirm ? discourse.government : null
}

/** "공사는 지난 4월 시작됐다": works, not the corporation. */
const WORKS = /^\s?공사(?:는|가)\s(?:[^\s.]{1,8}\s){0,4}?(?:시작|끝|마무리|진행|한창|중단|착수|완료|이어)/

/** "구역청은", "재단은": the one body of the document whose name ends so. */
export function byHead(text: string, sentence: Span, discourse: Discourse): string | null {
  if (discourse.heads.size === 0) return null
  const match = HEAD_SPEAKS.exec(text.slice(sentence.start, sentence.end))
  if (match === null || (match[1] === '공사' && WORKS.test(text.slice(sentence.start + match.index, sentence.end)))) return null
  return discourse.heads.get(match[1]!) ?? null
}

const SELF = cued(
  /(?:^|[\s“‘"'])(?:(?:시|군|도|구|우리시|우리 시)|(?:시|군|도|구)\s[가-힣]{2,10}(?:팀|과|국|실|단|담당관|본부|소)(?:장)?)(?:(?:는|은|가|이)|의 (?:구상|계획|목표|방침)(?:은|대로라면|에 따르면|대로))\s/,
)

/** The office that "시는" or "도는" means: the one of that level, else the government of the text. */
export function selfOf(text: string, { start, end }: Span, flow: Flow, discourse: Discourse): string | null {
  const body = text.slice(start, end)
  const word = (SELF.exec(body) ?? REPORTS.exec(body))?.[0].trimStart().replace(/^[“‘"']|우리 ?/g, '')
  if (word === undefined) return null
  const level = word.charAt(0)
  if (flow.lineOffice !== null) return flow.lineOffice
  if (flow.itemOffice?.endsWith(level)) return flow.itemOffice
  // "구미에서는 … 시가 2020년": the city that the sentence before opened with
  const city = flow.topicCity
  if (city !== null && flow.sentence - city.sentence <= 2 && city.value.endsWith(level) && !discourse.governments.includes(city.value))
    return city.value
  if (discourse.government?.endsWith(level)) return discourse.government
  return discourse.offices.get(level) ?? (level === '시' ? metropolisOf(discourse.government) : null) ?? discourse.government
}

/** The city of a district: 대전광역시 of 유성구. */
function metropolisOf(government: string | null): string | null {
  const area = government === null ? undefined : areaByFullName(government)
  const province = area?.level === 'district' ? areaByShortName(area.province) : undefined
  return province?.name.endsWith('시') ? province.name : null
}

export const selfNamed = (text: string, sentence: Span): boolean => SELF.test(text.slice(sentence.start, sentence.end))

const REPORTS = cued(/(?:^|[\s“‘"'])(?:시|군|도|구)\s(?:집계|관계자|자료|설명|조사|통계)(?:를|로|에|에는|가|는|상|에서)?\s/)

/** "시 집계를 보면": the office counts what follows. */
export const selfReports = (text: string, sentence: Span): boolean => REPORTS.test(text.slice(sentence.start, sentence.end))

/** What public bodies build and run. */
const PUBLIC_WORK =
  /(?:^|\s)(?!이 |해당 )(?:[가-힣A-Za-z0-9·]{2,}\s){0,2}(?:[가-힣A-Za-z0-9·]{2,}(?:테스트필드|테스트베드|실증센터|지원센터|진흥센터|진입도로|간선도로|연결도로|국도|고속도로|철도|공항|신항|국가산단|국가산업단지|일반산업단지|산단|특구|산업단지 조성|공모사업|지원사업|육성사업|펀드|기금|보조금|융자|기숙사|임대주택))(?:\([^)]*\))?(?:은|는|도|에는|에도)\s/

const FIRMS_PLANTS = /공장(?:\s\d{1,2}곳|\s\d{1,2}개)?(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:돌리|가동하|세우|짓)/

/** "국가로봇테스트필드는", "진입도로에는": the sentence turns to a public work, which no firm spoken of before builds. */
export function isPublicWork(text: string, sentence: Span, mention: Mention): boolean {
  const body = text.slice(sentence.start, Math.min(sentence.end, mention.end + 40))
  const match = PUBLIC_WORK.exec(body)
  return (
    match !== null &&
    match.index < 40 &&
    !/(?:이|해당|같은|자체|사내)\s[^\s]{0,12}$/.test(body.slice(0, match.index + 1)) &&
    !/회사|업체|이 기업/.test(body.slice(0, 30)) &&
    // "영일만산단에는 2조 원을 넣어 공장 3곳을 돌리고 있다": a firm's
    !FIRMS_PLANTS.test(text.slice(mention.end, sentence.end))
  )
}
