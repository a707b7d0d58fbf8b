import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string) =>
  readDocument(text, { published: '2025-03-02' }).commitments.map(
    (c) => [c.subject.value, c.indicator.value, c.value, c.stage.value, c.due.value] as const,
  )
const subjects = (text: string) => read(text).map(([subject, indicator]) => `${subject} ${indicator}`)

describe('who reports what several bring', () => {
  test('of a province and a county that sign with several firms, the one named first', () => {
    expect(
      subjects('경남도와 고성군은 4일 고성군청에서 ㈜가람소재 등 3개 기업과 총 210억 원을 투자해 90여 명을 고용하는 투자협약을 체결했다.'),
    ).toEqual(expect.arrayContaining(['경상남도 investment', '경상남도 jobs', '경상남도 firms']))
  })

  test('the province that tells it, not the county beside the firms', () => {
    expect(
      subjects('충남도는 6일 도청에서 예산군과 4개 기업이 총 880억원을 투자해 260명에게 일자리를 주기로 하는 내용의 투자협약을 체결했다고 밝혔다.'),
    ).toEqual(expect.arrayContaining(['충청남도 investment', '충청남도 jobs']))
  })

  test('jobs that the agreement of several brings are the office’s, not the first firm’s', () => {
    const all = subjects(
      '전남도는 5일 ㈜나래소재 등 4개 기업과 총 300억원 규모의 투자협약(MOU)을 체결했다고 밝혔다.\n이번 협약에 따라 140명의 신규 고용이 창출된다.\n㈜나래소재는 대불국가산단 1만㎡ 부지에 90억원을 투자한다.',
    )
    expect(all).toContain('전라남도 jobs')
    expect(all).toContain('㈜나래소재 investment')
  })
})

describe('시는 and 도는', () => {
  test('mean the office of that level, whichever is named more often', () => {
    const all = subjects(
      '부산시 강서구는 2일 ㈜다솜정밀 공장 준공식이 녹산산단에서 열렸다고 밝혔다. 강서구는 도로를 냈다. 강서구는 공원도 꾸몄다.\n부산시는 축하했다. 한편 시는 내년까지 300억원을 들여 물류센터를 조성한다.',
    )
    expect(all.at(-1)).toBe('부산시 budget')
  })
})

describe('how far a matter has come', () => {
  test('a place whose name holds a word of failing is not off', () => {
    expect(read('구례군은 두무산 풍력단지에 2030년까지 900억원을 투자한다.')[0]![3]).toBe('plan')
  })

  test('when works begin is not when they end', () => {
    expect(read('㈜가람소재는 120억원을 들여 올해 안에 착공, 내년 상반기 준공한다.')[0]![4]).toEqual({ from: '2026-01', to: '2026-06' })
    expect(read('고성군은 양수발전소(2조원)를 2027~2028년 착공을 목표로 추진하고 있다.')[0]![4]).toBe(null)
  })

  test('a term of office that has gone by since a day is no due', () => {
    expect(read('충남도는 2022년 7월 민선 8기 출범 이후 120개사에서 9조 1천억 원을 유치했다.').map((c) => c[4])).toEqual([null, null])
  })

  test('a ceremony of opening that was held is use', () => {
    expect(read('나주 혁신산단 ㈜라온기계 공장 준공식이 지난 15일 현지에서 열렸다. 라온기계는 80억원을 투자했다.').at(-1)![3]).toBe('operation')
  })
})

describe('names that only stand by', () => {
  test('who organised the day is not the one who signs', () => {
    expect(
      subjects(
        '울산시는 9일 서울에서 산업통상자원부가 주최하고 한국무역투자진흥공사(KOTRA)가 주관한 행사에서 중국진출기업 4개사와 투자양해각서를 체결했다.',
      ),
    ).toEqual(['울산시 firms'])
  })

  test('a developer named as a role keeps only its own number', () => {
    expect(
      subjects(
        '정부는 7일 산업입지정책심의회를 열어 계획을 확정했다. 사업 시행자인 한국토지주택공사가 1단계로 120만㎡를 먼저 개발한다. 입주 기업은 40개 이상 유치할 계획이다.',
      ),
    ).toEqual(['한국토지주택공사 area', '정부 firms'])
  })

  test('amounts with their land in brackets go to the firms in turn', () => {
    expect(
      read('㈜가람소재와 ㈜나래테크는 각각 2000만 달러(1만5000㎡)와 900만 달러(8000㎡)를 투자해 오창산단에 공장을 세운다.').map((c) => [c[0], c[2]]),
    ).toEqual([
      ['㈜가람소재', 20_000_000],
      ['㈜가람소재', 15_000],
      ['㈜나래테크', 9_000_000],
      ['㈜나래테크', 8_000],
    ])
  })

  test('what counted firms gave up is told by the office', () => {
    const all = subjects(
      '충청북도가 최근 4년 동안 52개 기업에서 1조9천억원의 투자를 유치한 것으로 집계됐다. 반면 협약을 맺고도 투자를 포기한 기업이 8개사에 이르렀다. 날아간 투자액은 2100억원이다.',
    )
    expect(new Set(all.map((one) => one.split(' ')[0]))).toEqual(new Set(['충청북도']))
  })
})

