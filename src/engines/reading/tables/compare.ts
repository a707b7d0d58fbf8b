import { remembered } from '../remembered.ts'

/** Labels of rows that add up the others. */
const TOTAL = /^(?:합\s*계|총\s*계|소\s*계|누\s*계|계|전\s*체|총합|총괄)(?:\s?\([^()]{1,10}\))?$/

/** Whether a row's label says that it adds up the others. `isTotal('합 계') // => true` */
export const isTotal = (words: string): boolean => TOTAL.test(words.trim())

/** A column of one stretch of time: "2024년", "'27안(B)", "2026 예산", "1분기", "2단계". */
const YEAR_HEAD =
  /^(?:[1-4]\s?(?:\/\s?4\s?)?분기|[1-9]\d?(?:단계|공구|구역|지구|블록|권역|라인|공장)|[1-9]차\s?(?:년도|연도))$|^(?:(?:19|20)\d\d|['‘’]\d\d)\s?(?:년도?)?\s?(?:예산안?|본예산|안|계획|실적|목표|이후|까지)?(?:\s?\([가-힣A-Z]{1,4}\))?$/

/** Whether a column is headed by a year or another stretch of time. */
export const isYear = (label: string): boolean => YEAR_HEAD.test(label)

const COMPARES =
  /^(?:당초|변경(?:전|후|안)?|기정|증감|증가|감소|공약|목표|실적|계획|누계|누적|현재|현황|이행|달성|완료|잔여|집행|전년도?|금년도?|당해|올해|지난해|작년|내년|전월|당월|상반기|하반기|기존|추가|신규|최종|향후|이전|이후|기투자|국비|도비|시비|군비|구비|지방비|민자|민간|자부담|기타|평균|최대|최소|남성?|여성?|내국인|외국인|신고|도착)(?:목표|실적|계획|금?액|규모|치|값|안|분)?$/

/** Whether a column compares or divides one measure, and so holds it in the unit of its row or of the table: 당초·변경, 공약·실적, 국비·도비. `compares('변경') // => true` */
export const compares = remembered((label: string): boolean => COMPARES.test(label.replace(/[\s·]|\([A-Z]\)$/g, '')))

/** Where a change begins and what it comes to: figures that nobody promises. */
const BASELINE = /^(?:당초|기정|변경\s?전|증[\s·]?감|기존|전년|기준|현재|현황)/

/** Whether a column holds the state before a change, or the change alone. `isBaseline('당초') // => true` */
export const isBaseline = (label: string): boolean => BASELINE.test(label)

/** Numbers that only tell the order. `isRank('순위') // => true` */
export const isRank = (label: string): boolean => /순위|번호|^연번$|^순번$|^No\.?$|^NO\.?$|코드/.test(label)

/** What a condition or a price measures is promised by nobody: 지원한도, 최소 투자금액, 분양가격. `isCondition('최소 고용인원') // => true` */
export const isCondition = (label: string): boolean => /^최[소저]|하한|상한|한도|요건|조건|자격|금리|이율|단가|가격|^기준/.test(label)

/** A column of firms that holds their names, or how many they are: 협약기업. */
export const COUNTS_FIRMS = /(?:기업|업체|회사)$/
