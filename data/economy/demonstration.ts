import { sectors33 } from './sectors.ts'

/**
 * 합성 시범 경제: how the made-up economy of the demonstration looks, sector by sector. Every number here is invented so that the screens have something plausible to show;
 * none is a statistic of Korea or of any city. Tables made from it say so on every result.
 */
export interface SyntheticSector {
  readonly name: string
  /** Weight in final demand. */
  readonly demand: number
  /** Value added a unit of output. */
  readonly valueAdded: number
  /** Share of its inputs that is imported. */
  readonly imported: number
  /** Persons at work for KRW 1bn of output, and the part of them on a payroll. */
  readonly persons: number
  readonly payroll: number
  /** Shares of its final demand: households, government, investment, exports. */
  readonly uses: readonly [number, number, number, number]
  /** How common its goods are as inputs of others. */
  readonly input: number
  /** Its strength in the made-up region against the nation. */
  readonly strength: number
}

const of = (
  code: string,
  demand: number,
  valueAdded: number,
  imported: number,
  persons: number,
  payroll: number,
  uses: SyntheticSector['uses'],
  input: number,
  strength: number,
): SyntheticSector => ({
  name: sectors33.find((one) => one.code === code)!.ko,
  demand,
  valueAdded,
  imported,
  persons,
  payroll,
  uses,
  input,
  strength,
})

const people: SyntheticSector['uses'] = [0.9, 0, 0, 0.1]
const abroad: SyntheticSector['uses'] = [0.2, 0, 0.1, 0.7]
const machines: SyntheticSector['uses'] = [0.05, 0, 0.6, 0.35]
const state: SyntheticSector['uses'] = [0.15, 0.8, 0, 0.05]

export const syntheticSectors: readonly SyntheticSector[] = [
  of('A', 22, 0.5, 0.15, 22, 0.2, people, 4, 0.6),
  of('B', 1, 0.48, 0.2, 6, 0.9, abroad, 3, 0.3),
  of('C01', 55, 0.2, 0.3, 3.2, 0.85, people, 4, 0.9),
  of('C02', 30, 0.24, 0.3, 5.2, 0.8, [0.5, 0, 0, 0.5], 2, 0.7),
  of('C03', 6, 0.27, 0.28, 4.4, 0.85, people, 4, 0.8),
  of('C04', 45, 0.18, 0.75, 0.3, 0.98, [0.4, 0, 0, 0.6], 6, 0.2),
  of('C05', 95, 0.26, 0.35, 1.7, 0.95, [0.3, 0, 0, 0.7], 11, 0.7),
  of('C06', 5, 0.31, 0.25, 2.8, 0.93, abroad, 4, 0.8),
  of('C07', 40, 0.18, 0.4, 0.9, 0.97, abroad, 10, 0.6),
  of('C08', 25, 0.33, 0.2, 4.1, 0.88, machines, 6, 1.2),
  of('C09', 190, 0.42, 0.42, 1.3, 0.98, [0.1, 0, 0.2, 0.7], 10, 1.5),
  of('C10', 55, 0.3, 0.33, 2.3, 0.95, machines, 5, 1.4),
  of('C11', 85, 0.31, 0.26, 3.1, 0.93, machines, 4, 0.9),
  of('C12', 180, 0.24, 0.2, 2.1, 0.97, [0.2, 0, 0.2, 0.6], 5, 1.9),
  of('C13', 15, 0.34, 0.25, 5.4, 0.75, people, 2, 0.9),
  of('C14', 4, 0.45, 0.15, 7.2, 0.85, abroad, 3, 1.3),
  of('D', 20, 0.26, 0.55, 0.8, 0.99, people, 7, 0.7),
  of('E', 8, 0.47, 0.08, 4.3, 0.93, state, 3, 1),
  of('F', 240, 0.43, 0.1, 6.7, 0.85, [0, 0.05, 0.94, 0.01], 2, 1.1),
  of('G', 150, 0.53, 0.07, 9.6, 0.62, [0.75, 0, 0.1, 0.15], 9, 1),
  of('H', 60, 0.42, 0.28, 7.7, 0.7, [0.4, 0, 0, 0.6], 7, 0.9),
  of('I', 110, 0.38, 0.1, 14.5, 0.55, people, 3, 1),
  of('J', 90, 0.51, 0.12, 5.1, 0.95, [0.6, 0.05, 0.3, 0.05], 7, 0.9),
  of('K', 70, 0.58, 0.06, 4.4, 0.97, people, 8, 0.9),
  of('L', 150, 0.74, 0.02, 2.6, 0.7, people, 5, 1),
  of('M', 85, 0.55, 0.09, 7.3, 0.92, [0.1, 0.1, 0.75, 0.05], 8, 0.9),
  of('N', 15, 0.65, 0.05, 14.8, 0.94, people, 6, 1.1),
  of('O', 140, 0.72, 0.05, 7.2, 1, state, 1, 1.1),
  of('P', 120, 0.73, 0.05, 11.6, 0.9, [0.45, 0.55, 0, 0], 1, 1.2),
  of('Q', 150, 0.56, 0.08, 13.1, 0.95, [0.5, 0.5, 0, 0], 1, 1.2),
  of('R', 30, 0.48, 0.08, 13.4, 0.7, [0.7, 0.25, 0, 0.05], 1, 1),
  of('S', 45, 0.49, 0.08, 17.2, 0.6, people, 2, 1),
  of('T', 2, 0.4, 0.1, 3, 0.9, people, 2, 1),
]

/** What the tables of the demonstration are called and whose they are: nobody's. */
export const syntheticNames = {
  table: '합성 산업연관표 33부문 (시범)',
  employment: '합성 지역 종사자 (시범)',
  region: '합성 시범 지역',
  source: '구슬 시범 자료, 씨앗값으로 만든 합성 표: 어떤 나라나 도시의 통계도 아님',
  licence: 'CC0 1.0',
  unit: 'KRW 1bn',
  seed: 20260101,
  /** Share of the made-up region in the made-up nation. */
  size: 0.029,
} as const