describe('one work of several, and agreements told around it', () => {
  test('those who invest in one work have its first as their lead', () => {
    const all = subjects(
      '전라남도는 24일 완도군과 업무협약을 맺었다고 밝혔다.\n이번 사업에 투자하는 기업은 가람물산, 나래투자증권, ㈜다솜이다.\n이들 기업은 완도 약 40만㎡ 부지에 단지를 2037년까지 만들 계획이다.',
    )
    expect(all).toContain('가람물산 area')
  })

  test('firms that are counted giving up leave the sum of all as it was signed', () => {
    const all = read(
      '충북도와 투자 양해각서를 교환한 기업은 310개입니다. 이들 기업의 총 투자 예정액은 11조2천억원이지만 협약을 한 기업 중 25%인 78개 업체가 투자를 포기했습니다.',
    )
    expect(all.find((c) => c[1] === 'investment')?.slice(3)).toEqual(['mou', null])
    expect(all.find((c) => c[2] === 78)?.[3]).toBe('cancelled')
  })

  test('a signature that names the firm further on makes its plan signed', () => {
    const all = read(
      '㈜라온주형이 진해 남문지구 4,100㎡ 부지에 2028년까지 약 24억 원을 들여 스마트공장을 세운다.\n㈜라온주형은 2004년 중국에 나갔으나 국내복귀를 추진해 왔다.\n국내복귀기업이 들어오기는 이번이 처음이다.\n법이 고쳐져 입주할 수 있게 된 결과다.\n이와 관련, 28일 ㈜라온주형은 경남도, 창원시와 투자협약식을 가졌다.',
    )
    expect(all.map((c) => c[3])).toEqual(['mou', 'mou'])
  })

  test('the first step’s day is not the whole’s', () => {
    const all = read(
      '㈜가람셀은 2일 음성에서 공장 기공식을 열었다.\n㈜가람셀의 공장은 2100억 원을 들여 5만㎡ 규모로 짓는다.\n제1공장은 올해 하반기에 준공하며 150명의 새 일자리가 생긴다.',
    )
    expect(all.find((c) => c[1] === 'investment')?.[4]).toBe(null)
  })
})

describe('openings that a signature explains', () => {
  test('what the opening tells of a place is the firm’s that signs next', () => {
    const all = read(
      '(양평=누리통신) 김하늘 기자 = 경기 양평군에 90㎿ 규모의 데이터센터가 들어선다.\n양평군은 7일 군청에서 ㈜가람투자운용, ㈜나래필드 등과 이런 내용의 업무 협약을 체결했다.\n데이터센터는 2029년 완공을 목표로 건립될 예정이다.',
    )
    expect(all[0]?.slice(0, 2)).toEqual(['㈜가람투자운용', 'capacity'])
    expect(all[0]?.[3]).toBe('mou')
  })

  test('of bodies and a firm that sign together the firm invests', () => {
    const all = subjects(
      '강원도와 양양군, 주식회사 가람이\n양양군 서면 일원에 2,000억 원을 투자해\n온천개발사업을 추진하기로 협약을 맺었습니다.\n협약식에서\n세 기관은 2027년까지 2,000억 원을 들여,\n13만여 ㎡ 부지에\n리조트를 짓기로 약속했습니다.',
    )
    expect(all).toContain('주식회사 가람 area')
  })

  test('the investment of an agreement with counted firms is told by the office', () => {
    const all = subjects(
      '울산시는 6일 ㈜가람데이터, 나래에너지㈜, ㈜다솜그룹 등 4개 기업과 투자양해각서를 체결했다고 밝혔다. 투자 금액은 1조 6313억원이다.',
    )
    expect(all).toContain('울산시 investment')
  })

  test('steps that are listed end with the last', () => {
    const all = read(
      '㈜가람소재는 이번 협약에 따라 8,000억 원을 투자해 공장을 짓기로 했다. 공장 건립은 모두 2단계로 추진된다. 1단계는 2026년 상반기, 2단계는 2027년 말 준공을 목표로 한다.',
    )
    expect(all.find((c) => c[1] === 'investment')?.[4]).toBe('2027-12')
  })

  test('who is chosen to bid first has achieved nothing yet', () => {
    expect(read('㈜가람은 이번 공모에서 1조원 규모의 투자를 제안해 우선협상대상자로 선정됐다.')[0]?.[3]).toBe('plan')
  })
})

describe('whose text it is', () => {
  test('a ministry’s text that names cities only as places is the ministry’s', () => {
    const all = subjects(
      '강원·전남에 특구가 추가로 지정됐다. 약 2조원 규모로 예상되는 기업 투자를 지원한다.\n산업통상자원부는 26일 강원·전남 2개 특구를 지정 고시했다고 밝혔다.\n이번에 투자 계획이 제시된 삼척시와 강릉시에 총 45만1000평을 지정했다.',
    )
    expect(all.map((one) => one.split(' ')[0])).toEqual(['산업통상자원부', '산업통상자원부'])
  })

  test('what is told between a signature and "이번 협약에 따라" is signed', () => {
    const all = read(
      '전라남도가 500억 원 규모의 투자협약을 맺었습니다.\n고흥산단에는 자동차산업 2개 기업이 300억 원 대 투자에 나서는 등 6개 기업과 560억원의 투자를 유치했습니다.\n이번 협약에 따라 투자가 이뤄지면 고흥 등지에 2백여명의 신규 일자리가 창출될 전망입니다.',
    )
    expect(all.map((c) => c[3])).not.toContain('result')
  })
})

test('what is built in another province is that province’s', () => {
  const all = subjects(
    '광주시와 전남도의 핵심 전략산업이 15일 국가산업단지 후보지로 뽑혔다.\n광주시는 들뜬 분위기다.\n고흥 우주발사체 국가산단은 고흥군 봉래면 일원에 2030년까지 2800억 원을 들여 143만 ㎡ 규모로 조성된다.\n전남도는 반겼다.',
  )
  expect(all).toEqual(['전라남도 budget', '전라남도 area'])
})
