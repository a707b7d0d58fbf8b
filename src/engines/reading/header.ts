import type { Span } from './reading.ts'

const OUTLET_ENDING = /(?:신문|일보|뉴스|방송|닷컴|저널|타임스|타임즈|데일리|투데이|통신|경제|매일|팩트|뉴시스|뉴스1)$/

/**
 * The outlet (매체) a document says it is from: a dateline in brackets, a copyright line, a last line that is only a name. Null where it does not say.
 *
 * `findOutlet('[기계신문] 새솔시는')?.name // => '기계신문'`
 */
export function findOutlet(text: string): { readonly name: string; readonly span: Span } | null {
  const head = text.slice(0, 4000)
  const dateline = /[[【]\s*([가-힣A-Za-z0-9]{2,10})(?:ㅣ|\||=|\s[가-힣]{2,4}\s?기자|\])/.exec(head)
  if (dateline !== null && !isFurniture(dateline[1]!) && (OUTLET_ENDING.test(dateline[1]!) || /ㅣ|\||기자/.test(dateline[0])))
    return at(dateline[1]!, dateline.index + dateline[0].indexOf(dateline[1]!))
  const agency = /[([][가-힣·]{2,8}=([가-힣A-Za-z0-9]{3,8})[)\]]/.exec(head)
  if (agency !== null && OUTLET_ENDING.test(agency[1]!)) return at(agency[1]!, agency.index + agency[0].lastIndexOf(agency[1]!))
  // "새벽매일 입력 2026.01.21", "들녘일보 기사승인 2025.09.18": the outlet opens the line of dates
  const opens = /(?:^|\n)\s?([가-힣A-Za-z0-9]{2,10})\s(?:기사\s?)?(?:입력|승인|등록|송고|최종|\d{4}[.년-])/.exec(head.slice(0, 600))
  if (opens !== null && OUTLET_ENDING.test(opens[1]!)) return at(opens[1]!, opens.index + opens[0].indexOf(opens[1]!))
  // "2026년 7월 1일 새벽신문 임하람 기자": the outlet after the day, before the writer
  const signed = /\d{4}\s?[년.-][^\n]{3,14}?\s([가-힣A-Za-z0-9]{2,10})\s[가-힣]{2,4}\s?기자/.exec(head.slice(0, 600))
  if (signed !== null && OUTLET_ENDING.test(signed[1]!)) return at(signed[1]!, signed.index + signed[0].lastIndexOf(signed[1]!))
  const tailAt = Math.max(0, text.length - 600)
  const tail = text.slice(tailAt)
  const copyright = /(?:ⓒ|©|Copyright\s?@?|저작권자)\s?(?!무단|전재|재배포|저작권)([가-힣A-Za-z0-9]{2,10})/i.exec(tail)
  if (copyright !== null && /[가-힣]/.test(copyright[1]!))
    return at(copyright[1]!, tailAt + copyright.index + copyright[0].lastIndexOf(copyright[1]!))
  const lines = tail.split('\n')
  let offset = text.length
  for (let i = lines.length - 1; i >= 0 && lines.length - i <= 3; i--) {
    const line = lines[i]!
    offset -= line.length
    const name = line.trim()
    if (name.length >= 2 && name.length <= 10 && OUTLET_ENDING.test(name) && !isFurniture(name)) return at(name, offset + line.indexOf(name))
    offset -= 1
  }
  return null
}

/** "첨단산업국 2025년 주요업무계획", "미래전략실 업무보고": the bureau whose paper this is. */
const BUREAU =
  /(?:^|\n)(?:20\d\d년도?\s)?([가-힣]{2,10}(?:국|실|본부|추진단|기획단|사업단))\s(?:20\d\d년도?\s)?(?:주요\s?)?업무\s?(?:추진\s?)?(?:계획|보고|현황)/

/**
 * The bureau (국·실·본부) that a plan of work names in its title. Null where none does.
 *
 * `findBureau('첨단산업국 2025년 주요업무계획')?.name // => '첨단산업국'`
 */
