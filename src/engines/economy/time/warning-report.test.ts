import { describe, expect, test } from 'vitest'
import { normalOf, seeded } from '../algebra/seeded.ts'
import { monthlySeries } from './monthly-table.ts'
import { compareRules } from './rule-comparison.ts'
import { calibratedLimit, quietSeries } from './warning-limit.ts'
import { type MaximaCache, type WarningCase, type WatchedSeries, warningReport } from './warning-report.ts'

const season = [1, -3, 2, 0, 1, 1, -1, -2, 2, 1, 0, -2]
const cache: MaximaCache = new Map()
const made = (id: string, sector: string | null, seed: number, fall: (t: number) => number = () => 0): WatchedSeries => ({
  id,
  name: id,
  zone: '가산단',
  sector,
  measure: 'utilisation',
  unit: '%',
  start: '2020-01',
  values: quietSeries(72, 0.4, normalOf(seeded(seed))).map((one, t) => 80 + season[t % 12]! + one - fall(t)),
})
const step = (from: number, size: number) => (t: number) => (t >= from ? size : 0)
const of = (series: WatchedSeries[], more: Partial<WarningCase> = {}): WarningCase => ({ name: '시험', series, falseAlarmsPerYear: 0.1, ...more })

describe('a zone with its sectors', () => {
  const report = warningReport(
    of([made('전체', null, 1, step(64, 5)), made('전자', '전자', 2, step(64, 9)), made('기계', '기계', 3), made('식품', '식품', 4)]),
    cache,
  ).value

  test('a step is an alarm of the whole and of the sector that falls, and of no other', () => {
    expect(report.verdict).toBe('falling')
    expect(report.series.map((one) => [one.id, one.warning?.status])).toEqual([
      ['전체', 'alarm'],
      ['전자', 'alarm'],
      ['기계', 'quiet'],
      ['식품', 'quiet'],
    ])
    expect(report.series[1]!.warning!.breakMonth! >= '2025-03' && report.series[1]!.warning!.breakMonth! <= '2025-06').toBe(true)
    expect(report.series[1]!.deviations!.at(-1)!).toBeLessThan(-3)
  })

  test('series watched together share the false alarms', () => {
    expect(report.watchedTogether).toBe(4)
    expect(1 - (1 - report.falseAlarmsEach) ** 4).toBeCloseTo(0.1, 12)
    expect(report.falseAlarmsInThreeYears).toBeCloseTo(1 - (1 - report.falseAlarmsEach) ** 3, 12)
  })

  test('diffusion falls below even where most fall', () => {
    const both = warningReport(of([made('전자', '전자', 2, step(69, 9)), made('기계', '기계', 3, step(69, 9))]), cache).value
    expect(both.diffusion.at(-1)).toEqual({ month: '2025-12', index: 0 })
    expect(both.diffusion[0]!.month).toBe('2020-06')
  })
})

test('a lower rate asks for more before it alarms', () => {
  const limit = (falseAlarmsPerYear: number) =>
    warningReport(of([made('전체', null, 1)], { falseAlarmsPerYear }), cache).value.series[0]!.warning!.limit!
  expect(limit(0.05)).toBeGreaterThan(limit(0.3))
})

test('a gap, a short and a constant series say what is wrong and leave the others as they are', () => {
  const gap = { ...made('틈', '틈', 5), values: made('틈', '틈', 5).values.map((one, t) => (t === 30 ? null : one)) }
  const short = { ...made('짧음', '짧음', 6), values: made('짧음', '짧음', 6).values.slice(0, 20) }
  const flat = { ...made('평평', '평평', 7), values: new Array<number>(72).fill(80) }
  const [one, two, three, four] = warningReport(of([gap, short, flat, made('전체', null, 4)]), cache).value.series
  expect(one!.problem).toMatchObject({ code: 'not-a-number', message: expect.stringContaining('2022-07') })
  expect(two!.warning).toMatchObject({ status: 'insufficient-history', limit: null })
  expect(three!.problem?.code).toBe('missing')
  expect(four!.warning?.status).toBe('quiet')
})

test('without series, or with a rate that is none, it is refused', () => {
  expect(() => warningReport(of([]))).toThrow('at least one')
  expect(() => warningReport(of([made('a', null, 1)], { falseAlarmsPerYear: 1 }))).toThrow('between 0 and 1')
})

test('a synthetic source says so', () => {
  expect(warningReport(of([made('전체', null, 1)], { source: { synthetic: true } }), cache).basis.warnings[0]).toContain('synthetic')
})

test('the press’s rule alarms in most quiet three years, the rule in use seldom, and it finds a fall sooner', () => {
  const usual = { quiet: 60, persistence: 0.5, seed: 3 }
  const limit = calibratedLimit({ ...usual, reference: 0.5, falseAlarmsPerYear: 0.1, seriesWatched: 1 })
  const scores = compareRules({ ...usual, sigma: 1, step: 4, limit, runs: 200 })
  const of = (rule: string) => scores.find((one) => one.rule === rule)!
  expect(of('three-falls').falseInThreeYears).toBeGreaterThan(0.7)
  expect(of('cusum').falseInThreeYears).toBeLessThan(0.35)
  expect(of('cusum').found).toBe(1)
  expect(of('cusum').medianMonth!).toBeLessThanOrEqual(2)
})

describe('monthly tables', () => {
  test('rows in any order become series, what is left out is unknown', () => {
    const series = monthlySeries([
      ['월', '구역', '업종', '지표', '값'],
      ['2024-03', '가산단', '전체', '가동률', '80%'],
      ['2024.1', '가산단', '', '', '81.5'],
      ['2024년 2월', '가산단', '전자', '고용', '1,200'],
      ['', '', '', '', ''],
    ])
    expect(series.map(({ zone, sector, measure, start, values }) => [zone, sector, measure, start, values])).toEqual([
      ['가산단', null, 'utilisation', '2024-01', [81.5, null, 80]],
      ['가산단', '전자', 'employment', '2024-02', [1200]],
    ])
  })

  test('what cannot be read is named with its row', () => {
    const read = (row: string[]) => () => monthlySeries([['month', 'zone', 'value'], ['2024-01', 'a', '1'], row])
    expect(read(['2024-13', 'a', '1'])).toThrow('row 3')
    expect(read(['2024-02', 'a', '많음'])).toThrow('got "많음"')
    expect(read(['2024-01', 'a', '2'])).toThrow('a second for 2024-01')
    expect(() => monthlySeries([['월', '값']])).toThrow('구역')
  })
})
