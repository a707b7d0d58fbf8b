import { describe, expect, test } from 'vitest'
import { samePlace } from '#engines/accounting/same-place'
import type { ClaimContent } from '#record/claim'
import { type Candidate, compareClaim, isLikely, sameName } from './compare.ts'
import { namedThings, proposeNames } from './named-things.ts'
import { looksLikeName } from './names.ts'
import { isMeasure, namesOfOffice, proposeAcceptance } from './propose.ts'

const office = namesOfOffice('나래시', 'Narae')
const claim: ClaimContent = {
  kind: 'quantity',
  subject: '㈜가온전자',
  counterparts: ['나래시'],
  what: '별빛 데이터센터',
  indicator: 'investment',
  value: '1000000000000',
  valueMax: null,
  bound: null,
  approximate: false,
  unit: 'KRW',
  per: null,
  due: null,
  dueText: null,
  start: null,
  startText: null,
  place: '나래시 물빛읍',
  stage: 'mou',
}
const fact: Candidate = {
  factId: 'f',
  subjectId: 's',
  subjectName: '별빛 데이터센터',
  subjectKind: 'project',
  place: '물빛읍',
  indicator: 'investment',
  facet: 'announced',
  value: '1000000000000',
  valueMax: null,
  unit: 'KRW',
  approximate: false,
  due: null,
  aliases: [],
  parties: ['가온전자'],
  said: [],
}
const compare = (ours: Partial<ClaimContent> = {}, theirs: Partial<Candidate> = {}) => {
  const said = { ...claim, ...ours }
  return compareClaim(said, { ...fact, ...theirs }, { said: said.what ? [said.what] : [], guessed: [], sentence: '' }, office, () => null)
}
const resultOf = (compared: ReturnType<typeof compare>, key: string) => compared.rows.find((row) => row.key === key)?.result

describe('holding a claim against a fact', () => {
  test('the same everything is likely; what is not known counts for neither', () => {
    const compared = compare()
    expect(compared.rows.map((row) => row.result)).toEqual(['same', 'same', 'same', 'same', 'unknown'])
    expect(compared.score).toBeCloseTo(11 / 12)
    expect(isLikely(compared)).toBe(true)
  })
  test('what is measured is no name: 투자 beside 투자액 speaks for nothing', () => {
    expect(
      resultOf(compare({ what: null }, { subjectName: '가온', said: [{ subject: null, what: '투자액', counterparts: [], place: null }] }), 'name'),
    ).toBe('unknown')
    expect(isMeasure('면적')).toBe(true)
    expect(isMeasure('별빛 투자센터')).toBe(false)
  })
  test('the same amount alone is never likely', () => {
    expect(
      isLikely(compare({ what: null, subject: null, counterparts: [], place: null }, { subjectName: '딴 사업', parties: [], place: null })),
    ).toBe(false)
  })
  test('another project of the same amount is not likely', () => {
    expect(isLikely(compare({}, { subjectName: '달빛 공장', parties: ['다솜화학'], place: '솔내면' }))).toBe(false)
  })
  test.each([
    ['the same firm elsewhere', { place: '솔빛산단' }, { place: '물빛읍' }],
    ['another firm in the same place', { subject: '두루소재', counterparts: [] }, {}],
    [
      'the second step',
      { lead: '가온전자는 2단계로 ' },
      { said: [{ subject: '가온전자', what: null, counterparts: [], place: null, lead: '가온전자는 1단계로 ' }] },
    ],
  ] as const)('%s is not likely, however much else is alike', (_, ours, theirs) => {
    const { lead, ...slots } = { lead: '', ...ours }
    const names = { said: ['별빛 데이터센터'], guessed: [], sentence: '', lead, rest: '' }
    const compared = compareClaim({ ...claim, ...slots, counterparts: [] }, { ...fact, ...theirs }, names, office, () => null)
    expect(compared.rows.find((row) => row.key === 'amount')?.result).toBe('same')
    expect(isLikely(compared)).toBe(false)
  })
  test('a project that is called by its firm or its site has no name of its own to agree by', () => {
    const elsewhere = compareClaim(
      { ...claim, what: '솔빛산단', place: '솔빛산단', counterparts: [], subject: '두루소재' },
      { ...fact, subjectName: '가온전자', place: '솔빛산단', said: [{ subject: '가온전자', what: '솔빛산단', counterparts: [], place: '솔빛산단' }] },
      { said: ['솔빛산단'], guessed: [], sentence: '두루소재가 솔빛산단에 1조원을 투자한다.' },
      office,
      () => null,
    )
    expect(elsewhere.rows.find((row) => row.key === 'name')).toMatchObject({ result: 'same', weight: 0 })
  })
  test('a firm that the sentence names without being its subject is its party', () => {
    const names = { said: [], guessed: [], sentence: '나래시가 가온전자로부터 1조원을 유치했다.' }
    const compared = compareClaim(
      { ...claim, subject: '나래시', counterparts: [], what: null, place: null },
      { ...fact, subjectName: '가온전자' },
      names,
      office,
      () => null,
    )
    expect(compared.rows.find((row) => row.key === 'party')?.result).toBe('same')
    expect(isLikely(compared)).toBe(true)
  })
  test('what its document calls a party besides is the party', () => {
    const names = { said: [], guessed: [], sentence: '', called: ['Gaon Electronics'] }
    const compared = compareClaim({ ...claim, counterparts: [] }, { ...fact, parties: ['Gaon Electronics'] }, names, office, () => null)
    expect(compared.rows.find((row) => row.key === 'party')?.result).toBe('same')
  })
  test('another town is not where the office keeps what has no place', () => {
    expect(resultOf(compare({ place: '강릉시' }, { place: null }), 'place')).toBe('different')
    expect(resultOf(compare({ place: '나래시' }, { place: null }), 'place')).toBe('unknown')
  })
  test('that both speak of the city says nothing about a project', () => {
    expect(resultOf(compare({ subject: '나래시', counterparts: [] }, { parties: ['나래시'] }), 'party')).toBe('unknown')
  })
  test('약 lets near amounts be one; without it they differ', () => {
    expect(resultOf(compare({ value: '950000000000', approximate: true }), 'amount')).toBe('same')
    expect(resultOf(compare({ value: '950000000000' }), 'amount')).toBe('different')
  })
  test('a town and its city are neither same nor different, two towns differ', () => {
    expect(samePlace('나래시 물빛읍', '물빛읍')).toBe(true)
    expect(samePlace('나래시', '나래시 물빛읍')).toBeNull()
    expect(samePlace('물빛읍', '솔내면')).toBe(false)
    expect(samePlace('나래시 문산2산업단지', '문산2산단')).toBe(true)
    expect(samePlace('솔빛일반산업단지', '솔빛산단')).toBe(true)
    expect(samePlace('솔빛산단', '누리산업단지')).toBe(false)
    expect(samePlace('별빛 국가산업단지', '별빛국가산단')).toBe(true)
  })
})

