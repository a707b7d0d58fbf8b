import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const found = (text: string): string[] =>
  readDocument(text, { published: '2024-05-09' }).commitments.map(({ indicator, value, unit }) => `${indicator.value} ${value} ${unit}`)

describe('which numbers are promised', () => {
  test.each([
    // ceilings of one who applies, and a programme's own sum
    ['다솔시는 공장구입자금을 최대 40억 원까지 낮은 이자로 빌려준다.', []],
    ['다솔시는 중소기업육성자금 870억 원을 지원한다.', ['budget 87000000000 KRW']],
    // which works a rule is for, and a work of that size
    ['위원회는 40만㎡ 이상 개발사업의 기간을 심의했다.', []],
    ['다솔시는 40만㎡ 규모의 산업단지 개발사업을 추진한다.', ['area 400000 m2']],
    ['총사업비 600억원 이상, 재정지원 350억원 이상인 신규사업이 조사 대상이다.', []],
    // what was sold, compared with and still to come
    ['지난해 423억원어치를 판 ㈜누리전자는 다솔시 한빛산단에 185억원을 들여 공장을 짓는다.', ['investment 18500000000 KRW']],
    ['다솔시의 2025년 예산은 3724억원이다. 2023년 3901억원과 견주면 4.5% 적다.', ['budget 372400000000 KRW']],
    // what firms asked for in a survey
    ['다솔시 수요조사에서는 기업들이 모두 183만㎡를 바랐다.', []],
    // one word behind the list
    [
      '㈜누리전자 공장이 돌아가면 생산 약 517억원, 신규고용 230여명의 유발 효과가 예상된다.',
      ['production_inducement 51700000000 KRW', 'employment_inducement 230 persons'],
    ],
    // sites that are built
    ['다솔시는 2028년까지 창업 지원 시설 47곳을 만들고 충전소 3개소를 더 짓는다.', ['other 47 sites', 'other 3 sites']],
    // by how much, how large each lot is, and the same land in the unit of old
    ['다솔시는 투자유치 목표를 당초 18조원에서 23조원으로 5조원 상향 조정했다.', ['investment 23000000000000 KRW']],
    ['다솔산단은 면적 210만㎡로 조성되며 공급규모는 3000평대에서 9000평대까지다.', ['area 2100000 m2']],
    // the county of Yesan is no budget
    [
      '㈜가온켐은 2026년까지 310억원을, ㈜누리전자는 예산 늘봄농공단지에 95억원을 각각 투자한다.',
      ['investment 31000000000 KRW', 'investment 9500000000 KRW'],
    ],
    // a headline cuts off the end of a figure
    [
      '다솔시 4년간 2조 들여 일자리 3만 개\n다솔시가 9일 혁신성장 계획을 발표했다. 2028년까지 2조7천300억원을 들여 일자리 3만4천120개를 만들겠다고 한다.',
      ['budget 2730000000000 KRW', 'jobs 34120 jobs'],
    ],
    // the headline says whose the cost of the body is
    [
      '㈜가온켐 2천억 투자, 다솔산단에 소재 공장\n다솔시와 ㈜가온켐이 9일 투자협약을 체결했다. 총 사업비 2천억 원은 두 번에 나눠 들어간다.',
      ['investment 200000000000 KRW'],
    ],
  ])('%s', (text, expected) => expect(found(text as string)).toEqual(expected))
})
