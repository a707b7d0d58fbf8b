import { NATIONAL } from './national.ts'

const canonical = new Map<string, string>()
for (const line of NATIONAL) {
  const names = line.split(' ')
  for (const name of names) if (!canonical.has(name)) canonical.set(name, names[0]!)
}

/** Broadcasters and agencies: organisations that report and do not invest. */
const MEDIA = new Set('KBS MBC SBS YTN JTBC EBS CBS TBC OBS 연합뉴스 연합뉴스TV 뉴시스 뉴스1 채널A MBN'.split(' '))

/** Whether a name is a broadcaster or a news agency. `isMedia('YTN') // => true` */
export const isMedia = (name: string): boolean => MEDIA.has(name)

/** The canonical name of a ministry or public body, by any of its spellings, or undefined. `publicBody('국토부') // => '국토교통부'` */
export const publicBody = (name: string): string | undefined => canonical.get(name)

/**
 * Large business groups (공시대상기업집단) whose name opens the names of their firms. Source: the Fair Trade Commission's public list.
 * Only names that open no everyday word.
 */
const GROUPS =
  '삼성 포스코 한화 롯데 두산 효성 에코프로 셀트리온 코오롱 하림 넥센 한국타이어 금호석유 이랜드 태광산업 동원산업 현대자동차 현대차 현대모비스 현대제철 현대건설 현대중공업 현대로템 현대위아 현대글로비스 현대엔지니어링 기아 네이버 쿠팡 아모레퍼시픽 대한항공 아시아나항공 에쓰오일 한온시스템 엘앤에프 율촌화학 대우건설 세아베스틸 오뚜기 풀무원 농심'.split(
    ' ',
  )
const groupsByFirst = new Map<string, string[]>()
for (const group of GROUPS) groupsByFirst.set(group[0]!, [...(groupsByFirst.get(group[0]!) ?? []), group])

/** Whether a word is a firm of a large group: the group's name, or that name and more. `isGroupFirm('삼성전자') // => true` */
export function isGroupFirm(word: string): boolean {
  const groups = groupsByFirst.get(word.charAt(0))
  if (groups === undefined) return false
  for (const group of groups) {
    if (!word.startsWith(group)) continue
    const rest = word.slice(group.length)
    if (
      rest === ''
        ? group.length > 2
        : rest.length > 1 && !/^(?:동|역|로|대로|교|중|초|고|병원|월드컵|적|화|센터|산|읍|면|리)|(?:으로?|부터|까지)$/.test(rest)
    )
      return true
  }
  return false
}
