import { CLASSES, HANGUL, LATIN } from '../characters.ts'
import { soundsMade } from '../names/sound.ts'
import { NOUN_UNITS } from './units.ts'

/** What a bare 개, 곳 or 건 counts. */
export interface Counted {
  readonly unit: string
  /** End of the noun where it follows the counter. */
  readonly end: number
  readonly rule: 'noun-after' | 'noun-before'
}

/** "5곳에 대규모 국가 산업단지를 조성한다", "5곳에 112만평 규모의 단지가 준공된다", "39곳 총 1,755만㎡의 산업단지": what is laid out there. */
const PARKS_THERE =
  /^(?:에 (?:[^\s.,]{1,10} ){0,4}[가-힣]{0,4}(?:산업단지|산단|농공단지|공단|(?<=규모의 )단지)[를을이가] (?:[가-힣]{1,4} )?(?:조성|만들|지정|짓|건설|두기|둔다|추가|준공|들어|생긴|생겨)| (?:총 |모두 )?[\d.,만천백]+(?:㎡|평|㎢)의 [가-힣]{0,4}(?:산업단지|산단)[^가-힣])/
const LONGEST_NOUN = 5
const PARTICLES = '으로부터 에서 으로 까지 부터 에게 들을 들이 들과 들 이다 인 입니다 이며 이고 다 을 를 이 가 은 는 의 에 와 과 로 도 중'.split(' ')

/** The unit of the longest known noun that ends the word `[from, to)`, particles left out. */
function unitOfWord(text: string, from: number, to: number): { unit: string; end: number } | null {
  // "기관·기업": the wider of the two
  if (to - from > 4 && text.slice(from, to).includes('기관·')) return { unit: 'institutions', end: to }
  const direct = endingUnit(text, from, to)
  if (direct !== null) return { unit: direct, end: to }
  for (const particle of PARTICLES) {
    const stem = to - particle.length
    if (stem <= from || !text.startsWith(particle, stem)) continue
    const unit = endingUnit(text, from, stem)
    if (unit !== null) return { unit, end: stem }
  }
  return null
}

function endingUnit(text: string, from: number, to: number): string | null {
  for (let length = Math.min(LONGEST_NOUN, to - from); length > 0; length--) {
    const noun = text.slice(to - length, to)
    // one syllable (사, 시, 군, 구) is a noun only where it stands alone
    if (length === 1 && to - from > 1) return null
    const unit = NOUN_UNITS.get(noun)
    if (unit !== undefined) return unit
  }
  return null
}

const PEOPLE = /^(?:임직원|직원|근로자|종업원|주민|시민|군민|인력|관광객|학생|참석자|농민|어민|회원|임원)/

/** What an amount with 여 counts without a counter: "1,200여 직원", "50여 협력업체". Null where the noun is none of the known ones. */
export function nounAfter(text: string, from: number): { unit: string; end: number } | null {
  const people = PEOPLE.exec(text.slice(from, from + 4))
  if (people !== null) return { unit: 'persons', end: from + people[0].length }
  const end = wordEnd(text, from)
  if (end === from || end - from > 10) return null
  const found = unitOfWord(text, from, end)
  return found !== null && (found.unit === 'firms' || found.unit === 'institutions' || found.unit === 'factories') ? found : null
}

const wordEnd = (text: string, at: number): number => {
  let i = at
  for (;;) {
    const kind = CLASSES[text.charCodeAt(i)]
    if (kind !== HANGUL && kind !== LATIN && text.charAt(i) !== '·') break
    i++
  }
  return i
}

const wordStart = (text: string, at: number): number => {
  let i = at
  while (i > 0) {
    const kind = CLASSES[text.charCodeAt(i - 1)]
    if (kind !== HANGUL && kind !== LATIN) break
    i--
  }
  return i
}

/**
 * What `N개`, `N곳`, `N건` count: the noun that follows ("4개 산업 클러스터", "5개나 되는 대학", "1만개의 공장") or the one before ("일자리가 1만3000개", "기업 2곳").
 * Null where neither side says.
 *
 * `countedUnit('4개 산업 클러스터 조성', 0, 2, '개')?.unit // => 'clusters'`
 */
