import { expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2025-09-10' }).commitments.map(
    ({ indicator, value, subject, stage, place }) => `${indicator.value} ${value} ${subject.value ?? '-'} ${stage.value} @${place.value ?? '-'}`,
  )

it('a part of those that signed has given up, the rest stands', () => {
  expect(read('군산시와 협약한 기업은 70곳이다. 이 가운데 22곳이 이미 포기했습니다. 사라진 투자금이 5천7백억 원이다.')).toEqual([
    'firms 70 군산시 mou @군산시',
    'firms 22 군산시 cancelled @군산시',
    'investment 570000000000 군산시 cancelled @군산시',
  ])
})

it('a city of no list is told by its mayor or by the entries of a register', () => {
  expect(
    read('해온시 윤가람 시장이 임기 첫해를 채웠다. 지난해 7월 이후 23개 기업과 협약을 맺어 1조 3,400억 원의 투자를 약속받았다.').every((line) =>
      line.includes(' 해온시 '),
    ),
  ).toBe(true)
  expect(
    read(
      '공약 점검\n솔내군-03 / 부품단지 / 94억원으로 온실을 지어 문을 열었음 / 이행\n솔내군-07 / 돌봄센터 / 총 62억원으로 2026년 문을 연다는 답변을 받음 / 진행',
    ).every((line) => line.includes(' 솔내군 ')),
  ).toBe(true)
})

it('parks that share one line keep their numbers', () => {
  expect(
    read('국토교통부는 노후산단 재정비 예산을 43억 원에서 275억 원으로 늘린다.\n ○ 전주 제1산단: 75억 원.\n ○ 대전 제1·2산단: 150억 원.').at(-1),
  ).toMatch(/@대전 제1·2산단$/)
})

it('a railway that is newly laid is counted', () => {
  expect(read('강릉시 철도 계획\n길이: 모두 19.2㎞').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['other 19200'])
})

it('what another has done says nothing of this firm’s plan', () => {
  expect(
    read('㈜가람정밀은 2027년까지 공장에 2,400억 원을 투자하고 나래전자는 8천억 원을 들여 공장을 완공했다.').map((line) =>
      line.split(' ').slice(2, 4).join(' '),
    ),
  ).toEqual(['㈜가람정밀 plan', '나래전자 operation'])
})

it('a contract that is late is none yet', () => {
  expect(read('지난 3월 강릉시와 협약을 맺은 ㈜가람화학의 4천억 원대 투자는 본계약이 늦어지면서 연기됐다.')[0]).toContain(' mou ')
})

it('works of an office that attracts firms are its own', () => {
  expect(read('광양경제자유구역청은 이를 위해 세풍산단 2단계 59만㎡ 조성에 1,480억 원을 투입해 2026년 말 준공한다.').at(-1)).toMatch(/^budget /)
})

it('a rebuilding is no place', () => {
  expect(
    readDocument('산단 대개조, 창원이 앞장서야')
      .mentions.filter((m) => m.kind === 'place')
      .map((m) => m.text),
  ).toEqual(['창원'])
})
