import { normalOf, seeded } from '#engines/economy/algebra/seeded'
import { chainReport } from '#engines/economy/city/chain-report'
import type { CaseOf } from '../cases.ts'
import { demonstrationChain } from './chain.ts'

type Industry = CaseOf<'structure'>['industries'][number]

/** What an industry draws on: heavy things, machines and electricity, chips and light, life, code; and its size and growth. All made up. */
interface Sketch {
  readonly industry: Industry
  readonly needs: readonly [number, number, number, number, number]
  readonly size: number
  readonly growth: number
}

const of = (
  id: string,
  name: string,
  nameEn: string,
  needs: Sketch['needs'],
  size: number,
  growth: number,
  land: number | null,
  power: number | null,
): Sketch => ({
  industry: { id, name, nameEn, group: id.slice(0, 1), landPerThousand: land, powerPerThousand: power },
  needs,
  size,
  growth,
})

const sketches: readonly Sketch[] = [
  of('C10', '식료품', 'Food', [0.1, 0, 0, 0.9, 0], 190, 0.012, 70000, 4),
  of('C13', '섬유', 'Textiles', [0.4, 0.1, 0, 0.2, 0], 80, -0.028, 60000, 5),
  of('C20', '화학', 'Chemicals', [0.9, 0.1, 0, 0.4, 0], 130, 0.014, 150000, 22),
  of('C21', '의약품', 'Pharmaceuticals', [0.1, 0, 0.1, 1, 0.2], 42, 0.045, 40000, 6),
  of('C22', '고무·플라스틱', 'Rubber and plastics', [0.7, 0.4, 0, 0.1, 0], 210, 0.004, 65000, 8),
  of('C24', '1차 금속', 'Basic metals', [1, 0.2, 0, 0, 0], 140, -0.004, 180000, 40),
  of('C25', '금속 가공', 'Fabricated metal', [0.8, 0.6, 0, 0, 0], 310, 0.006, 60000, 6),
  of('C261', '반도체', 'Semiconductors', [0, 0.3, 1, 0, 0.4], 150, 0.048, 35000, 55),
  of('C262', '전자부품·디스플레이', 'Electronic parts and displays', [0.1, 0.4, 0.9, 0, 0.1], 160, -0.012, 40000, 25),
  of('C263', '컴퓨터·통신장비', 'Computers and telecoms', [0, 0.3, 0.8, 0, 0.6], 70, 0.002, 30000, 5),
  of('C271', '의료기기', 'Medical devices', [0, 0.3, 0.5, 0.8, 0.3], 58, 0.052, 30000, 3),
  of('C273', '광학·정밀기기', 'Optics and precision', [0, 0.5, 0.9, 0.1, 0.2], 40, 0.018, 32000, 4),
  of('C281', '전동기·전력기기', 'Motors and power equipment', [0.4, 0.9, 0.3, 0, 0], 110, 0.016, 50000, 6),
  of('C282', '이차전지', 'Batteries', [0.5, 0.5, 0.6, 0, 0.1], 38, 0.095, 70000, 45),
  of('C285', '가전', 'Home appliances', [0.3, 0.9, 0.4, 0, 0.1], 52, -0.015, 55000, 5),
  of('C29', '기계', 'Machinery', [0.6, 0.9, 0.1, 0, 0.1], 330, 0.013, 60000, 4),
  of('C30', '자동차', 'Motor vehicles', [0.7, 0.9, 0.2, 0, 0.1], 350, 0.003, 75000, 8),
  of('C311', '조선', 'Shipbuilding', [1, 0.6, 0, 0, 0], 105, -0.03, 160000, 7),
  of('C313', '항공·우주', 'Aerospace', [0.4, 0.8, 0.4, 0, 0.4], 16, 0.04, 90000, 5),
  of('D35', '전력·신재생', 'Power and renewables', [0.6, 0.5, 0.2, 0, 0.1], 75, 0.035, null, null),
  of('H49', '육상 운송·물류', 'Land transport', [0.4, 0.2, 0, 0.3, 0.1], 620, 0.02, 80000, 1),
  of('J582', '소프트웨어', 'Software', [0, 0, 0.4, 0.1, 1], 380, 0.058, 9000, 1),
  of('J59', '영상·콘텐츠', 'Film and content', [0, 0, 0.1, 0.2, 0.9], 62, 0.03, 9000, 1),
  of('J63', '데이터·정보서비스', 'Data services', [0, 0.1, 0.5, 0.1, 1], 66, 0.072, 12000, null),
  of('M70', '연구개발', 'Research', [0.1, 0.3, 0.7, 0.6, 0.7], 145, 0.042, 20000, 3),
  of('Q86', '의료', 'Health care', [0, 0, 0.1, 1, 0.2], 860, 0.038, 15000, 2),
]

