import { describe, expect, test } from 'vitest'
import { findOutlet, findTitle } from './header.ts'
import { findPublished, findYear } from './published.ts'
import { readDocument } from './read-document.ts'
import { splitSentences } from './sentences.ts'

describe('findPublished', () => {
  const valid: readonly (readonly [string, string])[] = [
    ['기사 메일전송\n  • 기사등록 2021-01-27 16:23:10\n본문이다.', '2021-01-27'],
    ['2024.11.28 오전 10:20 | (경남=취재팀)\n본문이다.', '2024-11-28'],
    ['2017/07/27\n제목\n본문이다.', '2017-07-27'],
    ['2022.01.17 | 중소벤처기업부\n본문이다.', '2022-01-17'],
    ['보도자료\n배포 2024. 3. 5.(화)\n본문이다.', '2024-03-05'],
    ['제목\n\n2023-04-05     손봉선 기자\n본문이다.', '2023-04-05'],
    ['제목\n본문이다.\n김민범 기자\n2021-03-12 09:30\n동아닷컴', '2021-03-12'],
    ['기사입력 2024-06-10 18:02:11\n본문이다.', '2024-06-10'],
    ['페이지 정보\n작성일23-12-12 05:06 조회2회\n본문이다.', '2023-12-12'],
    ['제목\n본문이다.\n조감도.[사진=새벽시] 2021.05.06 garam@nuri.example |\n본문이다.', '2021-05-06'],
  ]
  test.each(valid)('%j was published on %s', (text, day) => {
    expect(findPublished(text)?.date).toBe(day)
  })

  const invalid: readonly string[] = [
    '시는 2021년 3월 12일 협약을 맺었다.',
    '추진현황\n2015.06.16.\n토지 취득 완료\n2015.11.02.\n공사 착공',
    '제목\n본문이다.',
    '접수는 2024-02-01부터다.',
    '',
  ]
  test.each(invalid)('%j does not say when it was published', (text) => {
    expect(findPublished(text)).toBeNull()
  })

  test('the span cuts out the date', () => {
    const text = '기사등록 2021-01-27 16:23:10'
    const found = findPublished(text)!
    expect(text.slice(found.start, found.end)).toBe('2021-01-27')
  })
})

describe('findOutlet', () => {
  test.each([
    ['[기계신문] 새솔시는 오늘 밝혔다.', '기계신문'],
    ['[더팩트ㅣ광주=이종행 기자] 새솔시는', '더팩트'],
    ['(전주=뉴스1) 김민수 기자 = 전북도가', '뉴스1'],
    ['본문이다.\n저작권자 © 남도일보 무단전재 금지', '남도일보'],
    ['본문이다.\n2021-03-12 09:30\n동아닷컴', '동아닷컴'],
  ] as const)('%j is from %s', (text, name) => {
    expect(findOutlet(text)?.name).toBe(name)
  })
  test('a page that does not say has none', () => {
    expect(findOutlet('새솔시는 300억 원을 투자한다.')).toBeNull()
    expect(findOutlet('본문이다.\n저작권자 ⓒ 무단전재 금지')).toBeNull()
  })
})

describe('findTitle', () => {
  test('page furniture is passed over', () => {
    const text = '보도자료\n2024-03-05\n새솔시, 300억 원 투자 유치\n새솔시는 오늘 협약을 맺었다.'
    expect(findTitle(text, splitSentences(text))?.text).toBe('새솔시, 300억 원 투자 유치')
  })
  test.each([
    ['경제 > 기업\n새솔 조선, 솔숲에 120억', '새솔 조선, 솔숲에 120억'],
    ['(단위: 억원, 명)\n2025년 투자유치 현황\n새솔조선 | 120 | 30', '2025년 투자유치 현황'],
    ['증권 | 17:12 | 가 가\n새솔화학, 솔숲에 새 공장', '새솔화학, 솔숲에 새 공장'],
    ['정치 경제 사회 스타트업\n솔숲시 창업펀드 더 모았다', '솔숲시 창업펀드 더 모았다'],
    ['정치 / 지방선거 2014.03.03 16:05\n정하늘 일자리 공약', '정하늘 일자리 공약'],
    ['솔숲부 보도참고자료 / 배포 2013.12.09\n산업단지 다섯 곳 새로 지정', '산업단지 다섯 곳 새로 지정'],
    ['솔숲시, 산단 > 항만 잇는 길 낸다… 내년 착공\n시는 길을 낸다.', '솔숲시, 산단 > 항만 잇는 길 낸다… 내년 착공'],
  ])('%j: where one is on a site is no title', (text, title) => expect(findTitle(text, splitSentences(text))?.text).toBe(title))
  test('what is spoken has none', () => {
    const text = '입력 2009-11-30 18:42\n[앵커]\n솔숲공단의 물류센터가 오늘 첫 삽을\n떴습니다.'
    expect(findTitle(text, splitSentences(text))).toBeNull()
  })
  test('a document that begins with a sentence has no title', () => {
    const text = '새솔시는 오늘 협약을 맺었다.'
    expect(findTitle(text, splitSentences(text))).toBeNull()
  })
})

describe('a day in a short header line', () => {
  test.each([
    ['솔숲시, 내년 예산 편성\n솔숲=너른신문 2026년 4월 28일\n\n솔숲시가 예산을 냈다.', '2026-04-28'],
    ['솔숲시의회 답변 요지 (2026.03.26.)\n[질문] 터 활용은?', '2026-03-26'],
    ['솔숲군 지원 확대\n2026. 1. 15. 들녘소식\n솔숲군이 지원을 늘린다.', '2026-01-15'],
  ])('%j was published on %s', (text, day) => expect(findPublished(text)?.date).toBe(day))
  test.each([
    '솔숲산업단지 2027년 3월 1일 준공 예정\n면적 12만㎡',
    '접수 기간 2026. 3. 2.까지\n문의 지원팀',
    '솔숲시는 2026년 4월 28일 협약을 맺었다.\n규모는 30억원이다.',
    '2026.03.02. ~ 2026.04.05. 공모\n지원 사업',
    '기술지원센터 건립\n2014-01-01\n2018-08-30\n281억원',
    '사업 조성\n2024-07-01 개관\n2025-02-17 계약 해지\n2025-07-27 철수',
  ])('%j has no day of its own', (text) => expect(findPublished(text)).toBeNull())
})

describe('the year of a paper without a day', () => {
  test.each([
    ['솔숲시 2024년 주요 업무계획\n과제 1. 산단 조성', 2024],
    ['솔숲테크노파크 알림\n2021년 위기지역 기업센터 운영사업 참여기업 모집\n1. 대상', 2021],
    ['솔숲시민회 점검노트 (2025년 2분기)\n번호 / 약속 / 확인한 것', 2025],
  ])('%j is of %d', (text, year) => expect(findYear(text)?.year).toBe(year))
  test.each(['2024년에 산단을 조성한다.', '솔숲산단 2027년 준공\n면적 12만㎡'])('%j is of none', (text) => expect(findYear(text)).toBeNull())
  test('years are counted from it, months and days are not', () => {
    const dates = readDocument('솔숲시 2024년 주요 업무계획\n올해 하반기 착공, 다음 달 공고, 작년 말 승인')
      .mentions.filter((m) => m.kind === 'date' && m.text !== '2024년')
      .map((m) => m.value)
    expect(dates).toEqual([{ from: '2024-07', to: '2024-12' }, null, '2023-12'])
  })
})
