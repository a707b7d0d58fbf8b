import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string, published = '2025-03-02') =>
  readDocument(text, { published }).commitments.map((c) => `${c.indicator.value} ${c.subject.value} ${c.stage.value}`)

test('what an office only tells of is the builder’s', () => {
  expect(read('나주시는 ㈜가람전지가 혁신산단에 짓는 연구동이 내년 말 준공된다고 2일 밝혔다. 연면적 약 1만㎡ 규모다.')[0]).toBe(
    'area ㈜가람전지 plan',
  )
  expect(read('나주시는 ㈜가람전지와 함께 짓는 연구동이 내년 말 준공된다고 2일 밝혔다. 연면적 약 1만㎡ 규모다.')[0]).toContain('area 나주시')
})

test('who only builds for another does not go on', () => {
  expect(read('㈜가람바이오가 3일 송도에서 1공장 착공식을 열었다. 시공은 ㈜나래건설이 맡는다. 회사는 2030년까지 4조 원을 투자한다.').at(-1)).toBe(
    'investment ㈜가람바이오 construction',
  )
})

test('of a province and a city that act together the province leads', () => {
  const { commitments } = readDocument(
    '충북도와 청주시가 4일 부지 6만㎡를 사들이기로 했다. 도와 시는 2032년까지 총 178억원을 나눠 낸다. 계약금 12억원(충북도 8억원, 청주시 4억원)은 이달에 치른다.',
    { published: '2025-03-02' },
  )
  expect(commitments.filter((c) => c.unit === 'KRW').map((c) => `${c.value} ${c.subject.value}`)).toEqual([
    '17800000000 충청북도',
    '1200000000 충청북도',
    '800000000 충청북도',
    '400000000 청주시',
  ])
})

test('what those that signed do one by one is signed', () => {
  expect(
    read(
      '경기도는 19일 ㈜가람, ㈜나래 등과 모두 5건의 투자 양해각서를 주고받았다고 밝혔다.\n㈜가람은 화성에 20억 원을 들여 공장을 세운다. ㈜나래는 평택에 50억 원을 투자해 창고를 갖춘다.',
    ),
  ).toEqual(['investment ㈜가람 mou', 'investment ㈜나래 mou'])
})

test('a whole of which a part was given up came about', () => {
  expect(
    read('강원도는 협약을 맺고도 투자를 접거나 미룬 업체가 10개사라고 밝혔다. 2022년에는 유치 기업 21개 가운데 6개사가 이전을 보류하거나 포기했다.'),
  ).toEqual(['firms 강원도 cancelled', 'firms 강원도 result', 'firms 강원도 cancelled'])
})

test('works go on whatever was agreed on years before; a day to come begins none', () => {
  expect(
    read(
      '경남도가 2일 진주 기술센터 기공식을 열고 공사에 들어갔다. 도는 2022년 6월 한국생산기술연구원과 양해각서(MOU)를 맺은 바 있다. 사업비는 405억원이다.',
    ).at(-1),
  ).toBe('budget 경상남도 construction')
})

test('a bill has still to pass, and the year it is held against is not its own', () => {
  const { commitments } = readDocument(
    '세종시가 내년도 정부 예산안에서 1조 원을 확보했다고 1일 전했다. 복지에는 올해보다 95억 원 늘린 869억 원을 쓴다.',
    {
      published: '2025-09-02',
    },
  )
  expect(commitments.map((c) => `${c.value} ${c.due.value} ${c.stage.value}`)).toEqual(['1000000000000 2026 plan', '86900000000 2026 plan'])
})

test('the one public work of a text is due on the day its head names', () => {
  const dues = (text: string) => readDocument(text, { published: '2025-03-02' }).commitments.map((c) => c.due.value)
  expect(
    dues(
      '원주시는 18일 학성동에 짓는 교육원이 내년 말 준공될 것이라고 밝혔다.\n총 459억원이 들어가는 사업이다.\n교육은 벌써 하고 있다.\n대지면적은 2860㎡다.',
    ),
  ).toEqual(['2026-12', '2026-12'])
})

