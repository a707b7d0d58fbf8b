import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'
import { simplified } from './traditional.ts'

describe('signs of Taiwan and Hong Kong', () => {
  test('become those of the mainland one for one, so that offsets stay', () => {
    const text = '開州區舉行簽約儀式，總投資3億元，將創造500個就業機會。'
    expect(simplified(text)).toBe('开州区举行签约仪式，总投资3亿元，将创造500个就业机会。')
    expect(simplified(text).length).toBe(text.length)
  })

  test('names, quotes and what is promised are given back as printed', () => {
    const reading = readDocument('澄川光電計劃投資30億元，在雲海園區興建廠房。', { published: '2026-02-10' })
    const [commitment] = reading.commitments
    expect([commitment!.subject.value, commitment!.place.value]).toEqual(['澄川光電', '雲海園區'])
    expect(commitment!.what.value).toContain('計劃投資')
    for (const m of reading.mentions) expect(reading.text.slice(m.start, m.end)).toBe(m.text)
  })

  test('a text of Taiwan counts in its own yuan, one that names the mainland money does not', () => {
    const unit = (text: string) => readDocument(text, { published: '2026-02-10' }).commitments[0]?.unit
    expect(unit('台灣澄川光電將投資30億元建廠。')).toBe('TWD')
    expect(unit('澄川光电将投资30亿元建厂。')).toBe('CNY')
    expect(unit('台湾澄川光电将投资人民币30亿元建厂。')).toBe('CNY')
  })
})

test('every sign has one of the mainland, and no sign of the mainland is taken for another', () => {
  expect(simplified('市府已撥款30億韓元，占地2公頃，奧斯汀、萊州、榮城、層級、見證')).toBe(
    '市府已拨款30亿韩元，占地2公顷，奥斯汀、莱州、荣城、层级、见证',
  )
  const mainland = '东业产亿两丰为义乌乐从仓优会传伤伦债倾储儿关兴养内军农决况净减几凤击划'
  expect(simplified(mainland)).toBe(mainland)
})