describe('what accepting would write', () => {
  test('a deal becomes a project with its parties, never the office among them', () => {
    const proposal = proposeAcceptance(claim, office, [])
    expect(proposal).toMatchObject({ subject: { kind: 'project', name: '별빛 데이터센터' }, facet: 'announced', stage: { to: 'mou' } })
    expect(proposal.parties).toEqual([{ name: '㈜가온전자', role: 'investor' }])
  })
  test('whose money it is follows the name of the part, else nobody knows', () => {
    expect(proposeAcceptance({ ...claim, what: '국비' }, office, []).funding).toBe('national')
    expect(proposeAcceptance({ ...claim, what: '민자' }, office, []).funding).toBe('private')
    expect(proposeAcceptance(claim, office, []).funding).toBeNull()
  })
  test('a total that the office states about itself belongs to the office', () => {
    const total = { ...claim, subject: '나래시', counterparts: [], what: '누적 투자유치 금액', stage: 'result' as const }
    expect(proposeAcceptance(total, office, ['별빛 데이터센터'])).toMatchObject({
      subject: { kind: 'office', name: '나래시' },
      facet: 'actual',
      stage: null,
      parties: [],
    })
  })
  test('what was counted at a date is true at it; what was promised is due by it', () => {
    const due = { from: '2026-01-01', to: '2027-01-01' }
    expect(proposeAcceptance({ ...claim, stage: 'operation', due }, office, [])).toMatchObject({ period: due, due: null })
    expect(proposeAcceptance({ ...claim, due }, office, [])).toMatchObject({ period: { from: null, to: null }, due })
  })
})

describe('names in a text', () => {
  test('quotation marks give names, speech gives none', () => {
    const text = '시는 물빛읍 ‘별빛 데이터센터’를 유치했다. 시장은 “잘될 것이다”라고 했다.'
    expect(namedThings(text).map((one) => one.name)).toEqual(['별빛 데이터센터'])
  })
  test('a name elsewhere in the text is offered where the sentence has only its noun', () => {
    const text = '물빛읍 ‘별빛 데이터센터’가 화제다.\n시는 물빛읍에 1조원 규모의 데이터센터를 짓는 협약을 맺었다.'
    const sentenceStart = text.indexOf('시는')
    const names = proposeNames(text, namedThings(text), {
      what: null,
      place: '물빛읍',
      parties: [],
      start: text.indexOf('1조'),
      sentenceStart,
      sentenceEnd: text.length,
    })
    expect(names).toEqual(['별빛 데이터센터'])
  })
  test('a clause is no name', () => {
    expect(looksLikeName('별빛 데이터센터')).toBe(true)
    expect(looksLikeName('지난 3일 한빛전자와')).toBe(false)
    expect(looksLikeName('시는 이를 위해 왕숙지구')).toBe(false)
  })
  test('legal forms and brackets do not make two names', () => {
    expect(sameName('㈜가온전자', '가온전자(주)')).toBe(true)
    expect(sameName('가온전자', '가온화학')).toBe(false)
  })
})