export function countedUnit(text: string, at: number, unitEnd: number, counter: string): Counted | null {
  // "1,800여 개가 넘는 일자리"
  const over = /^[가를] (?:넘는|웃도는) /.exec(text.slice(unitEnd, unitEnd + 7))
  if (over !== null) {
    const from = unitEnd + over[0].length
    const found = unitOfWord(text, from, wordEnd(text, from))
    if (found !== null) return { unit: found.unit, end: found.end, rule: 'noun-after' }
  }
  // "5곳에 대규모 국가 산업단지를 조성한다"
  if (counter === '곳' && PARKS_THERE.test(text.slice(unitEnd, unitEnd + 60))) return { unit: 'complexes', end: unitEnd, rule: 'noun-after' }
  // "생산능력을 월 4만 개에서 6만 개로": what a plant makes
  if (counter === '개' && MADE.test(text.slice(Math.max(0, at - 36), at))) return { unit: 'items', end: unitEnd, rule: 'noun-before' }
  // "2만개 고용창출", "9000개(건설 7000개)가 창출될": what is created are jobs
  if (counter === '개' && CREATED.test(text.slice(unitEnd, unitEnd + 46)) && speaksOfJobs(text, at, unitEnd))
    return { unit: 'jobs', end: unitEnd, rule: 'noun-after' }
  const next = text.charAt(unitEnd)
  const open = next === ' ' || next === '의' || next === '나' || next === '여' || text.startsWith('인 ', unitEnd)
  // "개 기업", "개의 공장"; "개를", "개," look back
  if (counter === '개' && CLASSES[text.charCodeAt(unitEnd)] === HANGUL) {
    const touching = unitOfWord(text, unitEnd, wordEnd(text, unitEnd))
    if (touching !== null && touching.end > unitEnd) return { unit: touching.unit, end: touching.end, rule: 'noun-after' }
  }
  // "창조기업 50개 팀에": the noun that the counter touches says what is counted
  const own = next === ' ' && counter === '개' ? ownNoun(text, unitEnd + 1, text.startsWith('등 ', at - 2)) : null
  if (own !== null) return own
  const noun = nounBefore(text, at, counter)
  // promises and projects are counted as cases: "공약 93건"
  const before =
    counter === '건' && noun !== null && /(?:공약|정책|과제|사업|\n)\s?(?:총\s?|모두\s?|합계\s)?$/.test(text.slice(Math.max(0, at - 8), at))
      ? null
      : noun
  // "산업단지 6개 업종 유치": the noun behind is nearer than a noun that stands before by the way
  if (before !== null && before.unit !== 'jobs' && next === ' ' && counter === '개') {
    const end = wordEnd(text, unitEnd + 1)
    const behind = end - unitEnd > 9 ? null : unitOfWord(text, unitEnd + 1, end)
    if (behind !== null && (behind.unit !== 'projects' || text.startsWith('등 ', at - 2)) && behind.unit !== 'persons' && behind.unit !== before.unit)
      return { unit: behind.unit, end: behind.end, rule: 'noun-after' }
  }
  if (before !== null && (!open || next !== '의' || counter === '곳')) {
    const strong = before.touching || !open
    if (strong) return { unit: before.unit, end: unitEnd, rule: 'noun-before' }
  }
  if (open && counter !== '건') {
    let i = next === ' ' ? unitEnd : unitEnd + 1
    if (text.startsWith(' 되는', i)) i += 3
    // "3개 이상의 소공인"
    const bound = BOUND.exec(text.slice(i, i + 6))
    if (bound !== null) i += bound[0].length
    let last: Counted | null = null
    for (let words = 0; words < 3; words++) {
      if (text.charCodeAt(i) !== 0x20) break
      const from = i + 1
      const end = wordEnd(text, from)
      if (end === from || end - from > 14) break
      const found = unitOfWord(text, from, end)
      // "산업 클러스터": the head of the phrase is its last noun, and a particle closes the phrase
      // "17개 산업단지 부지": the land of parks
      if (found !== null && last?.unit === 'complexes' && /^(?:부지|용지)/.test(text.slice(from, end))) break
      if (found !== null) {
        last = { unit: found.unit, end: found.end, rule: 'noun-after' }
        if (found.end < end) break
      }
      // a verb or an adverb closes the phrase
      if (
        !/^(?:양질의|좋은|괜찮은|새로운)$/.test(text.slice(from, end)) &&
        /(?:고|며|해|하고|하는|했다|한다|된|될|를|을|에서|으로|과|와|의|은|는)$/.test(text.slice(from, end))
      )
        break
      i = end
    }
    if (last !== null) return last
  }
  if (counter === '건')
    return { unit: SAME_BEFORE.test(text.slice(Math.max(0, at - 60), at)) ? 'projects' : 'cases', end: unitEnd, rule: 'noun-before' }
  if (before !== null) return { unit: before.unit, end: unitEnd, rule: 'noun-before' }
  if (counter !== '건' && LISTED_CLOSES.test(text.slice(unitEnd, unitEnd + 3))) {
    const listed = LISTED.exec(text.slice(Math.max(0, at - 140), at))?.[1]
    const unit = listed === undefined ? null : endingUnit(listed, 0, listed.length)
    if (unit !== null) return { unit, end: unitEnd, rule: 'noun-before' }
  }
  return topicBefore(text, at, unitEnd)
}

