import { areaByShortName } from '../gazetteer/areas.ts'
import { isMedia } from '../gazetteer/bodies.ts'
import { isCommonWord } from '../gazetteer/common.ts'
import { isEverydayNoun } from '../gazetteer/everyday.ts'
import type { Span } from '../reading.ts'
import type { Word } from '../words.ts'
import { type NameCandidate, spaced } from './candidate.ts'

/** "세종=한줄경제 남궁산 기자" with no brackets. */
const DESK = /^[가-힣·]{2,8}=([가-힣A-Za-z0-9]{2,8})\s[가-힣]{2,4}\s?(?:기자|특파원)/
export const MASTHEAD = /^\s*([가-힣A-Za-z]{3,9})\s[|ㅣ]\s?\d{4}[.년-]\s?\d{1,2}[.월-]\s?\d{1,2}[.일]?\s\d{1,2}:\d{2}/
const OUTLET = /^\s*[[(【]\s*([가-힣A-Za-z]{2,10}?)\s*(?:ㅣ|\||\s(?:[가-힣]{2,8}\s)?[가-힣]{2,4}\s?기자|\]|】)/

/** "CTN 뉴스 유다은입니다": a broadcaster's letters and what it sends. */
export function broadcasters(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  // "MBC뉴스 한누리입니다": the broadcaster goes by its letters
  for (let k = 0; k < names.length; k++) {
    const letters = names[k]!.kind === 'organisation' ? /^([A-Z]{3})뉴스$/.exec(names[k]!.value)?.[1] : undefined
    if (letters !== undefined && isMedia(letters)) names[k] = { ...names[k]!, value: letters }
  }
  for (let i = 0; i + 1 < words.length; i++) {
    const letters = words[i]!
    const news = words[i + 1]!
    if (
      /^(?!NEWS)[A-Z]{2,4}$/.test(letters.text) &&
      /^뉴스(?:데스크|투데이|라인|룸|광장|와이드|파노라마)$/.test(news.cls.stem) &&
      spaced(text, letters, news) &&
      !taken[i]
    ) {
      names.push({ kind: 'organisation', start: letters.start, end: letters.end, value: letters.text, certainty: 0.8, rule: 'organisation:dateline' })
      taken[i] = 1
      continue
    }
    if (!/^[A-Z]{2,4}$/.test(letters.text) || !/^(?:뉴스\d{0,2}|방송)$/.test(news.cls.stem) || !spaced(text, letters, news)) continue
    const end = news.start + news.cls.stem.length
    const known = names.findIndex((name) => name.start === letters.start)
    if (known >= 0) names.splice(known, 1)
    names.push({
      kind: 'organisation',
      start: letters.start,
      end,
      value: isMedia(letters.text) ? letters.text : text.slice(letters.start, end),
      certainty: 0.8,
      rule: 'organisation:dateline',
    })
    taken[i] = taken[i + 1] = 1
  }
}

/** "새벽--(누리와이어)--새벽시가": a press release on a wire. */
export function wires(text: string, { start, end }: Span, names: NameCandidate[]): void {
  const wire = /-\(([가-힣A-Za-z]{3,8})\)-/.exec(text.slice(start, Math.min(end, start + 40)))
  if (wire === null) return
  const from = start + wire.index + 2
  if (!names.some((one) => one.start < from + wire[1]!.length && one.end > from))
    names.push({ kind: 'organisation', start: from, end: from + wire[1]!.length, value: wire[1]!, certainty: 0.8, rule: 'organisation:dateline' })
}

/** "[더팩트ㅣ광주=…]", "[기계신문]", "(서울=연합뉴스)": the outlet in a dateline. */
export function outlets(text: string, { start, end }: Span, names: NameCandidate[]): void {
  const head = text.slice(start, Math.min(end, start + 40))
  const match = OUTLET.exec(head)
  if (match !== null && match[1] !== undefined) {
    const name = match[1]
    const bracketed = head.trimStart().startsWith('[') || head.trimStart().startsWith('【')
    if (
      bracketed &&
      !/^(?:관련|자막|많이|인기|최신|추천|주요|사회|경제|정치|지역|산업|인터뷰|종합|단독|속보|사진|르포|기획|특집|앵커|리포트|취임|현장|기자|공시|표|그림|자료|국제|문화|전국|포토|영상|카드뉴스|부고|인사|칼럼|사설|기고)/.test(
        name,
      ) &&
      !/^(?:기자|취재)/.test(name) &&
      (/[ㅣ|]|기자/.test(match[0]) ||
        /(?:신문|일보|뉴스|방송|닷컴|저널|타임스|타임즈|데일리|투데이|통신|경제|매일|팩트|미디어|헤럴드|TV|\d)$/.test(name))
    ) {
      const from = start + match[0].indexOf(name)
      names.push({ kind: 'organisation', start: from, end: from + name.length, value: name, certainty: 0.75, rule: 'organisation:dateline' })
    }
  }
  // "[가람경제 이누리]": an outlet and its reporter
  const signed = /^\s*\[([가-힣A-Za-z]{2,7}(?:경제|일보|신문|뉴스|투데이|데일리|타임스|통신)) [가-힣]{2,4}\]/.exec(head)
  if (signed !== null) {
    const from = start + signed[0].indexOf(signed[1]!)
    if (!names.some((one) => one.kind === 'organisation' && one.start < from + signed[1]!.length && one.end > from))
      names.push({
        kind: 'organisation',
        start: from,
        end: from + signed[1]!.length,
        value: signed[1]!,
        certainty: 0.7,
        rule: 'organisation:dateline',
      })
  }
  // "프라임경북 | 2024. 06. 18 19:20": the masthead, with the hour beside it
  const masthead = MASTHEAD.exec(head)?.[1]
  if (
    masthead !== undefined &&
    !isEverydayNoun(masthead) &&
    !isCommonWord(masthead) &&
    !/(?:입력|등록|승인|수정|작성|게시|배포|일시|부|과|팀)$/.test(masthead)
  ) {
    const from = start + head.indexOf(masthead)
    if (!names.some((one) => one.start < from + masthead.length && one.end > from))
      names.push({ kind: 'organisation', start: from, end: from + masthead.length, value: masthead, certainty: 0.6, rule: 'organisation:dateline' })
  }
  const desk = DESK.exec(head)
  if (desk !== null) {
    const from = start + desk[0].indexOf(desk[1]!, desk[0].indexOf('=') + 1)
    names.push({ kind: 'organisation', start: from, end: from + desk[1]!.length, value: desk[1]!, certainty: 0.8, rule: 'organisation:dateline' })
  }
  // "[누리일보=한가람기자]", "[누리일보=한가람 기자]": the outlet first, and who wrote it
  const own = /^[([【]([가-힣A-Za-z]{3,9})=[가-힣]{2,4}\s?기자[)\]】]/.exec(head)
  if (own !== null && areaByShortName(own[1]!) === undefined) {
    put(names, start + 1, own[1]!)
    return
  }
  // "[누리경제(대전)=한가람 기자]": the outlet's desk in brackets
  const desked = /^[([【]([가-힣A-Za-z]{3,9})\([가-힣]{2,4}\)=[가-힣]{2,4}\s?기자/.exec(head)
  if (desked !== null) put(names, start + 1, desked[1]!)
  const agency = /^[([【]([가-힣·]{2,8})=([가-힣A-Za-z0-9]{3,9})(?:[)\]】]|\s[가-힣]{2,4}\s?(?:기자|특파원))/.exec(head)
  if (agency !== null && !/(?:팀|부|국|본부)$/.test(agency[2]!)) {
    put(names, start + agency[0].indexOf(agency[2]!, agency[1]!.length), agency[2]!)
  }
}

/** The outlet in the place of whatever its word was taken for. */
function put(names: NameCandidate[], start: number, value: string): void {
  const end = start + value.length
  const known = names.findIndex((one) => one.start < end && one.end > start)
  if (known >= 0) names.splice(known, 1)
  names.push({ kind: 'organisation', start, end, value, certainty: 0.85, rule: 'organisation:dateline' })
}
