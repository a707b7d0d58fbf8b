import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSubjects, likeness, type SubjectToCompare, sameSubjectFrom } from './compare-subjects.ts'

const subject = (over: Partial<SubjectToCompare>): SubjectToCompare => ({
  id: '',
  kind: 'organisation',
  nameKo: '신라이노텍',
  nameEn: null,
  aliases: [],
  place: null,
  related: [],
  values: [],
  documents: 1,
  ...over,
})

describe('two subjects side by side', () => {
  test('the order of the two changes no score', () => {
    const names = fc.constantFrom('신라이노텍', '신라 이노텍㈜', '가람소재', '누리', 'Silla Innotek')
    const any = fc.record({ nameKo: names, place: fc.option(names), related: fc.array(names), values: fc.array(names), aliases: fc.array(names) })
    fc.assert(
      fc.property(any, any, fc.constantFrom('organisation', 'agreement'), (a, b, kind) => {
        const [x, y] = [subject({ ...a, kind }), subject({ ...b, kind })]
        const score = compareSubjects(x, y).score
        expect(compareSubjects(y, x).score).toBeCloseTo(score, 12)
        expect(Math.abs(score)).toBeLessThanOrEqual(1)
      }),
    )
  })
  test('a name with a word more and a shared project is shown, a name alone that differs is not', () => {
    const longer = subject({ nameKo: '신라이노텍솔루션', related: ['별빛 공장'] })
    expect(compareSubjects(subject({ related: ['별빛 공장'] }), longer).score).toBeGreaterThanOrEqual(sameSubjectFrom)
    expect(compareSubjects(subject({}), subject({ nameKo: '가람소재' })).score).toBeLessThan(sameSubjectFrom)
  })
  test('an alias of the one that is the name of the other is said in its row', () => {
    const { rows } = compareSubjects(subject({ aliases: ['신라'] }), subject({ nameKo: '신라' }))
    expect(rows.find((row) => row.key === 'alias')).toMatchObject({ result: 'same', ours: '신라' })
  })
  test('agreements over other values at other places are held to be two', () => {
    const agreement = (over: Partial<SubjectToCompare>) => subject({ kind: 'agreement', nameKo: '데이터센터 투자협약', ...over })
    const one = agreement({ place: '물빛읍', related: ['한빛'], values: ['investment 100 KRW'] })
    expect(compareSubjects(one, agreement({ place: '가람동', related: ['누리'], values: ['investment 7 KRW'] })).score).toBeLessThan(sameSubjectFrom)
    expect(compareSubjects(one, agreement({ place: '물빛읍', related: ['한빛'], values: ['investment 100 KRW'] })).score).toBeGreaterThan(0.7)
  })
  const project = (over: Partial<SubjectToCompare>) =>
    subject({ kind: 'project', nameKo: '물빛 데이터센터', place: '물빛읍', related: ['가람디씨'], values: ['investment 824000000000 KRW'], ...over })
  test.each([
    ['renamed', { nameKo: '물빛 그린 컴퓨팅 파크' }],
    ['with a value rounded by its source', { nameKo: '물빛 데이터센터 단지', values: ['investment 820000000000 KRW'] }],
    ['of a firm by a longer name', { nameKo: '물빛 데이터센터 단지', related: ['가람디씨솔루션'] }],
  ])('a project %s is shown', (_, over) => {
    expect(compareSubjects(project({}), project(over)).shown).toBe(true)
  })
  test.each([
    ['the second of several', { nameKo: '물빛 제2데이터센터' }],
    ['another of the same firm and money elsewhere', { nameKo: '솔내 태양광 발전소', place: '솔내면' }],
    ['another of the same firm in the same place', { nameKo: '물빛 연수원', values: ['investment 7000000000 KRW'] }],
  ])('%s is not shown', (_, over) => {
    expect(compareSubjects(project({}), project(over)).shown).toBe(false)
  })
  test('spellings of one name are shown by themselves, names that are only alike are not', () => {
    const shown = (a: string, b: string) => compareSubjects(subject({ nameKo: a }), subject({ nameKo: b })).shown
    expect(shown('소닉데이타', '소닉데이터')).toBe(true)
    expect(shown('새한빛첨단소재', '새한빛소재')).toBe(true)
    expect(shown('가온소재', '다온소재')).toBe(false)
    expect(shown('한울에너지', '한울에너지솔루션')).toBe(false)
  })
  test('names that are only alike are shown where the projects of both have one value; of firms that build together nothing but an alike name is', () => {
    const told = { values: ['investment 35000000000 KRW'], place: '솔내산단' }
    const shown = (a: string, b: string, over = {}) =>
      compareSubjects(subject({ nameKo: a, ...told, ...over }), subject({ nameKo: b, ...told, ...over })).shown
    expect(shown('가온이노텍', '가온이노테크')).toBe(true)
    expect(shown('가온이노텍', '새한빛소재', { related: ['솔내 공장'] })).toBe(false)
  })
  test('projects named by two spellings of their firm are shown with one value, and not where nothing else is one', () => {
    const named = (nameKo: string, over: Partial<SubjectToCompare>) => project({ nameKo, related: [nameKo], ...over })
    expect(compareSubjects(named('벤트라코리아', {}), named('한국벤트라', {})).shown).toBe(true)
    expect(compareSubjects(named('벤트라코리아', {}), named('한국벤트라', { place: '솔내면', values: ['investment 7000000000 KRW'] })).shown).toBe(
      false,
    )
  })
  test('likeness is one for the same letters and none for none', () => {
    expect(likeness('㈜누리', '누리')).toBe(1)
    expect(likeness('가', '나')).toBe(0)
  })
})