export function findBureau(text: string): { readonly name: string; readonly span: Span } | null {
  const title = BUREAU.exec(text.slice(0, 200))
  return title === null ? null : at(title[1]!, title.index + title[0].indexOf(title[1]!))
}

/** "관련뉴스", "댓글 많은 뉴스": what a page offers next. */
const isFurniture = (name: string): boolean => OFFERED.test(name)
const OFFERED = /(?:관련|주요|많은|인기|최신|추천|다른|포토|영상|지역|속보|실시간|자막|핫|톱|전체|오늘의)\s?뉴스$| (?:뉴스|방송|경제)$/

const at = (name: string, start: number): { name: string; span: Span } => ({ name, span: { start, end: start + name.length } })

/** Lines of page furniture before a title. */
const FURNITURE =
  /^(?:기사|본문|메인|로그인|홈|검색|입력|수정|등록|작성|•|▲|사업안내|보도시점|보도자료|배포|담당|문의|홈|공유|인쇄|스크랩|\d{4}[.\-/])/

/** "(단위: 억원, 명)": the units of a table. */
const UNITS = /^[([<［]\s?단위\s?[:：][^()[\]<>［］]{1,30}[)\]>］]$/

/** "경제 > 기업", "알림 ▸ 사업공고", "증권 | 17:12": where on a site the page stands (길), in short pieces. */
const TRAIL = /^[^.?!…“”‘’"']{1,20}?(?:\s?[>＞›▸»|｜]\s?[^.?!…“”‘’"'>＞›▸»|｜]{1,22})+$/
/** Sections of a paper, in a row or before the day. */
const SECTION =
  '(?:정치|경제|사회|문화|스포츠|국제|연예|오피니언|지방선거|지역|전국|과학|의료|증권|산업|기업|부동산|생활|교통|통계|스타트업|포토|영상|사설|칼럼|뉴스|홈)'
const SECTIONS = new RegExp(`^${SECTION}(?:일반)?(?:\\s?[/·ㆍ,]?\\s?${SECTION}(?:일반)?)*(?:\\s+\\d{4}[.년-].*)?$`)
/** What kind of paper it is, not what it says. */
const KIND =
  /^[가-힣 ]{0,14}(?:보도\s?참고\s?자료|참고\s?자료|해명\s?자료|설명\s?자료|보도\s?자료|카드\s?뉴스|시보|군보|도보|구보)(?:\s?요약)?(?:\s?\/\s?(?:배포|제공).*)?$/
/** "[앵커]", "◀ 앵커 ▶": what is spoken begins, and it has no title. */
const SPOKEN = /^[[<◀【(]\s?(?:앵커|아나운서|기자|리포트)\s?(?:멘트)?[\]>▶】)]$/

/** Whether a line only says where one is, or what kind of paper this is. */
const isTrail = (line: string): boolean => TRAIL.test(line) || SECTIONS.test(line) || KIND.test(line)

/**
 * The title (제목): the first line that is no page furniture and no sentence of the body, within the first eight lines. Null where there is none.
 *
 * `findTitle('새솔시, 공장 유치\n새솔시는 오늘…', [{ start: 0, end: 10 }])?.text // => '새솔시, 공장 유치'`
 */
export function findTitle(text: string, sentences: readonly Span[]): { readonly text: string; readonly span: Span } | null {
  for (const span of sentences.slice(0, 8)) {
    const line = text.slice(span.start, span.end)
    const opens = span.start === 0 || text.charCodeAt(span.start - 1) === 0x0a || text.charCodeAt(span.start - 1) <= 0x20
    if (SPOKEN.test(line.trim())) return null
    if (!opens || line.length < 6 || line.length > 120 || FURNITURE.test(line) || UNITS.test(line.trim()) || isTrail(line.trim())) continue
    if (/다\.$/.test(line)) return null
    return { text: line, span }
  }
  return null
}
