import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { areaByFullName, areaByShortName } from './areas.ts'
import { areasOf } from './document-areas.ts'

const named = (text: string): string[] => areasOf(text).map(({ name }) => name)

describe('cities and counties that no list holds', () => {
  it.each([
    ['산내군청 누리집에 올랐다.', '산내군'],
    ['한솔시의회가 심의한다.', '한솔시'],
    ['충북 두란군이 손을 맞잡았다.', '두란군'],
    ['두레시(시장 이현주)는 손을 맞잡았다.', '두레시'],
    ['이현주 두레시장은 손을 맞잡았다.', '두레시'],
    ['산내군수는 고개를 저었다.', '산내군'],
    ['2026년 주요업무계획 — 한솔시 산업경제국', '한솔시'],
    ['터는 가온시 새솔동 일대다.', '가온시'],
    ['두란시, 기업 3곳과 손잡아\n두란시는 5일 그렇게 알렸다.', '두란시'],
    ['나래시는 기업들과 투자협약을 맺었다.', '나래시'],
    ['㈜보람은 두란군에 물류센터를 지으려 했다.', '두란군'],
    ['늘봄시 1. 첫째 일\n늘봄시 2. 둘째 일', '늘봄시'],
  ])('%s', (text, area) => {
    expect(named(text)).toEqual([area])
  })

  it.each([
    '증시는 올랐다. 증시가 내리면 투자협약을 미룬다.',
    '적발시는 과태료를 물고, 위반시는 지정을 취소한다.',
    '제품군은 예산을 늘렸다. 제품군의 승인을 받는다.',
    '전시는 조례를 따르고 전시의 승인을 얻는다.',
    '무료시청 기간이다. 온라인시청도 된다.',
    '우리시는 예산을 편성했다. 우리군의회가 의결했다.',
    '창원시는 투자협약을 맺었다. 함안군의회도 따랐다.',
    '신도시는 지구단위 계획을 세웠다. 산업도시가 공모에 나섰다.',
    '완공시는 시비를 돌려주고 준공시에 공장을 본다.',
  ])('none in: %s', (text) => {
    expect(named(text)).toEqual([])
  })

  it('serves its document as any city does, and is forgotten after it', () => {
    const text =
      '한솔시는 5일 ㈜가온소재와 투자협약을 맺었다. ㈜가온소재는 한솔제2일반산단에 2028년까지 120억원을 들여 공장을 짓는다. 시는 길을 닦는 데 시비 30억원을 쓴다.'
    const read = (one: string): string[] =>
      readDocument(one).commitments.map((c) => `${c.indicator.value} ${c.value} ${c.subject.value} ${c.place.value}`)
    expect(read(text)).toEqual(read(text.replaceAll('한솔', '창원')).map((line) => line.replaceAll('창원', '한솔')))
    expect(areaByFullName('한솔시')).toBeUndefined()
    expect(areaByShortName('한솔')).toBeUndefined()
  })
})
