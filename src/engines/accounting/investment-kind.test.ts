import { expect, test } from 'vitest'
import { investmentKindSaid } from './investment-kind.ts'

test.each([
  ['㈜가온은 기존 공장 옆에 2공장을 증설하기로 했다', 'expansion'],
  ['나온은 200억원을 추가 투자한다', 'expansion'],
  ['다온은 생산라인을 두 배로 확충한다', 'expansion'],
  ['Gaon will expand its Narae plant', 'expansion'],
  ['라온은 가람읍에 물류센터를 신축한다', 'new'],
  ['마온이 연구소를 설립한다', 'new'],
  ['바온의 신규 투자 규모는 500억원', 'new'],
  ['a new battery plant in Narae', 'new'],
  ['신규 고용 300명을 창출한다', null],
  ['도로를 확장한다', null],
  ['1공장을 증설하고 2공장을 신설한다', null],
  ['500억원을 투자한다', null],
])('%s → %s', (sentence, kind) => expect(investmentKindSaid(sentence)).toBe(kind))
