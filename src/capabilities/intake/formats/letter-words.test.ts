import { afterAll, describe, expect, test } from 'vitest'
import { letter } from './fixtures/letter.ts'
import { ownWords } from './letter-words.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const own = '투자액은 1,500억원으로 늘었습니다. 자세한 내용은 붙임과 같습니다.'
const earlier = '투자액은 1,200억원입니다.'
const answered = (text: string) => ownWords(text, { subject: 'Re: 투자협약', reply: false })

describe('earlier letters that a letter quotes', () => {
  test.each([
    ['Gmail', `${own}\n\n2026년 3월 2일 (월) 오전 9:00, 홍길동 <hong@nuri.example>님이 작성:\n\n> ${earlier}\n> 감사합니다.`],
    ['Gmail in English, over two lines', `${own}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Hong Gildong <hong@nuri.example>\nwrote:\n\n> ${earlier}`],
    [
      'Outlook',
      `${own}\n\n보낸 사람: 홍길동 <hong@nuri.example>\n보낸 날짜: 2026년 3월 2일 월요일 오전 9:00\n받는 사람: 투자유치과\n제목: 투자협약\n\n${earlier}`,
    ],
    [
      'Outlook in English',
      `${own}\n\n________________________________\nFrom: Hong <hong@nuri.example>\nSent: Monday, March 2, 2026 9:00 AM\nTo: City\nSubject: 투자협약\n\n${earlier}`,
    ],
    [
      'a line of strokes',
      `${own}\n\n-----Original Message-----\nFrom: "홍길동"<hong@nuri.example>\nTo: "투자유치과"<invest@city.example>\nSent: 2026-03-02 (월) 09:00:00\nSubject: 투자협약\n\n${earlier}`,
    ],
    [
      'Daum',
      `${own}\n\n--------- 원본 메일 ---------\n보낸사람: 홍길동 <hong@nuri.example>\n받는사람: 투자유치과\n날짜: 2026년 3월 2일 월요일, 09시 00분\n제목: 투자협약\n\n${earlier}`,
    ],
  ])('%s: they are left out and counted', (_, text) => {
    expect(answered(text)).toEqual({ text: own, quoted: 1, forwarded: null })
  })
  test('answers between quoted lines are the writer’s own', () => {
    const text = `확인했습니다.\n\n2026. 3. 2. 오전 9:00, 홍길동 <hong@nuri.example> 작성:\n> 투자액은 얼마입니까?\n${own}\n> 고용은 300명입니까?\n예, 그렇습니다.`
    expect(answered(text)).toMatchObject({ text: `확인했습니다.\n\n${own}\n예, 그렇습니다.`, quoted: 1 })
  })
  test('letters in letters in letters are counted', () => {
    const quote = (inner: string) => `\n\n-----원본 메시지-----\n보낸 사람: 홍길동\n보낸 날짜: 2026-03-02\n제목: 협약\n\n${inner}`
    expect(answered(own + quote(`둘째 글입니다.${quote('첫째 글입니다.')}`))).toEqual({ text: own, quoted: 2, forwarded: null })
  })
  test('a letter without them is left as it is: a line with a sign, a list of names, a press release with its sender', () => {
    for (const text of [
      `협약 내용입니다.\n> 투자액 1,200억원\n> 고용 300명`,
      `보낸 사람: 새솔시\n새솔시는 1,200억원을 유치했다.`,
      `2026. 3. 2. 누리테크가 협약서를 작성했다.\n${own}`,
    ])
      expect(ownWords(text, { subject: '협약', reply: false })).toEqual({ text, quoted: 0, forwarded: null })
  })
})

