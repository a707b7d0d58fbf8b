import { describe, expect, test } from 'vitest'
import type { ClaimContent } from '#record/claim'
import { proposeAcceptance } from './propose.ts'

const claim = (over: Partial<ClaimContent>): ClaimContent => ({
  kind: 'quantity',
  subject: '누리테크',
  counterparts: ['나래시'],
  what: null,
  indicator: 'investment',
  value: '120000000000',
  valueMax: null,
  bound: null,
  approximate: false,
  unit: 'KRW',
  per: null,
  due: null,
  dueText: null,
  start: null,
  startText: null,
  place: '나래산단',
  stage: 'mou',
  ...over,
})
const nameOf = (over: Partial<ClaimContent>, names: string[] = []) => proposeAcceptance(claim(over), ['나래시'], names).subject

describe('the name under which a claim would be accepted', () => {
  test('money, jobs and steps of one firm are of one project where the text names none', () => {
    expect(nameOf({ what: '투자액' })).toMatchObject({ kind: 'project', name: '누리테크' })
    expect(nameOf({ what: '고용', indicator: 'jobs', unit: 'persons' })).toMatchObject({ kind: 'project', name: '누리테크' })
    expect(nameOf({ kind: 'stage', indicator: null, value: null, unit: null })).toMatchObject({ kind: 'project', name: '누리테크' })
  })
  test('a thing of its own gives its name, what the text names even before', () => {
    expect(nameOf({ what: '이차전지 소재 공장' }).name).toBe('이차전지 소재 공장')
    expect(nameOf({ what: '이차전지 소재 공장' }, ['누리 이차전지 캠퍼스']).name).toBe('누리 이차전지 캠퍼스')
  })
  test('a bare noun of a kind is no name, and is not offered alone', () => {
    expect(nameOf({ what: '분야' }).name).toBe('누리테크')
    expect(nameOf({ what: '신규 공장' }).name).toBe('누리테크')
    expect(proposeAcceptance(claim({ what: '공장' }), ['나래시'], []).otherNames).toEqual(['누리테크 공장'])
    expect(nameOf({ what: '동력 분야 시험동' }).name).toBe('동력 분야 시험동')
  })
  test('a firm’s land is of its project, a public body’s land and money of the site', () => {
    const land = { indicator: 'area', unit: 'm2', what: '나래산단' } as const
    expect(nameOf(land)).toMatchObject({ kind: 'project', name: '누리테크' })
    expect(nameOf({ ...land, subject: '가람도', what: '면적' })).toMatchObject({ kind: 'zone', name: '나래산단' })
    expect(nameOf({ subject: '가람도', indicator: 'budget', what: '총사업비' })).toMatchObject({ name: '나래산단' })
    expect(nameOf({ what: '깔고 지역인력', indicator: 'jobs', unit: 'persons' }).name).toBe('누리테크')
  })
  test('a row of totals names nobody: it is the office’s, and makes no project called 투자액', () => {
    const row = { subject: null, counterparts: [], place: null, what: '투자액' } as const
    expect(nameOf({ ...row, counterparts: [] })).toMatchObject({ kind: 'office', name: '나래시' })
    expect(nameOf({ ...row, counterparts: [], what: '고용', indicator: 'jobs', unit: 'persons' })).toMatchObject({ kind: 'office', name: '나래시' })
  })
  test('how many firms signed is the office’s, whichever of them the sentence names first', () => {
    expect(nameOf({ indicator: 'firms', unit: 'firms', what: '중소기업' })).toMatchObject({ kind: 'office' })
  })
  test('without a firm it is the place, and a total of the office is the office’s', () => {
    expect(nameOf({ subject: null, counterparts: [], what: '투자액', stage: 'mou' }).name).toBe('나래산단')
    expect(nameOf({ subject: '나래시', counterparts: [], what: '투자액', stage: 'plan' })).toMatchObject({ kind: 'office', name: '나래시' })
  })
})