const MADE = /생산\s?(?:능력|량|규모)(?:을|를|은|는|이|가)?\s(?:(?:연간?|월|하루|일)\s)?(?:약\s)?(?:[\d만천억,.]+\s?개에서\s)?$/

/** How many at least or about, between the counter and its noun. */
const BOUND = /^ (?:이상|이하|미만|안팎|내외|남짓|가량|정도)의(?= )/

/** What jobs are done with, after a bracket of their parts. */
const CREATED = /^(?:\([^()\n]{1,36}\))?(?: 고용|[가를은는도]? (?:새로 |신규 )?(?:창출|생긴|생겨|만들))/

const speaksOfJobs = (text: string, at: number, unitEnd: number): boolean =>
  text.startsWith(' 고용', unitEnd) ||
  /일자리[는가를도](?![^.]*\d[\d,]*(?:개|곳)? ?(?:기업|업체|사업|산단))[^.\n]{0,40}$/.test(text.slice(Math.max(0, at - 48), at))

/** What is done with firms: "산업단지 100개 기업 유치". */
const DONE_WITH = /^\s(?:유치|입주|지원|육성|선정|이전|발굴|참여)/

/** A noun of one kind alone after the counter, closed by a particle; "주차장 조성 등 25개 사업은" sums up works, whatever they are. */
function ownNoun(text: string, from: number, summed: boolean): Counted | null {
  const end = wordEnd(text, from)
  if (end === from || end - from > 8) return null
  const found = unitOfWord(text, from, end)
  // "(10개 업체)": the bracket closes it as well
  const closed =
    found !== null &&
    (found.end < end ||
      text.startsWith(', ', end) ||
      (found.unit === 'firms' && (text.charAt(end) === ')' || DONE_WITH.test(text.slice(end, end + 4)))))
  return found !== null && closed && (summed || found.unit !== 'projects') ? { unit: found.unit, end: found.end, rule: 'noun-after' } : null
}

/** "참여 기업은 가람산업, 나래전자, 다솜텍 7곳이다": the topic of a list is what its sum counts. */
const LISTED = /^(?:[\s\S]*[\s,.])?([가-힣·]{2,10})[은는] (?:[^.,\n]{2,20}, ){1,8}[^.,\n]{2,20} (?:등 |총 |모두 )?$/
const LISTED_CLOSES = /^(?:이다|이며|이고|이었|입니다|으로|뿐|$)/

/** "산업단지를 오는 2030년까지 80곳으로 늘린다": what is made more. */
const TO_GROW = /([가-힣]{2,8})[을를] (?:오는 |올해 |내년 |현재의? |지금의? )?(?:(?:19|20)\d\d년(?: 말)?까지 )?$/
const GROWN = /^(?:으로|까지) (?:늘|확대|줄|키우|키운|넓)/

