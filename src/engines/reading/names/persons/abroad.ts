import { isBusinessTitle, isTitle } from '../../gazetteer/people.ts'
import type { Span } from '../../reading.ts'
import type { Word } from '../../words.ts'
import { type NameCandidate, spaced } from '../candidate.ts'

const HEADED = /\((?:공동|각자)?(?:대표이사|대표|CEO|회장|사장)\s?:?\s?([가-힣]{2,6} [가-힣]{1,6})(?=[,)])/g

/** "하이나(CEO 레이먼드 가람)", "나래가스(대표 윌리엄 송)": a head of two words, in brackets behind the firm. */
export function headsAbroad(text: string, { start, end }: Span, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(HEADED)) {
    const name = match[1]!
    if (name.split(' ').some((word) => isTitle(word))) continue
    const to = start + match.index + match[0].length
    const from = to - name.length
    names.push({ kind: 'person', start: from, end: to, value: name, certainty: 0.75, rule: 'person:head-abroad' })
    words.forEach((word, k) => {
      if (word.start >= from && word.end <= to) taken[k] = 1
    })
  }
}

/** Given names (이름) of the West as the press writes them: no Korean word begins a name with them. */
const GIVEN = new Set(
  (
    '마이클 미하엘 에드워드 제임스 로버트 데이비드 윌리엄 리처드 토머스 토마스 찰스 크리스토퍼 크리스티안 크리스 다니엘 대니얼 매튜 앤서니 안토니오 스티븐 스티브 앤드루 앤드류 케네스 조지 조슈아 케빈 브라이언 로널드 티모시 제이슨 제프리 제프 라이언 제이콥 니컬러스 니콜라 에릭 조너선 래리 저스틴 스콧 ' +
    '프랭크 프랑크 벤저민 그레고리 새뮤얼 레이먼드 패트릭 파트리크 알렉산더 알렉산드르 데니스 제리 피터 페터 클라우스 볼프강 위르겐 피에르 프랑수아 필립 필리프 미셸 마리오 카를로스 호세 안드레아스 마르틴 슈테판 마르쿠스 올리버 요하네스 게르하르트 헬무트 장마르크 로랑 티에리 마리아 안나 엘리자베스 ' +
    '제니퍼 린다 바버라 수전 캐서린 사라 카렌 낸시 산드라 블라디미르 세르게이 드미트리 이반 안드레이 다비드 마틴 마르탱 파올로 파울로 폴 마크 마이크 존 잭 톰 팀 밥 데이브 앨런 앨버트 알렉스 알렉산드라 애덤 아담 벤 브렛 브루스 캐롤 클레어 콜린 크레이그 더글러스 데릭 딘 에밀리 에마 에이미 프레드 게리 개리 글렌 그레이엄 한스 헨리 허버트 휴고 이언 제이 제인 제니 짐 조 조나단 조셉 조엘 줄리아 칼 카를 키스 켄 로라 로런스 루이 루카스 루이스 마누엘 마르코 마이크 닐 니콜라스 나탈리 올라프 오마르 파스칼 필 라파엘 라울 레이 레네 로드 로저 로만 러셀 샘 시몬 사이먼 스테판 스테파노 스튜어트 테리 토니 토드 트레버 빅토르 빈센트 월터 웨인 알베르토 로베르토 프란체스코 조반니 마시모 구스타프 라스무스 헨리크 스벤 라르스 얀 요한 프레드리크'
  ).split(' '),
)

/** "마이클 누리 새벽테크 대표", "에드워드 새솔 부사장은": a given name of the West, the family name after it, and a title that closes them. */
export function westerners(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i + 2 < words.length; i++) {
    const given = words[i]!
    const family = words[i + 1]!
    if (taken[i] || taken[i + 1] || !GIVEN.has(given.text) || !spaced(text, given, family)) continue
    if (!/^[가-힣]{1,6}$/.test(family.text) || isTitle(family.text) || /[은는을를에의]$/.test(family.text)) continue
    // "다비드 피에르 누리": a second given name
    let last = i + 1
    const after = words[i + 2]!
    if (GIVEN.has(family.text) && after.cls.kind === 'unknown' && /^[가-힣]{2,6}$/.test(after.text) && spaced(text, family, after)) last = i + 2
    let title = last + 1
    while (title < last + 4 && words[title] !== undefined && spaced(text, words[title - 1]!, words[title]!) && !isTitle(words[title]!.cls.stem))
      title++
    const closing = words[title]
    if (closing === undefined || !isTitle(closing.cls.stem) || !spaced(text, words[title - 1]!, closing)) continue
    names.push({
      kind: 'person',
      start: given.start,
      end: words[last]!.end,
      value: text.slice(given.start, words[last]!.end),
      certainty: 0.85,
      rule: 'person:abroad',
    })
    taken[i] = taken[i + 1] = taken[last] = 1
    const firm = words[title - 1]!
    if (
      title !== last + 2 ||
      taken[last + 1] ||
      !isBusinessTitle(closing.cls.stem) ||
      (firm.cls.kind !== 'unknown' && firm.cls.kind !== 'weak-organisation')
    )
      continue
    names.push({ kind: 'organisation', start: firm.start, end: firm.end, value: firm.text, certainty: 0.75, rule: 'organisation:employer' })
    taken[last + 1] = 1
  }
}

/** Whether a sentence may hold such a name: a title is asked for before. */
export const mayHoldWesterner = (words: readonly Word[]): boolean => words.some((word) => GIVEN.has(word.text))
