import { expect, test } from 'vitest'
import type { OracleCase } from './oracle-case.ts'
import { runOracles } from './run.ts'

/** Cases worked out by hand on tables of two sectors: A = [[0.5, 0], [0.25, 0.5]], L = [[2, 0], [1, 2]], x = [8, 8], f = [4, 2]. */
const Z = [
  [4, 0],
  [2, 4],
]
const table = { Z, X: [8, 8], f: [4, 2], V: [2, 4] }
const cases: readonly [string, Record<string, unknown>, unknown][] = [
  // the package takes column j times row i: [0, 2]′ · [2, 0]
  [
    'ioanalysis::f.influence(i=1,j=2)',
    table,
    [
      [0, 0],
      [4, 0],
    ],
  ],
  [
    'ioanalysis::leontief.inv',
    table,
    [
      [2, 0],
      [1, 2],
    ],
  ],
  [
    'ioanalysis::mpm',
    table,
    [
      [1.2, 0.8],
      [1.8, 1.2],
    ],
  ],
  ['ioanalysis::multipliers(output)', table, [[3], [2]]],
  [
    'ioanalysis::linkages(total, normalize)',
    table,
    [
      [1.2, 0.8],
      [0.8, 1.2],
    ],
  ],
  // a single region comes as a list with one name
  [
    'ioanalysis::linkages(total, normalize=FALSE)',
    table,
    {
      Korea: [
        [3, 2],
        [2, 3],
      ],
    },
  ],
  ['ioanalysis::linkages(direct, normalize=TRUE)', table, { 'BL.dir': [1.2, 0.8], 'FL.dir': [0.8, 1.2] }],
  // without what sector 2 buys: x = [8, 2 + 2]
  ['ioanalysis::extraction(sector 2, backward)', table, [[0], [4]]],
  ['ioanalysis::extraction(sector 2, forward)', table, [[4], [4]]],
  [
    'ioanalysis::ras',
    {
      A: [
        [0.5, 0],
        [0.25, 0.5],
      ],
      x1: [8, 8],
      u1: [4, 6],
      v1: [6, 4],
    },
    [
      [0.5, 0],
      [0.25, 0.5],
    ],
  ],
  ['REAT::herf', { x: [3, 1] }, 0.625],
  ['REAT::herf(coefnorm=TRUE)', { x: [3, 1] }, 0.25],
  ['REAT::herf(output="eq")', { x: [3, 1] }, 1.6],
  [
    'REAT::shift(Dunn)',
    { e_ij1: [10, 10], e_ij2: [12, 10], e_i1: [100, 100], e_i2: [110, 110] },
    {
      components: [[2], [2], [0], [0], [0]],
      growth: [
        [10, 12, 2, 0.2, 100, 110, 10, 0.1],
        [10, 10, 0, 0, 100, 110, 10, 0.1],
      ],
      method: 'Dunn',
    },
  ],
  [
    'EconGeo::relatedness.density',
    {
      binary: [[1, 0]],
      relatedness: [
        [0, 0],
        [0, 0],
      ],
    },
    [['NaN', 'NaN']],
  ],
  // two sectors that the region does not have: nobody sells, and nobody buys
  [
    'regionalise',
    {
      A_national: [
        [0.2, 0.2, 0.2],
        [0.2, 0.2, 0.2],
        [0.2, 0.2, 0.2],
      ],
      emp_region: [10, 0, 0],
      emp_nation: [100, 50, 50],
      delta: 0,
    },
    {
      SLQ: [2, 0, 0],
      lambda: 1,
      FLQ: [
        [2, -1, -1],
        [0, 0, -1],
        [0, -1, 0],
      ],
      A_SLQ: [
        [0.2, 0.2, 0.2],
        [0, 0, 0],
        [0, 0, 0],
      ],
    },
  ],
  [
    'ghoshInverse',
    { Z, x: [8, 8] },
    [
      [2, 0],
      [1, 2],
    ],
  ],
  [
    'outputMultipliers',
    {
      A: [
        [0.5, 0],
        [0.25, 0.5],
      ],
    },
    [3, 2],
  ],
  ['valueAddedMultipliers', { Z, x: [8, 8], va: [2, 4] }, { valueAddedMultipliers: [1, 1] }],
  ['employmentMultipliers', { Z, x: [8, 8], emp: [8, 4] }, [2.5, 1]],
  [
    'powerOfDispersion',
    {
      A: [
        [0.5, 0],
        [0.25, 0.5],
      ],
    },
    [1.2, 0.8],
  ],
  ['sensitivityOfDispersion(ghosh)', { Z, x: [8, 8] }, [0.8, 1.2]],
  [
    'keySectors',
    {
      A: [
        [0.5, 0],
        [0.25, 0.5],
      ],
    },
    ['backward', 'forward'],
  ],
  ['hypotheticalExtraction', { Z, x: [8, 8] }, { complete: [12, 8], backward: [8, 4], forward: [4, 8] }],
  ['spilloverFeedback', { Z, x: [8, 8], regions: ['가', '나'], region: '가' }, { intra: [2], feedback: [0], spillover: [1] }],
  ['aggregate', { Z, x: [8, 8], f: [4, 2], groups: ['a', 'a'] }, { Z: [[10]], x: [16], f: [6] }],
  [
    'splitDomesticImport',
    { Z, x: [8, 8], f: [4, 2], import_share: [0.5, 0] },
    {
      Zd: [
        [2, 0],
        [2, 4],
      ],
      Zm: [
        [2, 0],
        [0, 0],
      ],
      x: [4, 8],
      fd: [2, 2],
    },
  ],
  [
    'flegg',
    { emp_region: [10, 10], emp_nation: [100, 300], delta: 0 },
    [
      [2, 3],
      [1 / 3, 2 / 3],
    ],
  ],
  ['supplyShock', { Z, x: [8, 8], dv: [1, 0] }, [2, 0]],
  [
    'locationQuotient',
    {
      mat: [
        [1, 1],
        [3, 1],
        [0, 0],
      ],
    },
    [
      [0.75, 1.5],
      [1.125, 0.75],
      ['NaN', 'NaN'],
    ],
  ],
  [
    'rasBalance',
    {
      Z0: [
        [1, 1],
        [1, 1],
      ],
      u: [3, 1],
      v: [2, 2],
    },
    [
      [1.5, 1.5],
      [0.5, 0.5],
    ],
  ],
  [
    'proximity',
    {
      mcp: [
        [1, 1],
        [1, 0],
      ],
    },
    [
      [1, 0.5],
      [0.5, 1],
    ],
  ],
  [
    'relatedness',
    {
      cooc: [
        [0, 2],
        [2, 0],
      ],
      method: 'cosine',
    },
    [
      [0, 1],
      [1, 0],
    ],
  ],
]

