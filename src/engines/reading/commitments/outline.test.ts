import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2026-05-12' }).commitments.map(
    ({ indicator, value, subject, due, place, stage }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value} @${place.value ?? '-'}`,
  )

describe('papers in outline form (개조식)', () => {
  const PAPER = [
    '2026년 전남 해상풍력 산업 육성계획(안)',
    '□ 추진현황',
    ' ○ 자은1단지(96㎿) 상업운전 개시(’25.12월)',
    ' ○ 목포신항 배후단지 공장 유치: 3개사 4,120억원 MOU',
    '□ 2026년 중점과제',
    ' ① 공동접속설비 구축: 신안 임자도, 총 1조 4,200억원',
    '   - 1단계 2.1GW(’29년), 2단계 3.2GW(’31년)',
    ' ② 지원부두 확충',
    '   - 목포신항 배후부지 24만㎡ 개발',
    '   - 사업비 2,180억원(국비 1,526, 민자 654), 사업기간 2024~2027년',
    ' ③ 인력양성: 해상풍력 전문인력 연 500명 양성',
    '□ 소요예산: ’26년 612억원',
  ].join('\n')

  it('a plan that names nobody is the area of its title; each item has its own site, step, year and term', () => {
    expect(read(PAPER)).toEqual([
      'capacity 96 전라남도 "2025-12" operation @자은1단지',
      'firms 3 전라남도 null mou @목포신항 배후단지',
      'investment 4120억 전라남도 null mou @목포신항 배후단지',
      expect.stringMatching(/^budget 14200억 전라남도 .* plan @신안 임자도$/),
      'capacity 2100 전라남도 "2029" plan @신안 임자도',
      'capacity 3200 전라남도 "2031" plan @신안 임자도',
      'area 240000 전라남도 "2027" plan @목포신항',
      'budget 2180억 전라남도 "2027" plan @목포신항',
      'budget 1526억 전라남도 "2027" plan @목포신항',
      'investment 654억 전라남도 "2027" plan @목포신항',
      expect.stringMatching(/^other 500 전라남도 .* plan @전남$/),
      'budget 612억 전라남도 "2026" plan @전남',
    ])
  })

  it('chapters of one work go on about its site', () => {
    expect(read('새솔산단 조성사업 개요\n□ 위치: 강릉시 구정면 일원\n□ 면적: 62만㎡\n□ 사업비: 1,480억원\n□ 사업기간: 2024 ~ 2028년')).toEqual([
      expect.stringContaining('@강릉시 구정면'),
      expect.stringContaining('@강릉시 구정면'),
    ])
  })

  it('a table that an agreement leads to is of that agreement, whatever its title says', () => {
    const table = '(단위: 억원, 명)\n기업명 | 위치 | 투자액 | 고용\n가람정밀 | 창원국가산단 | 320 | 75\n나래테크 | 동전산단 | 150 | 40'
    expect(read(`1분기 창원시 투자유치 실적\n창원시는 1분기 2개 기업과 투자협약을 체결했다. 내역은 다음과 같다.\n${table}`).slice(1)).toEqual([
      'investment 320억 가람정밀 null mou @창원국가산단',
      'jobs 75 가람정밀 null mou @창원국가산단',
      'investment 150억 나래테크 null mou @동전산단',
      'jobs 40 나래테크 null mou @동전산단',
    ])
    expect(read(`1분기 창원시 투자유치 실적\n${table}`)[0]).toContain(' result @')
  })
})

describe('works that are counted off (먼저, 둘째, 마지막으로)', () => {
  it('each has its own day and site', () => {
    expect(
      read(
        '대구시는 2030년까지 신산업 매출을 40조 원으로 끌어올린다.\n시는 4년간 3조8,000억 원을 쏟아붓는다.\n먼저 로봇테스트필드(1,998억 원)를 2028년 완공한다. 새솔알파시티 2단계(43만㎡)에는 기업이 모이도록 한다. 마지막으로 의료기기 수출을 연 10억 달러로 키운다.',
      ).map((line) => line.replace(' plan', '')),
    ).toContain('area 430000 대구시 null @새솔알파시티')
  })

  it('the answer to a question of minutes says nothing of the one before it', () => {
    expect(
      read(
        '○김나래 위원 평택 새솔시티 2단계 분양이 지금 몇 퍼센트입니까?\n○투자유치과장 이가람 산업용지 면적으로는 48만㎡입니다.\n○김나래 위원 카이스트 평택캠퍼스는 왜 늦습니까?\n○투자유치과장 이가람 설계가 늦어져서 그렇습니다. 캠퍼스는 2029년 개교할 계획입니다.',
      ),
    ).toEqual(['area 480000 - null plan @평택 새솔시티'])
  })
})

describe('whose and where (주체와 장소)', () => {
  it('a piece of news under a mark is of the office that its title names', () => {
    expect(
      read(
        '[전북 브리핑]\n■정읍시, 지식산업센터 개관\n정읍시는 신정동에 지식산업센터를 열었다. 264억원을 들여 지상 4층으로 지었다.\n■김제시, 특장차 단지 분양률 90%\n특장차 단지가 분양률 90%를 넘어섰다. 시는 올해 80억원을 들여 인증센터를 증축한다.',
      ),
    ).toEqual(['budget 264억 정읍시 null operation @신정동', 'budget 80억 김제시 "2026" plan @김제시'])
  })

  it('what a rival promises is his; then the candidate speaks again', () => {
    expect(
      read(
        '김가람 이천시장 후보가 12일 기자회견을 열고 공약을 내놨다.\n김 후보는 대월면에 30만㎡ 규모의 특화단지를 2029년까지 조성하겠다고 했다. 여기에는 5,200억 원이 들어간다.\n성나래 후보는 이날 논평에서 이를 비판했다. 성 후보는 부발읍에 첨단기업지원센터를 세우고 기업 100곳을 입주시키겠다고 밝혔다. 두 후보는 토론도 했다. 성 후보 측은 또 청년 일자리 3천 개를 약속했다.\n김 후보는 창업펀드 300억 원 조성도 공약했다.',
      ).map((line) => line.replace(/"?(?:null|2029)"? /, '')),
    ).toEqual([
      'area 300000 김가람 pledge @대월면',
      'budget 5200억 김가람 pledge @대월면',
      'firms 100 성나래 pledge @부발읍',
      'jobs 3000 성나래 pledge @이천',
      'budget 300억 김가람 pledge @이천',
    ])
  })

  it('시는 of a text that names a city in an address and a province by the way is that city', () => {
    expect(
      read(
        '충주시 중앙탑면 일원에 추진하는 새솔산업단지 준공이 늦춰진다.\n시행사는 사업기간을 연장해 달라고 충북도에 신청했다.\n시는 입주의향서를 받았다. 기업들이 들어오면 420명의 고용이 이뤄진다.',
      ),
    ).toEqual([expect.stringMatching(/^jobs 420 충주시 /)])
  })

  it('how long a plant stands still is no name; firms that were helped are counted', () => {
    const { mentions } = readDocument('동국제강은 7월부터 한 달간 인천공장 가동을 멈춘다.')
    expect(mentions.filter(({ kind }) => kind === 'organisation').map(({ text }) => text)).toEqual(['동국제강'])
    expect(read('경남테크노파크는 지난해 31개사를 도와 매출 214억 원 증가의 성과를 냈다.')[0]).toBe('firms 31 경남테크노파크 "2025" result @경남')
  })

  it('the works that a ceremony begins lie where it is held', () => {
    expect(
      read(
        '동해 새솔국가산단에서 수소 클러스터 기공식이 열렸습니다.\n강원도와 동해시는 2028년까지 3천177억 원을 투자합니다.\n삼척 호산에서는 생산기지가 가동에 들어갔습니다.',
      )[0],
    ).toBe('investment 3177억 강원도 "2028" construction @동해 새솔국가산단')
  })

  it('a plant abroad lies where its name says', () => {
    expect(read('가람소재는 헝가리 데브레첸 공장에 1조3,000억원을 들여 내년 6월 가동한다.')).toEqual([
      'investment 13000억 가람소재 "2027-06" plan @데브레첸',
    ])
  })

  it('the firm that a joint venture is named after, the office of works whose former undertaker failed', () => {
    expect(read('새만금개발청이 내놓은 성적표다. 1조2천억 원을 들여 전구체 공장을 짓겠다던 가람화학·나래코발트 합작은 착공을 미뤘다.')).toEqual([
      expect.stringMatching(/^investment 12000억 가람화학 /),
    ])
    expect(
      read(
        '대전시는 새솔산단 조성사업의 새 사업자를 뽑았다.\n이 사업은 유성구 안산동 일원에 1조4,029억원을 투입해 특화단지를 만드는 것으로, 종전 사업자인 ㈜가람이 자금 조달에 실패해 멈춰 있었다.',
      ),
    ).toEqual(['budget 14029억 대전시 null plan @유성구 안산동'])
  })

  it('the sum of an agreement whose firms follow under marks is told by the office', () => {
    expect(
      read(
        '구미시는 12일 ㈜가람, 나래텍, 다솜정밀과 총 2,350억 원 규모의 투자협약을 체결했다.\n▲가람=국가5산단에 2028년까지 800억 원을 투자한다.\n▲나래텍=국가1산단에 450억 원을 투자한다.\n▲다솜정밀=1,100억 원을 들여 양산시설을 짓는다.',
      ),
    ).toEqual([
      'investment 2350억 구미시 null mou @구미시',
      'investment 800억 ㈜가람 "2028" mou @국가5산단',
      'investment 450억 나래텍 null mou @국가1산단',
      'investment 1100억 다솜정밀 null mou @구미시',
    ])
  })
})

describe('what goes on and what is counted (단계와 지표)', () => {
  it('in a text about what is off, another matter goes on', () => {
    expect(
      read(
        '오창 바이오센터 결국 무산\n오창테크노폴리스에 들어설 예정이던 바이오센터 건립이 백지화됐다. 가람바이오는 2만6천㎡에 센터를 지어 300명을 채용하겠다고 했었다.\n반면 인근 가속기는 1조1,643억원이 투입돼 2029년 12월 완공을 목표로 지난달 건축공사를 시작했다.',
      ).map((line) =>
        line
          .split(' ')
          .filter((_, k) => k < 2 || k > 3)
          .join(' '),
      ),
    ).toEqual(['area 26000 cancelled @오창테크노폴리스', 'jobs 300 cancelled @오창테크노폴리스', expect.stringMatching(/ 11643억 construction /)])
  })

  it('an agreement that is still to be signed is none; a new work beside one under way is a plan', () => {
    expect(read('대전시는 사업자와 다음 달 협약을 맺고 2031년 준공한다는 계획이다. 산업용지 67만㎡에 기업 150곳을 유치한다.').at(-1)).toContain(
      ' plan ',
    )
    expect(
      read('군산시 사정동 병원 건립공사가 공정률 38%를 보이고 있다. 3,335억원이 투입된다. 이와 함께 군산시는 병원 옆 2만㎡에 지원센터를 짓는다.').map(
        (line) => line.split(' ')[4],
      ),
    ).toEqual(['construction', 'plan'])
  })

  it('words of the quotation before speak of other numbers', () => {
    expect(read('김천시는 “연간 4조 원의 생산유발 효과를 거둘 것”이라며 “내년에는 86억 원을 들여 기숙사를 짓는다”고 말했다.')).toEqual([
      expect.stringMatching(/^production_inducement 40000억 /),
      expect.stringMatching(/^budget 86억 /),
    ])
  })

  it('goods, workers who move along, users and aims that were passed are no firms, jobs or promises', () => {
    expect(read('가람전자는 3개 기업과 손잡았다. 생산능력을 월 4만 개에서 6만 개로 늘린다.').at(-1)).toMatch(/^capacity 60000 /)
    expect(
      read('㈜가람은 선남면에 210억원을 들여 공장을 짓는다. 종업원 130명 가운데 90명이 옮겨오고 40명은 새로 채용한다.').map((l) => l.split(' ')[1]),
    ).toEqual(['210억', '90', '40'])
    expect(read('음성군 새솔센터 건립\n기대효과: 근로자 1만 2천여 명 이용, 운영인력 25명 신규 채용').map((l) => l.split(' ')[0])).toEqual([
      'other',
      'jobs',
    ])
    expect(read('광양시는 지난해 1조8,254억원의 투자를 유치해 목표(1조5,000억원)를 121% 초과 달성했다.')).toHaveLength(1)
    expect(read('구미시장은 “3개 사의 투자로 380개의 양질의 일자리가 생긴다”고 말했다.').at(-1)).toMatch(/^jobs 380 /)
  })
})
