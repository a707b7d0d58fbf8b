import { normalOf, seeded } from '#engines/economy/algebra/seeded'
import { holidayDays } from '#engines/economy/time/korean-holidays'
import { quietSeries } from '#engines/economy/time/warning-limit'
import type { CaseOf } from '../cases.ts'

const START = '2019-01'
const MONTHS = 94
const seasons = [0.6, -1.2, 0.8, 0.4, 0.2, 0.5, -0.6, -1.6, 0.7, 0.5, 0.2, -0.5]

type Series = CaseOf<'warning'>['series'][number]

/** One made-up series: level, season, holidays, memory, and a slope from a month on. */
function series(
  seed: number,
  names: Pick<Series, 'id' | 'name' | 'nameEn' | 'zone' | 'sector'>,
  level: number,
  fall: { from: number; perMonth: number } | null,
  more: { measure?: Series['measure']; unit?: string; scale?: number; months?: number } = {},
): Series {
  const { measure = 'utilisation', unit = '%', scale = 1, months = MONTHS } = more
  const skipped = MONTHS - months
  const days = holidayDays(START, MONTHS)!
  const noise = quietSeries(MONTHS, 0.45, normalOf(seeded(seed)))
  const values = noise.map((one, t) => {
    const lost = fall === null ? 0 : Math.max(0, t - fall.from) * fall.perMonth
    const points = level + seasons[t % 12]! + 0.9 * one - 0.5 * days.seollal[t]! - 0.4 * days.chuseok[t]! - lost
    return Math.round(points * scale * 10) / 10
  })
  const at = Number(START.slice(0, 4)) * 12 + skipped
  const start = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  return { ...names, measure, unit, start, values: values.slice(skipped) }
}

const hub = '안산스마트허브'

/** 시범 조기경보: made-up utilisation of a real industrial complex, falling in two of its six sectors. No number here was measured. */
export const demonstrationWarning = (): CaseOf<'warning'> => ({
  kind: 'warning',
  name: '안산스마트허브 월 가동률',
  source: { name: '구슬 시범 자료: 씨앗값으로 만든 합성 계열, 실제 통계가 아님', licence: 'CC0 1.0', synthetic: true },
  falseAlarmsPerYear: 0.1,
  seed: 1,
  said: { quote: '안산스마트허브의 공장 가동률은 석 달째 떨어졌다.', where: '안산시 산학관 클러스터 기사 요지 (매체 미상, 구슬의 말로 줄인 것)' },
  series: [
    series(101, { id: 'all', name: '전체', nameEn: 'All sectors', zone: hub, sector: null }, 77.5, { from: 84, perMonth: 0.75 }),
    series(102, { id: 'electronics', name: '전기·전자', nameEn: 'Electronics', zone: hub, sector: '전기·전자' }, 79, { from: 83, perMonth: 1.4 }),
    series(103, { id: 'machinery', name: '기계', nameEn: 'Machinery', zone: hub, sector: '기계' }, 78, { from: 86, perMonth: 1.2 }),
    series(104, { id: 'metal', name: '금속 가공', nameEn: 'Metal work', zone: hub, sector: '금속 가공' }, 75, null),
    series(105, { id: 'chemicals', name: '화학', nameEn: 'Chemicals', zone: hub, sector: '화학' }, 81, null),
    series(106, { id: 'textiles', name: '섬유', nameEn: 'Textiles', zone: hub, sector: '섬유' }, 70, null),
    series(107, { id: 'food', name: '음식료', nameEn: 'Food', zone: hub, sector: '음식료' }, 76, null),
    series(
      108,
      { id: 'employment', name: '고용', nameEn: 'Employment', zone: hub, sector: null },
      100,
      { from: 88, perMonth: 0.35 },
      { measure: 'employment', unit: 'persons', scale: 1250 },
    ),
    series(109, { id: 'plating', name: '도금단지', nameEn: 'Plating complex', zone: '반월도금단지', sector: null }, 68, null, { months: 20 }),
  ],
})
