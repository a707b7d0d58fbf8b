import { expect, test } from 'vitest'
import { lazily } from './oracle-case.ts'
import { runOracles } from './run.ts'

/** Shapes in which a case may come, worked out by hand on Z = [[4, 0], [2, 4]], f = [4, 2]: x = [8, 8], A = [[0.5, 0], [0.25, 0.5]], L = [[2, 0], [1, 2]]. */
const Z = [
  [4, 0],
  [2, 4],
]
const A = [
  [0.5, 0],
  [0.25, 0.5],
]
const counts = [
  [2, 0],
  [1, 1],
]

const cases: readonly [name: string, why: string, inputs: Record<string, unknown>, expected: unknown][] = [
  ['io_all', 'without value added, persons and households', { Z, f: [4, 2] }, { x: [8, 8], output_multiplier_I: [3, 2] }],
  ['io_all', 'a sector that employs nobody', { Z, f: [4, 2], emp: [0, 8] }, { emp_multiplier_I: [1, 2], emp_multiplier_I_ratio: ['inf', 2] }],
  ['domesticImportSplit', 'without value added', { Zd: Z, Zm: Z, fd: [4, 2] }, { x: [8, 8], import_inducement: [2, 1] }],
  ['published', 'flows and output alone', { Z, output: [8, 8] }, { backward_linkage: [3, 2], computed: { BL: [3, 2] } }],
  [
    'demandShock',
    'several final demands, one a column',
    {
      A,
      f: [
        [4, 1],
        [2, 0],
      ],
    },
    {
      x: [
        [8, 2],
        [8, 1],
      ],
    },
  ],
  ['incomeMultiplier typeI', 'a sector that pays nobody', { Z, x: [8, 8], compensation: [0, 4] }, { income_multiplier_I: ['inf', 2] }],
  [
    'averagePropagationLength',
    'a cell that no push reaches is 0/0 by definition',
    { A },
    {
      APL: [
        [2, 'NaN'],
        [3, 2],
      ],
    },
  ],
  ['structure', 'named groups', { E: [[1, 1, 2]], groups: ['가', '가', '나'] }, { unrelated_variety: [1], related_variety: [0.5] }],
  ['structure', 'no groups', { E: [[1, 1]] }, { hhi: [0.5], entropy_bits: [1] }],
  [
    'symmetricLq',
    'a table',
    { lq: [['inf', 1]] },
    {
      slq: [[1, 0]],
    },
  ],
  ['ellisonGlaeser', 'named regions', { plants: [1, 1], region: ['서울', '부산'], total_emp: [5, 5] }, { G: 0, H: 0.5 }],
  ['EconGeo::diversity', 'presence given', { mat: counts }, [2, 2]],
  ['EconGeo::diversity(RCA=TRUE)', 'presence worked out', { mat: counts }, [1, 1]],
  ['REAT::locq', 'a part larger than its whole is NA', { e_ij: 6, e_j: 5, e_i: 50, e: 90 }, 'NaN'],
  [
    'REAT::shift(Dunn)',
    'the name of the component in another version',
    { region1: [10], region2: [13], nation1: [100], nation2: [110] },
    { 'National share': 1, 'Industrial mix': 0, 'Regional shift': 2 },
  ],
  [
    'regionalise',
    'AFLQ cut before augmenting: the second column buys log₂(1 + 1.5) times the national input',
    {
      A_national: [
        [0.2, 0.2],
        [0.2, 0.2],
      ],
      emp_region: [10, 60],
      emp_nation: [100, 100],
      delta: 0,
    },
    {
      A_AFLQ: [
        [(0.2 * 10) / 35, (0.2 * 10 * Math.log2(1 + 60 / 35)) / 60],
        [0.2, 0.2 * Math.log2(1 + 60 / 35)],
      ],
    },
  ],
]

test.each(cases)('%s: %s', async (name, _why, inputs, expected) => {
  const file = { name: 'own.json', cases: [{ function: name, inputs, expected, tolerance: 1e-9 }] }
  expect((await runOracles([file], async () => '')).failures.map(({ reason }) => reason)).toEqual([])
})

test('a field that a case asks for and its table cannot give fails, and only then', async () => {
  const asked = { function: 'io_all', inputs: { Z, f: [4, 2] }, expected: { va_multiplier_I: [1, 1] } }
  const { failures } = await runOracles([{ name: 'own.json', cases: [asked] }], async () => '')
  expect(failures[0]!.reason).toContain('value added')
  expect(() => lazily({ a: () => 1, b: () => expect.fail('not asked for') })).not.toThrow()
})