test('a count since an office began is of no one year', () => {
  const dues = (text: string) => readDocument(text, { published: '2016-12-30' }).commitments.map((c) => `${c.value} ${c.due.value}`)
  expect(
    dues('가람경제자유구역청은 올 한 해 5800억 원의 투자를 유치했다고 30일 밝혔다. 구역청은 2004년 개청 이후 모두 254개 기업을 유치했다.'),
  ).toEqual(['580000000000 2016', '254 null'])
})

test('a day on which works begin ends none', () => {
  const [first] = readDocument('㈜가람소재는 새만금에 45억 원을 투자해 공장을 짓기로 했다. 착공 시기는 단지 조성이 끝나는 내년 하반기다.', {
    published: '2022-11-11',
  }).commitments
  expect(first!.due.value).toBe(null)
})

test('how many signed, and for how much, stays signed in a text about one that gave up', () => {
  expect(
    read(
      '홍성군, ㈜가람금속 투자 무산\n홍성군은 2일 ㈜가람금속의 투자가 무산됐다고 밝혔다.\n땅값이 걸림돌이었다.\n군은 지난해 ㈜가람금속 등 7개 기업과 총 1700억 원 규모의 양해각서를 체결했다. ㈜가람금속은 250억 원을 들여 공장을 지을 계획이었다.',
    ),
  ).toEqual(['firms 홍성군 mou', 'investment 홍성군 mou', 'investment ㈜가람금속 cancelled'])
})

test('of two steps that one firm takes in a sentence the later one counts', () => {
  expect(read('㈜가람정유는 400억 원을 들여 공장을 짓는 양해각서를 체결하고 지난해 6월 착공하여 공사 진행 중이다.')).toEqual([
    'investment ㈜가람정유 construction',
  ])
  expect(read('㈜가람정유는 400억 원을 들여 공장을 짓는 양해각서를 체결했고 ㈜나래는 지난해 6월 착공했다.')[0]).toBe('investment ㈜가람정유 mou')
})

test('the firm that signed right before has signed, though others build', () => {
  expect(
    read('울산시는 ㈜가람버스와 협약서를 체결했으며, 협력업체 54개사가 공장건립을 진행 중이다. ㈜가람버스는 총 200억 원을 투자할 예정이다.').at(-1),
  ).toBe('investment ㈜가람버스 mou')
})

test('what a zone brings is worked out by the one that is quoted for it', () => {
  expect(read('국토계획위원회는 지정안을 심의했다. 산업통상자원부와 지방자치단체에 따르면 생산유발 효과는 17조 원에 이를 전망이다.')).toEqual([
    'production_inducement 산업통상자원부 plan',
  ])
})

test('a success that is reaped takes nothing back', () => {
  expect(read('경북도는 올해 7조 원대 투자를 끌어와 유치 성과를 거뒀다. 도는 ㈜가람산업과 900억 원 규모의 양해각서를 체결했다.')).toEqual([
    'investment 경상북도 result',
    'investment ㈜가람산업 mou',
  ])
  expect(read('㈜가람산업은 순창에 300억 원을 들이려던 투자를 끝내 거둬들였다.')[0]).toContain('cancelled')
})

test('the day of a ceremony is no day on which the plant is due', () => {
  const dues = readDocument(
    '㈜가람시멘트가 순창 공장의 첫 삽을 떴다. ㈜가람시멘트는 29일 기공식을 열고 공장을 2013년까지 준공키로 했다. 모두 518억 원을 투자한다.',
    {
      published: '2011-04-29',
    },
  ).commitments
  expect(dues.map((c) => c.due.value)).toEqual(['2013'])
})

test('what is not taken back, or only feared to be, goes on', () => {
  expect(read('군은 사업을 취소하지 않고 300억 원을 들여 공원을 짓기로 했다.')[0]).toContain('plan')
  expect(read('도는 투자 취소 우려를 씻고 ㈜나래에서 300억 원을 유치했다.')[0]).toContain('result')
  expect(read('㈜나래는 300억 원을 들이기로 한 투자를 취소했다.')[0]).toContain('cancelled')
})

test('works that have begun are no corporation', () => {
  expect(read('나주시는 가람개발공사에 시공을 맡겨 교육원을 짓는다. 공사는 지난 4월 시작됐다. 대지면적은 2860㎡다.').at(-1)).toContain('area 나주시')
})
