import { slot } from '../commitments/draft.ts'
import type { DateValue, Slot, Span, Stage } from '../reading.ts'

/** One record of a list without labels (사업 카드): its name, where it is, how far it has come, its days. */
export interface Card extends Span {
  readonly name: Span
  readonly place: Slot<string>
  readonly stage: Slot<Stage> | null
  readonly due: Slot<DateValue> | null
  readonly begin: Slot<string> | null
  readonly subject: Slot<string> | null
}

const PROVINCE = /^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)[가-힣]{0,6}\s/
/** "서귀포시 성산읍 온평리 일원", "강서구 미음·송정동 일원", "한들구 가람산단 내": a line that is nothing but an address. */
const ADDRESS =
  /^[가-힣]{1,4}(?:시|군|구)\s(?:[가-힣0-9·,]{1,12}\s){0,3}(?:[가-힣0-9·]{1,14}(?:읍|면|동|리|가|로|길)|[가-힣0-9A-Za-z&·]{1,20}(?:단지|산단|지구|구역|타운)(?=\s?(?:내|일원|일대|[\d(,])))(?=$|[\s(,])/
/** What may stand behind it. */
const BEHIND =
  /^(?:\s?(?:일원|일대|내|일부|인근|외\s?\d?곳?|부지))?(?:,?\s?(?:산\s?)?[A-Z]?[\d-]+(?:번지|번길)?)?(?:\s?일원)?(?:,?\s?\([^()]{1,30}\))?(?:[,\s][가-힣A-Z0-9\s-]{1,20})?$/
/** "전남 해남군", "경상남도 창원시": a province and its city alone. */
const CITY =
  /^(?:서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|경남|제주|충청[남북]|전라[남북]|경상[남북])(?:특별자치도|특별시|광역시|도|시)?\s[가-힣]{1,4}(?:시|군|구)$/
const LONGEST_ADDRESS = 50
/** A tag beside the name: 교통, 관광, 추진중. */
const LONGEST_TAG = 8
const MOST_TAGS = 3
const LONGEST_NAME = 44

const STATUS: readonly (readonly [RegExp, Stage])[] = [
  [/^(?:사업\s?)?(?:중단|취소|무산|백지화|보류|철회)(?:됨)?$/, 'cancelled'],
  [/^(?:공사|건설|시공|조성|건립)\s?중$|^착공$/, 'construction'],
  [/^(?:운영|가동|영업|입주)\s?중$|^(?:공사|사업|준공|조성|건립)?\s?(?:완료|준공|완공|개장|개관)$/, 'operation'],
  [/^(?:협약|협약\s?체결|MOU)$/, 'mou'],
  [/^(?:추진|진행|계획|구상|검토|협의)\s?(?:중|단계)?$|^(?:계획|예정)$/, 'plan'],
]

/** The stage that a tag names. `statusOf('운영중') // => 'operation'` */
export function statusOf(words: string): Stage | null {
  for (const [pattern, stage] of STATUS) if (pattern.test(words)) return stage
  return null
}

/** "시설 건립☞공사완료", "산단 조성 (공사중)": a status behind the name. */
const MARKED = /(?:[☞▶:|]\s?|\s?[([【])([가-힣 ]{2,8})[)\]】]?$/

function addressOf(text: string, { start, end }: Span): Slot<string> | null {
  if (end - start > LONGEST_ADDRESS) return null
  const line = text.slice(start, end)
  if (CITY.test(line)) return slot(line, { start, end }, 'place:card')
  const own = ADDRESS.test(line)
  const province = own ? 0 : (PROVINCE.exec(line)?.[0].length ?? 0)
  const found = ADDRESS.exec(line.slice(province))
  if (found === null || !BEHIND.test(line.slice(province + found[0].length))) return null
  const to = start + province + found[0].length
  return slot(text.slice(start, to), { start, end: to }, 'place:card')
}

const DAY = /^(\d{4})[.\-/](\d{1,2})(?:[.\-/](\d{1,2}))?\.?$/
const dayOf = (words: string): string | null => {
  const found = DAY.exec(words)
  return found === null ? null : [found[1], found[2]!.padStart(2, '0'), ...(found[3] === undefined ? [] : [found[3].padStart(2, '0')])].join('-')
}

/** "2027~2028년 순차 입주 목표", "2026년 말 첫 입주 개시": when a record says that people move in or works end. */
const ENDS =
  /^(20\d\d)(?:\s?[~∼～-]\s?(20\d\d))?년(?:\s?(말|전후|경))?\s(?:[가-힣]{1,3}\s)?(?:입주|준공|완공|개통|개장|가동)(?![가-힣]*(?:했|됐|완료))/

function endIn(words: string, line: Span): Slot<DateValue> | null {
  const found = ENDS.exec(words)
  if (found === null) return null
  const value = found[2] !== undefined ? { from: found[1]!, to: found[2] } : found[3] === '말' ? `${found[1]}-12` : found[1]!
  return slot<DateValue>(value, { start: line.start, end: line.start + found[0].length }, 'due:card')
}

/** Works that a line of a record says have begun. */
const BEGUN = /착공\s?(?:완료|했|함(?=$|[.,\s]))|공사\s?중/
/** What is done, not who does it: "조기 착공 추진". */
const DEED =
  /^(?:착공|준공|건립|조성|개발|투자|사업|계획|공모|검토|협의|설계|용역|확대|유치|신설|증설|이전|공동|민간|공공|직접|자체|계속|신규|정상|신속|우선|지속|전면|본격|적극|순차|단계적?)$/

/** "JDC 추진.", "가람개발 투자.": who is behind it, in a note of two words. */
const BY = /(?:^|[.\s]\s?)([가-힣A-Za-z()㈜]{2,14})\s(?:추진|투자|시행|조성|개발|운영|주관)(?=\.(?:\s|$)|$)/

/**
 * Records of a list that gives each its name, its address and its numbers on lines without labels, as maps and registers of projects do.
 * Two addresses on lines of their own make such a list; a label before an address makes it a sheet, which is read elsewhere.
 */
export function readCards(text: string, lines: readonly Span[]): Card[] {
  const addresses: { at: number; place: Slot<string> }[] = []
  // where a label or a column says 위치, a sheet or a table is read
  if (
    lines.some(
      ({ start, end }) => end - start <= 24 && /^[^가-힣]*(?:위\s?치|소\s?재\s?지|대상지|사업지)(?=\s*(?:$|[:：|(\t]))/.test(text.slice(start, end)),
    )
  )
    return []
  lines.forEach((line, at) => {
    const place = line.end - line.start > LONGEST_ADDRESS ? null : addressOf(text, line)
    if (place !== null && at > 0) addresses.push({ at, place })
  })
  if (addresses.length < 2) return []
  const heads = addresses.map(({ at }) => headOf(text, lines, at))
  if (heads.filter((head) => head !== null).length < 2) return []
  const out: Card[] = []
  addresses.forEach(({ at, place }, k) => {
    const head = heads[k]
    if (head == null) return
    const next = heads.slice(k + 1).find((other) => other != null)
    const last = next == null ? lines.length : next.at
    out.push(cardOf(text, lines, head, at, last, place))
  })
  return out
}

interface Head {
  readonly at: number
  readonly stage: Slot<Stage> | null
}

const WORDS_OF_LABEL = /^(?:위\s?치|소재지|주소|장소|대상지|사업\s?위치|입지|지역)$/

/** The name above an address and the tags between the two. */
function headOf(text: string, lines: readonly Span[], at: number): Head | null {
  let stage: Slot<Stage> | null = null
  for (let i = at - 1; i >= Math.max(0, at - 1 - MOST_TAGS); i--) {
    const line = lines[i]!
    const words = text.slice(line.start, line.end)
    if (WORDS_OF_LABEL.test(words) || /[:：]$|[다요]\.$/.test(words) || words.length > LONGEST_NAME) return null
    const status = statusOf(words)
    if (status !== null) stage ??= slot(status, line, 'stage:card')
    else if (words.length > LONGEST_TAG || i === at - 1 - MOST_TAGS || !isTag(text, lines, i)) {
      const marked = MARKED.exec(words)
      const said = marked === null ? null : statusOf(marked[1]!.trim())
      return { at: i, stage: said === null ? stage : slot(said, line, 'stage:card') }
    }
  }
  return null
}

/** A short line is a tag where a longer name or another tag stands above it; else it is the name itself. */
const isTag = (text: string, lines: readonly Span[], i: number): boolean => {
  const above = lines[i - 1]
  if (above === undefined) return false
  const words = text.slice(above.start, above.end)
  const own = text.slice(lines[i]!.start, lines[i]!.end)
  return /^[가-힣]{2,4}$/.test(own) && !/^[\d,.]+|[.。]$/.test(words) && words.length <= LONGEST_NAME
}

function cardOf(text: string, lines: readonly Span[], head: Head, at: number, last: number, place: Slot<string>): Card {
  const days: Slot<string>[] = []
  let subject: Slot<string> | null = null
  let ends: Slot<DateValue> | null = null
  let begun: Slot<Stage> | null = null
  for (let i = at + 1; i < last; i++) {
    const line = lines[i]!
    const words = text.slice(line.start, line.end)
    const day: string | null = words.length > 12 ? null : dayOf(words)
    if (day !== null) days.push(slot(day, line, 'due:card'))
    const by: RegExpExecArray | null = subject === null && words.length < 120 ? BY.exec(words) : null
    if (words.length <= 40) ends ??= endIn(words, line)
    if (begun === null && words.length <= 120 && BEGUN.test(words)) begun = slot<Stage>('construction', line, 'stage:card')
    if (by !== null && !DEED.test(by[1]!)) {
      const from: number = line.start + by.index + by[0].indexOf(by[1]!)
      subject = slot(by[1]!, { start: from, end: from + by[1]!.length }, 'subject:card')
    }
  }
  // "2014-01-01 / 2018-08-30": when it began and when it ends
  const [begin, due] = days.length === 2 && days[0]!.value <= days[1]!.value ? days : [null, null]
  return {
    start: lines[head.at]!.start,
    end: lines[last - 1]!.end,
    name: lines[head.at]!,
    place,
    stage: head.stage ?? begun,
    due: due ?? ends,
    begin: begin ?? null,
    subject,
  }
}