test.each(cases)('%s', async (name, inputs, expected) => {
  const one: OracleCase = { function: name, inputs, expected, tolerance: 1e-9 }
  const { failures } = await runOracles([{ name: 'own.json', cases: [one] }], async () => '')
  expect(failures.map(({ reason }) => reason)).toEqual([])
})

test('balancing by rounds may stop where the package stops, at its tolerance', async () => {
  const inputs = {
    A: [
      [0.1, 0.4],
      [0.3, 0.2],
    ],
    x1: [10, 10],
    u1: [4, 6],
    v1: [5, 5],
    tol: 100,
  }
  // one round: rows to 4 and 6 (each cell · 4/5 and 6/5), then columns from 4.4 and 5.6 to 5
  const expected = [
    [(0.08 * 5) / 4.4, (0.32 * 5) / 5.6],
    [(0.36 * 5) / 4.4, (0.24 * 5) / 5.6],
  ]
  const one: OracleCase = { function: 'ioanalysis::ras', inputs, expected, tolerance: 1e-12 }
  expect((await runOracles([{ name: 'own.json', cases: [one] }], async () => '')).failures).toEqual([])
})

test('a sector that makes nothing does not turn the rest into NaN', async () => {
  const inputs = {
    Z: [
      [4, 0, 0],
      [2, 4, 0],
      [0, 0, 0],
    ],
    f: [4, 2, 0],
    va: [2, 4, 0],
    emp: [8, 4, 0],
    household_income: [2, 4, 0],
    household_consumption_coeff: [0.1, 0.1, 0],
  }
  const expected = {
    x: [8, 8, 0],
    output_multiplier_I: [3, 2, 1],
    emp_multiplier_I: [2.5, 1, 0],
    emp_multiplier_I_ratio: [2.5, 2, 'NaN'],
    income_multiplier_I: [1, 1, 0],
    hypothetical_extraction_total_incl_own: [12, 8, 0],
  }
  const one: OracleCase = { function: 'io_all', inputs, expected, tolerance: 1e-9 }
  expect((await runOracles([{ name: 'own.json', cases: [one] }], async () => '')).failures.map(({ reason }) => reason)).toEqual([])
})
