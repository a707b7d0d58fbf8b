import { type Area, areaByFullName, areaByShortName, PROVINCES } from './areas.ts'
import { isCommonCompound } from './common.ts'
import { isEverydayNoun } from './everyday.ts'

const PROVINCE = PROVINCES.flatMap(({ name, short, aliases }) => [name, short, ...aliases]).join('|')

/** An unknown name ends where its word ends, or at a particle. */
const ENDS =
  '(?=$|[^가-힣]|[은이과을](?![가-힣])|[는가와를](?![가-힣])|의(?![가-힣])|에(?:서|는|서는|만|도)?(?![가-힣])|도(?![가-힣])|로(?![가-힣])|까지|부터)'

/** What offices do and firms do not, or do with an office. */
const DONE_BY_OFFICES =
  '(?:투자|업무|입주)?협약(?:을|식|한)|(?:본|추가경정)?예산(?:을|안|은)|조례|시비|군비|국비|도비|공모|신청한|(?:시|군|도)의회|(?:시|군)민|지정(?:을|돼|됐|받)|지구단위|승인|고시|유치(?:를|에|한|하|했)'

/** What is said of a city or county alone, whatever its name: its seat, council, head, offices, towns, and the province before it. */
const PROOFS: readonly RegExp[] = [
  // 산내군청, 한솔시의회
  /(?<![가-힣])([가-힣]{2,3}(?:[군구]청|[시군구]의회))(?=$|[^가-힣]|[은는이가과와을를의에도로]|홈페이지|누리집)/g,
  // 충북 두란군
  new RegExp(`(?<![가-힣])(?:${PROVINCE}) ([가-힣]{2,3}[시군])${ENDS}`, 'g'),
  // 한솔시(시장 이현주), 산내군수는, 이현주 두레시장
  /(?<![가-힣])([가-힣]{2,3}[시군])\((?:시장|군수) /g,
  /(?<![가-힣])([가-힣]{2,3}군)수(?=[은는이가의와과](?![가-힣])|[ ,.)]|$)/g,
  /[가-힣]{2,4} ([가-힣]{2,3}시)장(?=(?:[은이의과]|에게|에게서)(?![가-힣]))/g,
  // 해온시 윤태경 시장이
  /(?<![가-힣])([가-힣]{2,3}[시군]) [가-힣]{2,4} (?:시장|군수|부시장|부군수)(?=[은는이가의](?![가-힣]))/g,
  // "솔내군-03 / 부품단지 / …": whose entry it is
  /(?:^|\n)([가-힣]{2,3}[시군])[-–]\d{1,2} ?\/ /g,
  // 한솔시 산업경제국, 두란시 투자통상과, 산내군 관계자
  /(?<![가-힣])([가-힣]{2,3}[시군]) (?:[가-힣]{2,8}(?:과|국|담당관|사업소)(?=$|[^가-힣]|[은는이]?(?![가-힣]))|관계자|제공(?=$|[^가-힣]))/g,
  // 가온시 새솔동
  /(?<![가-힣])([가-힣]{2,3}[시군]) (?:[가-힣]{1,3}[읍면동]|[가-힣]{1,3}[읍면] [가-힣]{1,3}리)(?=$|[^가-힣]|[에의과와](?![가-힣]))/g,
  // "두란군 카드뉴스", "가온시 1. 예산 1조원 시대를 목표로": whose page or entry it is
  /(?:^|\n)([가-힣]{2,3}[시군]) (?:카드뉴스|소식지?|보도자료|누리집|홈페이지|[시군]정소식|\d{1,2}\. )/g,
  // "두란시가 기업과 맺은 투자협약", "두란시는 예산을 편성했다": only an office does so
  new RegExp(`(?<![가-힣])([가-힣]{2,3}[시군])[는가은이와과] (?:[^\\s.]+ ){0,5}?(?:${DONE_BY_OFFICES})`, 'g'),
  // "두란군에 물류센터를 지으려던": what is built somewhere
  /(?<![가-힣])([가-힣]{2,3}[시군])에(?:서)? (?:[^\s.]+ ){0,3}?(?:공장|본사|물류센터|사업장|연구소|산단|산업단지|둥지)/g,
  // 한솔시청: where 시청 is no watching
  /(?:^|[^가-힣])([가-힣]{2,3}시)청(?=에서?(?![가-힣])| (?:대|중|소)?회의실| (?:누리집|홈페이지|앞|직원|관계자|[가-힣]{2,8}(?:과|국|담당관)))/g,
  // "두란시, 기업 3곳과 협약": who acts in a headline
  /(?:^|\n)([가-힣]{2,3}[시군]), ?(?=[‘'“"가-힣\d])/g,
  // "두레시와 ㈜가온은", "두란시는 5일": who acts at the head of a sentence, where it comes again
  /(?:^|\n|[.!?] )([가-힣]{2,3}[시군])(?=[는가은이와과] )/g,
]
/** How many of the last rules ask for the name a second time. */
const ASK_TWICE = 3

/** A cheap look: without one of these nothing can prove a city of no list. */
const SPEAKS = /[시군구](?:청|의회|\()|[시군](?:장|수|[는가은이와과에,])|[시군] [가-힣\d]|[시군][-–]\d/

/** Words that end so and are no city or county: 즉시, 제품군, 완공시. */
const NO_AREA =
  /(?:도시|신시|역시|다시|일시|동시|즉시|잠시|당시|임시|표시|전시|실시|고시|공시|제시|게시|지시|과시|무시|중시|상시|수시|택시|접시|증시|암시|명시|혹시|감시|응시|입시|주시|경시|직시|몇시|오시|필요시|도심시|특례시|광역시|특별시|자치시|장군|해군|공군|육군|미군|국군|북한군|제품군|산업군|기업군|직업군|후보군|직군|업군|사업군|품목군|고객군|학군|행정군|시군|연구|지구|특구|요구|출구|입구|항구|기구|친구|선거구|투구|촉구|복구|영구|인구|농구|축구|야구|배구|탐구|자치구|대상구)$/
const NOT_ITS_NAME =
  /^(?:우리|해당|이웃|인근|여러|모든|관내|다른|같은|일부|전국|광역|기초|대도|소도|중소|지방|지역|산업|혁신|기업|관광|농촌|항만|배후|거점|중심|주요|인접|각각|양개|각)/

/**
 * Cities, counties and districts (시·군·구) that a document proves and no list holds: new ones, renamed ones, invented ones. They hold for that document alone.
 * `areasOf('한솔시의회는 한솔시가 낸 예산을 의결했다.')[0]?.name // => '한솔시'`
 */
export function areasOf(text: string): Area[] {
  if (!SPEAKS.test(text)) return []
  const found = new Map<string, Area>()
  PROOFS.forEach((proof, rule) => {
    for (const match of text.matchAll(proof)) {
      const name = match[1]!.replace(/(?<=[시군구])(?:청|의회)$/, '')
      if (found.has(name) || !mayName(name)) continue
      if (rule >= PROOFS.length - ASK_TWICE && !comesAgain(text, name, match.index + match[0].length)) continue
      const province = rule === 1 ? provinceOf(match[0].split(' ')[0]!) : ''
      found.set(name, { name, level: name.endsWith('시') ? 'city' : name.endsWith('군') ? 'county' : 'district', province })
    }
  })
  return [...found.values()]
}

const provinceOf = (said: string): string => (areaByFullName(said) ?? areaByShortName(said))?.province ?? ''

function mayName(name: string): boolean {
  if (areaByFullName(name) !== undefined || NO_AREA.test(name) || NOT_ITS_NAME.test(name)) return false
  const base = name.slice(0, -1)
  return !isEverydayNoun(base) && !isCommonCompound(base) && !isEverydayNoun(name) && !isCommonCompound(name)
}

/** Whether the name is told again as one who acts, owns or is a place: "두란시가", "두란시의". */
function comesAgain(text: string, name: string, from: number): boolean {
  for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1))
    if (/^(?:[는가와의에은이과를을로도]|청|의회|민|장|수|[ ,.(]|$)/.test(text.slice(at + name.length, at + name.length + 2))) return true
  return false
}