/** Regions of the Republic with made-up strengths: the names are real, the numbers are not. */
const regions: readonly (readonly [id: string, name: string, nameEn: string, size: number, strengths: Sketch['needs']])[] = [
  ['11', '서울', 'Seoul', 9.5, [0.1, 0.1, 0.4, 0.7, 1.3]],
  ['26', '부산', 'Busan', 3.2, [0.9, 0.7, 0.1, 0.6, 0.3]],
  ['27', '대구', 'Daegu', 2.3, [0.8, 0.9, 0.2, 0.8, 0.2]],
  ['28', '인천', 'Incheon', 2.8, [0.8, 0.8, 0.5, 0.6, 0.2]],
  ['29', '광주', 'Gwangju', 1.4, [0.6, 1.15, 0.55, 0.5, 0.2]],
  ['30', '대전', 'Daejeon', 1.5, [0.1, 0.4, 1, 0.7, 0.8]],
  ['31', '울산', 'Ulsan', 1.2, [1.6, 0.9, 0.1, 0.2, 0.1]],
  ['36', '세종', 'Sejong', 0.3, [0.2, 0.4, 0.6, 0.5, 0.6]],
  ['41', '경기', 'Gyeonggi', 12.5, [0.6, 0.7, 1.2, 0.5, 0.7]],
  ['42', '강원', 'Gangwon', 1.4, [0.3, 0.2, 0.2, 1, 0.2]],
  ['43', '충북', 'Chungbuk', 1.7, [0.6, 0.6, 1, 0.7, 0.1]],
  ['44', '충남', 'Chungnam', 2.1, [1, 0.8, 0.9, 0.4, 0.1]],
  ['45', '전북', 'Jeonbuk', 1.6, [0.8, 0.6, 0.2, 0.7, 0.1]],
  ['46', '전남', 'Jeonnam', 1.6, [1.3, 0.4, 0.1, 0.7, 0.1]],
  ['47', '경북', 'Gyeongbuk', 2.5, [1.2, 0.7, 0.7, 0.4, 0.1]],
  ['48', '경남', 'Gyeongnam', 3.1, [1.2, 1.1, 0.2, 0.4, 0.1]],
  ['50', '제주', 'Jeju', 0.6, [0.1, 0.1, 0.1, 0.9, 0.4]],
]

const years = Array.from({ length: 11 }, (_, k) => 2015 + k)

/** 시범 산업구조: made-up persons at work by region and industry, with the gaps of the made-up value chain. */
export function demonstrationStructure(region = '29'): CaseOf<'structure'> {
  const normal = normalOf(seeded(20260))
  const base = regions.map(([, , , size, strengths]) =>
    sketches.map((one) => {
      const fit = one.needs.reduce((sum, need, k) => sum + need * strengths[k]!, 0)
      return one.size * 20 * size * Math.exp(2.2 * fit - 2.3 + 0.4 * normal())
    }),
  )
  const drift = regions.map(() => sketches.map(() => 0.012 * normal()))
  const values = years.map((_, t) => {
    // one downturn of the nation, so that there is something to have come through
    const cycle = t === 5 ? 0.955 : t === 6 ? 0.975 : 1
    return base.map((row, i) =>
      row.map((one, j) => Math.round(one * (1 + sketches[j]!.growth + drift[i]![j]!) ** t * cycle * Math.exp(0.01 * normal()))),
    )
  })
  return {
    kind: 'structure',
    name: '지역·산업별 종사자',
    source: { name: '구슬 시범 자료: 씨앗값으로 만든 합성 표, 실제 통계가 아님', licence: 'CC0 1.0', synthetic: true },
    unit: 'persons',
    region,
    regions: regions.map(([id, name, nameEn]) => ({ id, name, nameEn })),
    industries: sketches.map(({ industry }) => ({ ...industry, chainGap: gapShare(industry.id) })),
    years,
    values,
  }
}

/** Share of all gaps of the made-up value chain that makers of an industry would fill. */
function gapShare(id: string): number {
  const { nodes } = chainReport(demonstrationChain()).value
  const all = nodes.reduce((sum, one) => sum + one.gap, 0)
  const own = nodes.filter((one) => one.industry !== null && (one.industry === id || (id.length < 4 && one.industry.slice(0, 3) === id)))
  return own.reduce((sum, one) => sum + one.gap, 0) / all
}
