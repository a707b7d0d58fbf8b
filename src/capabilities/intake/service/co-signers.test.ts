import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { claimsOfReading } from './claims-of-reading.ts'

const counterparts = (text: string) =>
  claimsOfReading(readDocument(text, { published: '2026-11-13' }), 'd').claims.map((claim) => [
    claim.kind === 'stage' ? 'stage' : claim.indicator,
    claim.subject,
    claim.counterparts,
  ])

describe('firms that sign one agreement with a city', () => {
  test('a number of one firm is between it and the city; the agreement itself is signed by all', () => {
    expect(
      counterparts(
        '남양주시는 12일 시청에서 ㈜가온소재, ㈜나래로보틱스, ㈜다솔바이오와 투자협약을 맺었다. ㈜가온소재는 솔빛산단에 300억 원을 투자해 120명을 고용한다. ' +
          '㈜나래로보틱스는 누리일반산단에 450억 원을 투자하고 80명을 채용한다. ㈜다솔바이오는 한결산단에 200억 원을 들여 2028년까지 공장을 짓는다.',
      ).filter(([indicator]) => indicator === 'investment' || indicator === 'stage'),
    ).toEqual([
      ['investment', '㈜가온소재', ['남양주시']],
      ['investment', '㈜나래로보틱스', ['남양주시']],
      ['investment', '㈜다솔바이오', ['남양주시']],
      ['stage', '㈜가온소재', ['남양주시', '㈜나래로보틱스', '㈜다솔바이오']],
    ])
  })
  test('the part of one firm in what all bring is its own, also where the others have no number in the text', () => {
    const found = counterparts(
      '남양주시는 12일 ㈜가온소재, ㈜나래로보틱스와 투자협약을 맺었다. 2개 기업은 총 500억 원을 투자하고 200명을 고용한다. 이 가운데 ㈜가온소재는 130명을 채용한다.',
    )
    expect(found.find(([indicator, subject]) => indicator === 'jobs' && subject === '㈜가온소재')?.[2]).toEqual(['남양주시'])
    expect(found.find(([indicator]) => indicator === 'investment')?.[2]).toEqual(expect.arrayContaining(['㈜나래로보틱스']))
  })
  test('firms that invest one sum together stay its parties', () => {
    const [claim] = counterparts(
      '남양주시는 12일 ㈜가온소재, ㈜나래로보틱스와 협약을 맺었다. ㈜가온소재는 ㈜나래로보틱스와 함께 솔빛산단에 300억 원을 투자한다.',
    )
    expect(claim?.[2]).toContain('㈜나래로보틱스')
  })
})
