import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text).commitments.map(
    ({ indicator, value, subject, due, place, stage }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value} @${place.value ?? '-'}`,
  )
const stages = (text: string): string[] => readDocument(text).commitments.map(({ value, stage }) => `${value} ${stage.value}`)

describe('what a text turns to (화제의 전환)', () => {
  it('the site that an interviewer asks about is that of the answer, an area is not', () => {
    expect(read('Q. 새솔지구 11공구는 어떻게 되나.\nA. 가람바이오가 2030년까지 4,600억 원을 넣어 공장을 올리고 있습니다.')).toEqual([
      'investment 4600억 가람바이오 "2030" construction @새솔지구 11공구',
    ])
    expect(read('Q. 강릉 예산은 얼마나 되나.\nA. 강릉시는 내년에 54억 원을 씁니다.')).toEqual(['budget 54억 강릉시 null plan @강릉시'])
  })

  it('a member who asks in minutes is no candidate because the mayor was one', () => {
    expect(
      read(
        '강릉시의회 회의록\n○ 김나래 의원: 시장님께서 후보 시절 대기업 2곳을 유치하겠다고 하셨습니다.\n○ 시장 이다온: 강소기업 14개사에서 3,847억 원을 유치했습니다.',
      ).slice(1),
    ).toEqual(['firms 14 강릉시 null result @강릉시', 'investment 3847억 강릉시 null result @강릉시'])
  })

  it('each of several short pieces speaks of its own matter; its title says nothing twice', () => {
    expect(
      read(
        '의령군 소식\n▶ 분양 활기 - 지난주 ㈜가람이 새솔산단 1만6천㎡를 계약했다.\n▶ 작은 일자리 - 군은 3억 원을 들여 경력단절 여성 30명에게 여섯 달 동안 일자리를 준다.\n▶ 기금 112억 원 확보 - 군은 정부 평가에서 높은 등급을 받아 112억 원을 따냈다.',
      ),
    ).toEqual([
      'area 16000 ㈜가람 null contract @새솔산단',
      'budget 3억 의령군 null plan @의령군',
      'jobs 30 의령군 null plan @의령군',
      'budget 112억 의령군 null result @의령군',
    ])
  })

  it('"도는" beside a city that told first is the province; "군은" in a province\'s text the county of the address', () => {
    const text =
      '강원도와 강릉시는 14일 ㈜가람, ㈜나래와 투자협약을 맺었다고 밝혔다. ㈜가람은 새솔산단에 500억 원을, ㈜나래는 300억 원을 투자한다. 도는 이번 협약으로 모두 380개의 일자리가 생길 것으로 내다봤다.'
    expect(read(text).at(-1)).toMatch(/^jobs 380 강원도 /)
    expect(
      read('경상남도는 함안군 군북면에 새솔산업단지를 승인했다. 군은 32개 업체를 유치해 1천900여 명이 일하는 단지로 키울 방침이다.').map(
        (line) => line.split(' ')[2],
      ),
    ).toEqual(['함안군', '함안군'])
  })
})

describe('steps told in passing', () => {
  it('what is called off without a number is off in the next sentence, and the agreement told before it', () => {
    expect(
      stages(
        '강릉시는 2018년 한 사모펀드와 2조 4천억 원 규모의 관광단지 협약을 맺었다. 시는 지난 3월 협약 해지를 통보했다. 같은 해 새솔산단에 1,500억 원을 넣겠다던 회사도 방향을 틀었다.',
      ),
    ).toEqual(['2400000000000 cancelled', '150000000000 cancelled'])
  })

  it.each([
    ['1만 개를 만들겠다는 약속은 지금까지 7,300개의 일자리를 만들어 73%를 지켰다.', '7300 result'],
    ['㈜가람은 7천억원을 들인 라인을 올 4월 가동했다.', '700000000000 operation'],
    ['㈜가람은 새솔산단 18만㎡를 사기로 계약했다.', '180000 contract'],
    ['강릉시가 작년에 외국인투자 15억 달러를 했으니 올해는 더 늘려 잡았다.', '1500000000 result'],
    ['㈜가람은 15억 달러를 투자하겠다고 했으나 아직 집행액은 3억 달러 정도다.', '300000000 result'],
    ['강릉시 새솔산단에 들어온 6개 기업의 투자액이 2천500억원에 이르게 됐다.', '6 result'],
  ])('%s', (text, expected) => {
    expect(stages(text)).toContain(expected)
  })
})

describe('what does not turn', () => {
  it('labels of one matter under marks, and numbered items of a text that is no plan, go on about it', () => {
    expect(
      stages(
        '강릉시는 ㈜가람과 투자협약을 맺었다.\n▶ 투자규모 - ㈜가람은 새솔산단에 2028년까지 3,000억원을 들여 공장을 세운다.\n▶ 고용계획 - 공장이 서면 지역에서 모두 120명을 새로 뽑을 것으로 보인다.',
      ),
    ).toEqual(['300000000000 mou', '120 mou'])
    expect(read('강릉시는 새솔산단 공사에 들어갔다.\n1. 사업비 300억 원\n2. 면적 10만㎡').map((l) => l.split(' ').slice(-2).join(' '))).toEqual([
      'construction @새솔산단',
      'construction @새솔산단',
    ])
  })

  it('a fund that is raised is public money, one that invests is none', () => {
    expect(read('강릉시는 내년에 100억 원 규모의 창업펀드가 조성된다고 밝혔다.')[0]).toMatch(/^budget 100억 /)
    expect(read('강릉시는 한 사모펀드와 2조 4천억 원 규모의 관광단지 협약을 맺었다.')[0]).toMatch(/^investment 24000억 /)
  })

  it('what has been done so far is a result, what was to be done so far is none', () => {
    expect(stages('강릉시는 그동안 300억 원을 지원하기로 했다고 알려졌다.')).toEqual(['30000000000 plan'])
  })
})

describe('what is counted', () => {
  it.each([
    ['하나그룹 본사가 내년 이전을 끝내면 청라로 2,800명이 옮겨 옵니다.', 'jobs 2800'],
    ['강릉시는 기업 20곳을 끌어들여 2030년까지 1,000명이 일하는 밸리를 꾸민다.', 'jobs 1000'],
    ['○ 강릉시 향후계획\n - 하반기 10개사 7,000억원 추가 유치', 'investment 7000억'],
    ['지난해 산업통상자원부는 45개 기업에 2,015억원을 지원해 2조 8천억원의 투자를 이끌어냈다.', 'investment 28000억'],
    ['충주시는 땅을 늘린다. 오송 제3생명과학 국가산단의 사업비는 2조 3천억 원이다.', 'budget 23000억'],
  ])('%s', (text, expected) => {
    expect(read(text).some((line) => line.startsWith(`${expected} `))).toBe(true)
  })

  it.each(['사업자는 땅값 계약금 48억 원도 내지 못했다.', '㈜가람은 강릉에 본사를 둔 상장사로 작년에 매출 1조 7천억원, 종업원 1천100명을 기록했다.'])(
    '%s: nothing',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

describe('names of parks', () => {
  const names = (text: string): string[] => readDocument(text).mentions.flatMap((m) => (m.kind === 'place' ? [m.text] : []))
  it('a made name of two words before the kind of park, a village with its particle', () => {
    expect(names('탕정 테크노 일반산단에 30억 원을 쓴다.')).toEqual(['탕정 테크노 일반산단'])
    expect(names('우선 관내 국가산업단지에 30억 원을 쓴다.')).toEqual([])
    expect(names('㈜가람은 이미 완주테크노밸리 제2산단에 80억원을 들여 공장을 짓고 있다.')).toEqual(['완주테크노밸리 제2산단'])
    expect(names('포승읍 원정리에는 공장이 있다.')).toEqual(['포승읍 원정리'])
  })

  it('a numbered name of a trade, a trade before its measure, another part of the same park', () => {
    expect(names('오송 제3생명과학 국가산단은 412만㎡ 규모다.')).toEqual(['오송 제3생명과학 국가산단'])
    expect(names('시는 드림산단(171만㎡), 바이오헬스 국가산단(224만㎡)을 새로 만든다.')).toEqual(['드림산단', '바이오헬스 국가산단'])
    expect(names('10년 기다린 산단이 이제야 삽을 뜬다.')).toEqual([])
    expect(read('㈜가람은 새만금국가산단 5공구에 500억 원을 투자한다. ㈜나래는 같은 산단 6공구에 1,140억 원을 투자한다.')[1]).toMatch(
      /@새만금국가산단 6공구$/,
    )
  })
})

describe('news of several offices in turn (단신)', () => {
  const text = `전국 소식
◆ 속초시 = 시는 24일 대포농공단지에서 거점단지 착공식을 했다. 2026년까지 338억 원을 들여 가공공장을 짓는다.
◆ 고성군 = 토성면에 ㈜가람리조트가 지난 1일 문을 열었다. 2021년 착공해 1,150억 원이 들어갔다.`
  it('the mark and the name say whose each is, and what has opened took its money', () => {
    expect(read(text)).toEqual(['budget 338억 속초시 "2026" construction @대포농공단지', 'investment 1150억 ㈜가람리조트 null operation @토성면'])
  })

  it('"구미에서는 … 시가": the city that the sentence before opened with; land that lies idle is promised by nobody', () => {
    expect(
      read('안산시는 1천억 원 규모의 펀드를 만든다. 구미에서는 공장 터 8만8천㎡가 10년째 비어 있다. 시가 469억 원의 사업계획을 내놨다.').map((l) =>
        l.split(' ').slice(0, 3).join(' '),
      ),
    ).toEqual(['budget 1000억 안산시', 'budget 469억 구미시'])
  })
})

describe('chapters of a plan (업무계획)', () => {
  it('each begins anew, the title says that all is planned, and the figure of last year is none of it', () => {
    expect(
      read(
        "2025년 주요업무계획 (투자국)\n1. 기업하기 좋은 도시\n - 기업 간담회\n - 현장 방문\n - 음봉 디지털 일반산단: 2,870억 원, '27년 준공, 공정률 34%\n - 탕정 테크노 일반산단: 3,350억 원\n2. 일자리 2만 3천 개 창출(전년 2만 1,400개)",
      ).map((line) => line.replace(/ @.*/, '')),
    ).toEqual(['budget 2870억 - "2027" construction', 'budget 3350억 - "2025" plan', 'jobs 23000 - "2025" plan'])
  })

  it('the aims of a year on one line are due by it', () => {
    expect(readDocument('강릉시 투자유치\n◎ 2024년 목표: 250개 기업, 10조 원').commitments.map((c) => `${c.value} ${c.due.value}`)).toEqual([
      '250 2024',
      '10000000000000 2024',
    ])
  })
})

describe('what one of several has done', () => {
  it('says nothing of the next one, nor of what the office means to do', () => {
    expect(
      stages(
        '강릉시 새솔산단에서 바이오 업체 ㈜가람은 지난 3월 85억 원을 들여 공장을 지었고, 식품 기업 다원에프에스는 2월에 120억 원 규모의 증설 공사에 들어갔다. 김나래 시장은 "단지를 5만㎡ 더 넓히겠다"고 밝혔다.',
      ),
    ).toEqual(['8500000000 operation', '12000000000 construction', '50000 plan'])
  })

  it.each([
    ['강릉시에 같은 기간 들어온 업체는 11곳이다.', '11 result'],
    ['㈜가람은 28억 달러를 투자하겠다고 했다. 지금까지 이행한 투자가 18억 달러라고 밝혔다.', '1800000000 result'],
  ])('%s', (text, expected) => {
    expect(stages(text)).toContain(expected)
  })
})

describe('whose site it is', () => {
  it('the site of the next firm is not that of the one before, and a plant not where the office acts', () => {
    expect(
      read('대전시에서 LIG하우스는 건물을 넓히는 데 2,000억 원을, 가람에어로㈜는 둔곡지구 연구센터에 1,200억 원을 쓰기로 했다.').map(
        (l) => l.split('@')[1],
      ),
    ).toEqual(['대전', '둔곡지구'])
    expect(
      read(
        '전북 완주군은 봉동읍 구암리 일원에 2030년까지 6,270억원을 들여 산단을 만든다. 군은 20일 ㈜가람과 600억원을 투자하는 내용의 협약을 맺었다. 현대차 전주공장은 투자를 검토 중이나 시기는 확정되지 않았다. 유가람 군수는 "수소도시 조성에 3년간 406억원을 쓰겠다"고 했다.',
      ).at(-1),
    ).not.toContain('공장')
  })
})

describe('what is no commitment, and what is only a promise', () => {
  it('wished-for land, workers on leave, a total that is no firm', () => {
    expect(read('강릉시 새솔산단에 들어오려는 기업들이 요구한 면적은 188만㎡다.')).toEqual([])
    expect(read('㈜가람 강릉공장은 20일부터 가동을 멈췄고 종업원 350명이 휴직에 들어갔다.')).toEqual([])
    const table =
      '강릉시 점검표\n| 기업명 | 협약내용 |\n|---|---|\n| ㈜가람 | 130억원, 52명 |\n| ㈜나래 | 300억원, 70명 |\n| 합계 4개사 | 1,045억원, 262명 |'
    expect(readDocument(table).mentions.flatMap((m) => (m.kind === 'organisation' ? [m.text] : []))).toEqual(['㈜가람', '㈜나래'])
  })

  it.each([
    ['강릉시장은 취임 때 5년간 일자리 5만 개를 만들겠다고 약속했다.', '50000 pledge'],
    ['강릉시와 ㈜가람이 센터를 짓는다. 853억 원을 들여 올 12월 첫 삽을 떠 2027년 말 준공한다.', '85300000000 plan'],
    ['강릉시와 ㈜가람이 센터를 짓는다. 853억 원을 들여 지난 12월 첫 삽을 떠 2027년 말 준공한다.', '85300000000 construction'],
    ["○ 사 업 명: 강릉항 부두 사업\n○ 사업시행자: ㈜가람\n○ 총민간투자비: 3,012억원\n○ 공정현황: '24. 6월말 71.3%", '301200000000 construction'],
  ])('%s', (text, expected) => {
    expect(stages(text)).toContain(expected)
  })
})
