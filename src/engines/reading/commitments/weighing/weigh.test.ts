import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const places = (text: string): string[] =>
  readDocument(text, { published: '2024-05-09' }).commitments.map((c) => `${c.indicator.value} ${c.place.value} ${c.place.rule}`)

describe('places that are weighed', () => {
  it('a site in the sentence speaks louder than the area of the office', () => {
    expect(places('나주시는 2027년까지 다솔산업단지에 사업비 80억원을 들여 주차장을 짓는다.')).toEqual(['budget 다솔산업단지 place:sentence'])
    expect(places('나주시는 2027년까지 사업비 80억원을 들여 주차장을 짓는다.')).toEqual(['budget 나주시 place:of-government'])
  })

  it('of two firms each has the site named with it', () => {
    const text =
      '강원도는 7일 ㈜가람정밀, ㈜누리텍과 투자협약을 맺었다.\n㈜가람정밀은 원주 솔빛산업단지에, ㈜누리텍은 횡성 나래농공단지에 공장을 짓는다.\n㈜가람정밀은 70억원을 투자한다.\n㈜누리텍은 90억원을 투자한다.'
    expect(places(text)).toEqual(['investment 원주 솔빛산업단지 place:said-before', 'investment 횡성 나래농공단지 place:said-before'])
  })

  it('where a firm is from is not where it builds', () => {
    expect(places('덴마크 노르딕윈드는 120억원을 들여 군산 솔빛산업단지에 공장을 짓는다.')).toEqual(['investment 군산 솔빛산업단지 place:behind'])
  })

  it('a long text is read in linear time', () => {
    const line = '나주시는 다솔산업단지에 80억원을 들여 창고를 짓는다. ㈜가람정밀은 70억원을 투자한다.\n'
    const started = performance.now()
    readDocument(line.repeat(400))
    expect(performance.now() - started).toBeLessThan(6000)
  })
})