describe('letters that are handed on', () => {
  const inner = `누리테크는 지난 1일 새솔시와 1,200억원 규모의 투자협약을 맺었다.`
  const head = `---------- Forwarded message ---------\n보낸사람: 누리테크 홍보팀 <pr@nuri.example>\nDate: 2026년 3월 2일 (월) 오전 9:00\nSubject: 보도자료\nTo: <invest@city.example>`
  test('their words are read, with the day and the sender of the first letter', () => {
    const read = ownWords(`참고 바랍니다.\n\n${head}\n\n\n${inner}`, { subject: 'Fwd: 보도자료', reply: false })
    expect(read).toEqual({ text: `참고 바랍니다.\n\n${inner}`, quoted: 0, forwarded: { sentOn: '2026-03-02', sender: '누리테크 홍보팀' } })
  })
  test('so are those under a covering note; what they quote in their turn is not', () => {
    const text = `전달드립니다.\n\n보낸 사람: 누리테크\n보낸 날짜: 2026-03-02\n받는 사람: 시\n제목: Re: 협약\n\n${inner}\n\n-----Original Message-----\nFrom: 시\nSent: 2026-03-01\nSubject: 협약\n\n900억원 맞습니까?`
    expect(ownWords(text, { subject: '협약 건', reply: false })).toEqual({
      text: `전달드립니다.\n\n${inner}`,
      quoted: 1,
      forwarded: { sentOn: '2026-03-02', sender: '누리테크' },
    })
  })
})

describe('the foot of a letter', () => {
  test.each([
    ['-- ', '-- \n홍길동 과장\n2030년까지 일자리 10만 개! 활력도시 새솔'],
    [
      'a block of contacts',
      '홍길동 과장 | 새솔시 투자유치과\nT 031-000-1234  M 010-1234-5678\nhong@city.example  www.city.example\n2030년까지 일자리 10만 개! 활력도시 새솔',
    ],
    [
      'a disclaimer',
      '본 메일은 지정된 수신인만을 위한 것이며, 10일 이내에 삭제하지 않을 경우 1억원 이하의 벌금에 처해질 수 있습니다.\n무단 전재를 금합니다.',
    ],
    [
      'both',
      '감사합니다.\n\n홍길동\nTel: 031-000-1234\nE-mail: hong@city.example\n\nThis e-mail is confidential. Delete it within 30 days or pay 10,000 dollars.',
    ],
  ])('%s: its words are none of the letter', (name, foot) => {
    expect(ownWords(`${own}\n\n${foot}`, { subject: '협약', reply: false }).text).toBe(name === 'both' ? `${own}\n\n감사합니다.` : own)
  })
  test('a letter that is short, and one that speaks of an address, keep all of their words', () => {
    for (const text of ['전화 031-000-1234\n메일 hong@city.example', `${own}\n\n문의는 hong@city.example로 바랍니다.`])
      expect(ownWords(text, { subject: '협약', reply: false }).text).toBe(text)
  })
})

describe('files of letters', () => {
  test('a quoted letter is told', async () => {
    const parsed = await parseFile(
      letter({ subject: 'Re: 투자협약', text: `${own}\n\n-----Original Message-----\nFrom: 홍길동\nSent: 2026-03-02\nSubject: 협약\n\n${earlier}` }),
      {
        name: '회신.eml',
      },
    )
    expect(parsed).toMatchObject({ text: `Re: 투자협약\n\n${own}`, publishedOn: '2026-03-03', warnings: [{ code: 'quoted-letter' }] })
  })
  test('a letter in HTML that is handed on has the day and the sender of the first', async () => {
    const html = `<html><body><div>참고 바랍니다.</div><br><div>---------- Forwarded message ---------<br>보낸사람: 누리테크 홍보팀 &lt;pr@nuri.example&gt;<br>Date: 2026년 2월 20일 (금) 오전 9:00<br>Subject: 보도자료<br>To: &lt;invest@city.example&gt;<br></div><br><p>${'누리테크는 지난 18일 새솔시와 1,200억원 규모의 투자협약을 맺었다. '.repeat(3)}</p></body></html>`
    const parsed = await parseFile(letter({ subject: 'Fwd: 보도자료', html }), { name: '전달.eml' })
    expect(parsed).toMatchObject({ publishedOn: '2026-02-20', outlet: '누리테크 홍보팀', warnings: [{ code: 'forwarded-letter' }] })
    expect(parsed.ok && parsed.kind === 'text' && parsed.text).toContain('1,200억원')
    expect(parsed.ok && parsed.kind === 'text' && parsed.text).not.toContain('Forwarded')
  })
})