/** "공장은 베트남에 2개, 인도에 1개": the topic of the clause is what a bare counter counts. */
function topicBefore(text: string, at: number, unitEnd: number): Counted | null {
  const before = text.slice(Math.max(0, at - 30), at)
  const topic =
    /(?:^|[\s,])([가-힣]{2,8})(?:\([^()]{2,12}\))?[은는] (?:모두 |총 |오는 |한 해 전 |1년 전 |전년의? |\d+(?:개|곳)에서 |[가-힣]{1,6}에(?:서)? |국내 |해외 |국외 |\d+개?,? |(?:19|20)\d\d년(?: 말| 초)? |지난해(?: 말)? |지난달(?: 말)? |작년(?: 말)? |올해 |현재 |출범 당시 |당시 |처음 |[가-힣]{1,6}에 \d+(?:개|곳), )*$/.exec(
      before,
    )
  const counted = topic ?? (GROWN.test(text.slice(unitEnd, unitEnd + 8)) ? TO_GROW.exec(before) : null)
  const unit = counted === null ? null : endingUnit(counted[1]!, 0, counted[1]!.length)
  return unit === null ? null : { unit, end: unitEnd, rule: 'noun-before' }
}

/** "신규사업은 총 41건(634억 원)이 반영돼 전년도 20건": what is held against the year before is of the same kind. */
const SAME_BEFORE = /사업[은이] (?:총 |모두 )?\d[\d,]*건[^.\n]{0,26}(?:전년도?|지난해|작년|올해) (?:의 )?$/

/** Adverbs that may stand between a noun and its number: "수출기업도 현재 87개". */
const NOW = new Set('현재 지금 기존 이미 벌써 아직 누적 올해 지난해 작년 내년 겨우 무려 단 불과 각각 합계'.split(' '))

/** What is done to what is counted: "일자리 창출 7만개", "기업 유치 30곳". */
const DONE = new Set('창출 유치 조성 지정 육성 확충 신설 설립 발굴 건립 제공 목표 목표는 목표를 실적은 성과는'.split(' '))

/** The noun that ends the word before the number, over 약, 총, 등 and a bracket. */
function nounBefore(text: string, at: number, counter: string): { unit: string; touching: boolean } | null {
  if (/(?:읍·면|시·군|시·도|군·구|시·군·구|읍·면·동)\s?$/.test(text.slice(Math.max(0, at - 7), at))) return { unit: 'regions', touching: true }
  let i = at
  let others = false
  for (let step = 0; step < 3; step++) {
    let end = i
    while (
      end > 0 &&
      (text.charCodeAt(end - 1) === 0x20 ||
        text.charCodeAt(end - 1) === 0x0a ||
        text.charAt(end - 1) === '(' ||
        (others && text.charAt(end - 1) === ')'))
    )
      end--
    const from = wordStart(text, end)
    if (from === end) return null
    const word = text.slice(from, end)
    if (
      word === '약' ||
      word === '총' ||
      word === '등' ||
      word === '모두' ||
      word === '전체' ||
      word === '최대' ||
      word === '최소' ||
      word === '연' ||
      word === '신규' ||
      (counter !== '건' && DONE.has(word)) ||
      NOW.has(word)
    ) {
      others ||= word === '등'
      i = from
      continue
    }
    // "데이터 센터 25개"
    const found =
      (word.startsWith('센터') && text.startsWith('데이터 ', from - 4) ? { unit: 'buildings', end: from + 2 } : null) ??
      unitOfWord(text, from, end) ??
      (others && counter === '곳' && text.charAt(end) !== ')' && soundsMade(word) ? { unit: 'firms', end } : null)
    // "10개 시·군 17개 산업단지": a noun that is counted itself
    if (found === null || /\d\s?(?:개|곳|대)?\s?$/.test(text.slice(Math.max(0, from - 6), from).replace(/[가-힣]+·$/, ''))) return null
    const particle = text.slice(found.end, end)
    if (
      particle === '의' ||
      particle === '에' ||
      particle === '에서' ||
      particle === '로' ||
      particle === '으로' ||
      particle === '와' ||
      particle === '과'
    )
      return null
    return { unit: found.unit, touching: true }
  }
  return null
}
