import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string, published = '2025-03-02') =>
  readDocument(text, { published }).commitments.map((c) => `${c.indicator.value} ${c.value} ${c.subject.value}`)
const dues = (text: string, published = '2025-03-02') =>
  readDocument(text, { published }).commitments.map((c) => `${c.indicator.value} ${typeof c.due.value === 'string' ? c.due.value : '-'}`)

test('the jobs that an office expects of one investor are that firm’s', () => {
  expect(
    read(
      '㈜가람소재와 밀양시는 지난 20일 투자협약을 체결했다. ㈜가람소재는 나노산단에 41억 원을 투자한다. 시는 이번 투자유치로 40명이 새 일자리를 갖게 될 것으로 기대하고 있다.',
    ),
  ).toEqual(['investment 4100000000 ㈜가람소재', 'jobs 40 ㈜가람소재'])
  expect(
    read(
      '밀양시는 20일 ㈜가람소재, ㈜나래팩과 투자협약을 체결했다. ㈜가람소재는 41억 원, ㈜나래팩은 50억 원을 투자한다. 투자가 마무리되면 새 일자리 90개가 생길 것으로 시는 내다봤다.',
    ).at(-1),
  ).toBe('jobs 90 밀양시')
  expect(
    read('㈜가람소재는 나노산단에 41억 원을 투자한다. 밀양시 국장은 올해 35개 기업을 유치해 500명의 일자리를 만들겠다고 밝혔다.').at(-1),
  ).not.toContain('㈜가람소재')
})

test('in a list that gives each firm its amount an unknown word is one too', () => {
  expect(read('밀양시가 유치한 투자는 기업별로 ㈜가람에너지 900억 원, 한별피앤 600억 원, ㈜나래 500억 원 등이다.')).toContain(
    'investment 60000000000 한별피앤',
  )
  expect(read('밀양시가 유치한 투자는 ㈜가람에너지 900억 원, 시설비 600억 원 등이다.').join()).not.toContain('시설비')
})

test('who was chosen to build goes on, and is meant by its kind', () => {
  expect(
    read(
      '하동군은 리조트를 맡을 우선협상대상자로 ‘한별컨소시엄’을 선정했다고 밝혔다. 리조트 터는 금남면 약 18만㎡다. 컨소시엄이 낸 계획에는 1602억 원을 들여 호텔을 짓는 내용이 담겼다.',
    ),
  ).toEqual(['area 180000 한별컨소시엄', 'investment 160200000000 한별컨소시엄'])
})

test('what was signed within a year is not due in it', () => {
  expect(dues('김제시가 올 상반기 8개 업체와 3836억 원의 투자협약을 체결했다.', '2025-06-23')).toEqual(['firms -', 'investment -'])
  expect(dues('김제시가 20일 ㈜가람과 2027년까지 300억 원을 투자하는 협약을 체결했다.')).toEqual(['investment 2027'])
  expect(dues('올해로 문을 연 지 10년을 맞은 ㈜가람은 김제에 300억 원을 투자해 공장을 짓기로 했다.')).toEqual(['investment -'])
})

test('a day of long ago is no day of a new plant', () => {
  expect(dues('㈜가람은 김제에 300억 원을 들여 공장을 짓는다. ㈜가람은 2000년에 문을 연 향토기업이다.')).toEqual(['investment -'])
})

test('what is put forward or planned is not under construction', () => {
  const stage = (text: string) => readDocument(text, { published: '2025-03-02' }).commitments[0]?.stage.value
  expect(stage('김제시는 300억 원을 들여 단지를 조성하는 계획을 세우고 있다.')).toBe('plan')
  expect(stage('김제시는 300억 원을 들여 축사 대신 도로를 닦고 있다.')).toBe('construction')
})
