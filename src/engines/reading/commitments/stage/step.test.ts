import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const dues = (text: string): string[] =>
  readDocument(text, { published: '2024-05-09' }).commitments.map(
    ({ indicator, value, due }) => `${indicator.value} ${value} ${JSON.stringify(due.value)}`,
  )

describe('days of steps', () => {
  test('the day of the first step is not that of the second, nor of the whole', () => {
    expect(
      dues(
        '다솔시가 한빛동에 추진하는 도시첨단산업단지 1단계 공사가 내년에 시작된다. 1단계 사업 면적은 31만㎡이며 준공 시기는 2029년이다. 1단계에는 842억원이 들어간다. 1단계가 끝나면 2단계 55만㎡가 이어진다. 모두 한빛동 일대 86만㎡에 조성된다.',
      ),
    ).toEqual(['area 310000 "2029"', 'budget 84200000000 "2029"', 'area 550000 null', 'area 860000 null'])
  })

  test('the whole ends with the last of its steps', () => {
    expect(
      dues(
        '㈜가온켐은 늘봄면 솔빛일반산업단지에 4만2000㎡ 규모의 공장을 세운다. 1단계 2025~2026년 310억원, 2단계 2028~2029년 270억원을 투자한다.',
      )[0],
    ).toBe('area 42000 "2029"')
  })

  test('a sentence about one work gives one day', () => {
    expect(dues('㈜누리발전은 다솔시 한빛면에 18만㎡로 들어서는 단지에 2031년까지 7300억원을 투자해 640㎿급 설비를 갖춘다.')).toEqual([
      'area 180000 "2031"',
      'investment 730000000000 "2031"',
      'capacity 640 "2031"',
    ])
  })

  test('what goes on about a step is of the step', () => {
    expect(
      dues(
        '㈜한빛유통은 다솔산단에 물류센터를 짓는다. 1단계는 2만3천㎡ 규모로 2026년 하반기 문을 여는 것이 목표다. 투자금액은 310억 원이다. 2단계로는 11만㎡ 규모의 첨단센터를 세운다. 2029년 상반기 완공하며 투자금액은 1700억 원이다.',
      ),
    ).toEqual([
      'area 23000 {"from":"2026-07","to":"2026-12"}',
      'investment 31000000000 {"from":"2026-07","to":"2026-12"}',
      'area 110000 {"from":"2029-01","to":"2029-06"}',
      'investment 170000000000 {"from":"2029-01","to":"2029-06"}',
    ])
  })

  test('a day that was put off is no day', () => {
    expect(dues('다솔군은 총사업비 392억 원으로 한빛면 17만㎡ 터에 산업단지를 만든다. 올해 12월로 잡았던 준공 목표는 내년 10월로 미뤄졌다.')).toEqual(
      ['budget 39200000000 "2025-10"', 'area 170000 "2025-10"'],
    )
  })

  test('the day of finishing stands beside that of beginning, and holds for the money and the land before it', () => {
    expect(
      dues(
        '다솔도시공사는 한빛 일반산업단지 계획을 승인받았다고 밝혔다. 공사는 사업비 1300억원을 투입해 한빛면 일원에 66만㎡ 규모로 산단을 조성할 예정이다. 40개 회원사가 함께 입주한다. 공사는 2027년 준공을 목표로 올해 말까지 터 닦기를 착공할 예정이다.',
      ).slice(0, 2),
    ).toEqual(['budget 130000000000 "2027"', 'area 660000 "2027"'])
  })

  test('those who apply have a day of their own', () => {
    expect(dues('산업통상자원부는 6월까지 공모하는 수소 특화단지에 4800억원을 투입한다.')).toEqual(['budget 480000000000 null'])
  })
})
