import { areaByFullName, areaByShortName } from '../../gazetteer/areas.ts'
import { isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import { hasNameForm, isEverydayWord, isTitle } from '../../gazetteer/people.ts'
import type { Span } from '../../reading.ts'
import type { NameCandidate } from '../candidate.ts'

/** The line with the day of a report, and what else stands there: hours, counters, "입력", "지면 14면". */
export const STAMP = /(?:19|20)\d{2}\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}\s?[.일]?/
const FURNITURE =
  /(?:오전|오후)?\s?\d{1,2}:\d{2}(?::\d{2})?|(?:기사\s?|최초\s?|최종\s?)?(?:입력|수정|등록|승인|송고|작성|게시|배포|댓글|조회|추천|지면|보도)(?:일시|시간|시각|일)?\s?[:：]?\s?(?:\d+(?:면|건|개|회)?)?|\d{1,2}면|글자\s?크기.*$|\([월화수목금토일]\)|[월화수목금토일]요일/g
const NAME = /^[가-힣A-Za-z][가-힣A-Za-z0-9]{2,9}$/
const NO_OUTLET =
  /(?:과|부|팀|실|국|청|시|군|구|날|전|후|월|회|일자|일시|계획|(?:시행|고시|작성|기준|공고|신청|접수|행사|게시|개최|발표|배포|보도|방송)일|식|건|호|쪽|면|기자|착수|착공|준공|승인|고시|지정|예정|완료|취재본부|[은는을를에]|^[a-z]+)$/

/** How far from the head or the end of a text such a line stands. */
const HEAD = 320
const TAIL = 160
const LONGEST = 60

/** "2023-07-12 오후 3:15 | 새벽경제 배가람", "2025-04-01 들녘타임": the outlet beside the day of the report, and who wrote it. */
export function stampedOutlet(text: string, { start, end }: Span, body: string, names: NameCandidate[]): void {
  if (end - start > LONGEST || (start > HEAD && text.length - end > TAIL)) return
  const stamp = STAMP.exec(body)
  if (stamp === null) return
  const rest = body.replace(stamp[0], '|').replace(FURNITURE, '|')
  const pieces = rest.split(/[|ㅣ/·,[\]()<>▲]+/).filter((piece) => /[가-힣A-Za-z]/.test(piece))
  if (pieces.length !== 1) return
  const words = pieces[0]!.trim().split(/\s+/)
  const outlet = words[0]!
  const writer = words[1]
  if (words.length > 3 || !NAME.test(outlet) || NO_OUTLET.test(outlet)) return
  if (words.length > 1 && !(hasNameForm(writer!) && !isEverydayWord(writer!))) return
  if (words.length > 2 && !/^(?:기자|특파원)$/.test(words[2]!)) return
  if (
    isEverydayNoun(outlet) ||
    (isCommonCompound(outlet) && !/(?:투데이|일보|신문|뉴스|저널|데일리|타임스)$/.test(outlet)) ||
    isTitle(outlet) ||
    areaByFullName(outlet) !== undefined ||
    areaByShortName(outlet) !== undefined
  )
    return
  // a writer alone
  if (words.length === 1 && hasNameForm(outlet)) return
  add(names, start + body.indexOf(outlet), outlet, 'organisation', 'organisation:dateline')
  if (writer !== undefined) add(names, start + body.indexOf(writer, body.indexOf(outlet) + outlet.length), writer, 'person', 'person:byline')
}

function add(names: NameCandidate[], start: number, name: string, kind: 'organisation' | 'person', rule: string): void {
  const end = start + name.length
  if (names.some((one) => one.start < end && one.end > start)) return
  names.push({ kind, start, end, value: name, certainty: 0.7, rule })
}
