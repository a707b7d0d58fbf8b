import type { DemoDigest } from './types.ts'

/** What the demonstration shows of plans and promises. Whatever is invented stands in documents of the outlet 구슬 예시 and on subjects that are marked illustrative. */

/** A value that a sentence says of a subject (its key here or in the office's own list). */
export interface DemoSaid {
  readonly sentence: number
  readonly mark: string
  readonly subject: string
  readonly what: string
  readonly indicator: string
  readonly facet: 'target' | 'plan' | 'actual'
  readonly value: string
  readonly unit: string
  readonly year?: number
  /** The day on which it was measured. */
  readonly on?: string
}

export interface DemoPlans {
  readonly digests: readonly DemoDigest[]
  readonly said: readonly (DemoSaid & { readonly document: string })[]
  readonly subjects: readonly {
    readonly key: string
    readonly kind: 'strategy' | 'pledge' | 'agreement' | 'award' | 'organisation'
    readonly nameKo: string
    readonly nameEn: string
    readonly industry?: string
    readonly stage?: { readonly to: string; readonly on: string; readonly document: string }
  }[]
  readonly tree: readonly {
    readonly subject: string
    readonly level: 'vision' | 'strategy' | 'action'
    readonly parent?: string
    readonly weight: string
    readonly measures: readonly { readonly indicator: string; readonly weight: string; readonly direction?: 1 | -1 }[]
  }[]
  readonly pledges: readonly {
    readonly subject: string
    readonly promisor: string | null
    readonly promisedOn: string | null
    readonly termFrom?: string
    readonly termTo?: string
    readonly grade?: { readonly rubric: string; readonly on: string; readonly assessor: string; readonly scores: Readonly<Record<string, string>> }
  }[]
  readonly agreements: readonly {
    readonly subject: string
    readonly signedOn: string | null
    readonly validUntil?: string
    readonly parties?: readonly { readonly organisation: string; readonly part?: string }[]
  }[]
  readonly obligations: readonly {
    readonly subject: string
    readonly party: string
    readonly title: string
    readonly kind?: 'co_benefit'
    readonly dueOn?: string
    readonly metOn?: string
    readonly document?: string
  }[]
  readonly awards: readonly {
    readonly subject: string
    readonly recipient: string
    readonly project?: string
    readonly programme: string
    readonly grantedOn: string
    readonly conditions: readonly string[]
    readonly checks: readonly { readonly year: number; readonly on: string; readonly document: string }[]
    readonly assessedOn?: string
  }[]
}

const example = (key: string, title: string, publishedOn: string, sentences: readonly string[]): DemoDigest => ({
  key,
  title,
  kind: 'plan',
  publishedOn,
  digestOf: { outlet: '구슬 예시', title: '지어낸 문서', date: publishedOn, url: null },
  sentences,
})

const empty = { digests: [], said: [], subjects: [], tree: [], pledges: [], agreements: [], obligations: [], awards: [] }

const gwangju: DemoPlans = {
  digests: [
    example('example-strategy', '예시 문서: 부품산업 전환 2030의 연차 점검', '2026-02-10', [
      '예시 전략의 2024년 전환 부품기업 목표는 20개사이고 실제로는 16개사였다.',
      '2025년 전환 부품기업 목표는 40개사이고 실제로는 30개사였다.',
      '2030년 전환 부품기업 목표는 100개사다.',
      '시험장 과제의 2025년 매출 목표는 200억원이다.',
      '시험장 과제의 2026년 매출 목표는 300억원이다.',
      '인력 과제의 2025년 일자리 목표는 500명이고 실제로는 430명이었다.',
    ]),
    example('example-pledge', '예시 문서: 공약 실천계획의 재정', '2026-03-05', [
      '예시 공약은 청년 창업공간 30곳을 여는 것이다.',
      '2026년 2월까지 문을 연 곳은 18개사다.',
      '총사업비는 300억원이다.',
      '임기 안 사업비는 200억원이다.',
      '확보한 사업비는 120억원이다.',
      '임기 안 확보한 사업비는 110억원이다.',
    ]),
  ],
  said: [
    ...(
      [
        [0, '20개사', 'target', '20', 2024],
        [0, '16개사', 'actual', '16', 2024],
        [1, '40개사', 'target', '40', 2025],
        [1, '30개사', 'actual', '30', 2025],
        [2, '100개사', 'target', '100', 2030],
      ] as const
    ).map(([sentence, mark, facet, value, year]) => ({
      document: 'example-strategy',
      sentence,
      mark,
      subject: 'ex-convert',
      what: '전환 부품기업',
      indicator: 'firms',
      facet,
      value,
      unit: 'firms',
      year,
    })),
    ...(
      [
        [3, '200억원', '20000000000', 2025],
        [4, '300억원', '30000000000', 2026],
      ] as const
    ).map(([sentence, mark, value, year]) => ({
      document: 'example-strategy',
      sentence,
      mark,
      subject: 'ex-testbed',
      what: '시험장 매출',
      indicator: 'revenue',
      facet: 'target' as const,
      value,
      unit: 'KRW',
      year,
    })),
    ...(
      [
        ['500명', 'target', '500'],
        ['430명', 'actual', '430'],
      ] as const
    ).map(([mark, facet, value]) => ({
      document: 'example-strategy',
      sentence: 5,
      mark,
      subject: 'ex-people',
      what: '일자리',
      indicator: 'jobs',
      facet,
      value,
      unit: 'persons',
      year: 2025,
    })),
    ...(
      [
        [0, '30곳', 'firms', 'target', '30', 'firms'],
        [1, '18개사', 'firms', 'actual', '18', 'firms'],
        [2, '300억원', 'budget', 'plan', '30000000000', 'KRW'],
        [3, '200억원', 'budget_in_term', 'plan', '20000000000', 'KRW'],
        [4, '120억원', 'budget_secured', 'actual', '12000000000', 'KRW'],
        [5, '110억원', 'budget_secured_in_term', 'actual', '11000000000', 'KRW'],
      ] as const
    ).map(([sentence, mark, indicator, facet, value, unit]) => ({
      document: 'example-pledge',
      sentence,
      mark,
      subject: 'ex-pledge',
      what: '청년 창업공간',
      indicator,
      facet,
      value,
      unit,
    })),
  ],
  subjects: [
    { key: 'ex-vision', kind: 'strategy', nameKo: '예시 비전: 부품산업 전환 2030', nameEn: 'Example vision: converting parts makers by 2030' },
    { key: 'ex-convert', kind: 'strategy', nameKo: '예시 전략: 부품기업의 사업 전환', nameEn: 'Example strategy: firms that convert' },
    { key: 'ex-base', kind: 'strategy', nameKo: '예시 전략: 함께 쓰는 기반', nameEn: 'Example strategy: shared ground' },
    { key: 'ex-testbed', kind: 'strategy', nameKo: '예시 과제: 공동 시험장', nameEn: 'Example action: shared test bed' },
    { key: 'ex-people', kind: 'strategy', nameKo: '예시 과제: 전환 인력', nameEn: 'Example action: people for the change' },
    {
      key: 'ex-pledge',
      kind: 'pledge',
      nameKo: '예시 공약: 청년 창업공간 30곳',
      nameEn: 'Example pledge: thirty places for young founders',
      industry: '창업',
      stage: { to: 'in_progress', on: '2024-01-15', document: 'example-pledge' },
    },
  ],
  tree: [
    {
      subject: 'vision2030',
      level: 'vision',
      weight: '1',
      measures: [
        { indicator: 'output', weight: '1' },
        { indicator: 'value_added', weight: '1' },
        { indicator: 'jobs', weight: '1' },
      ],
    },
    { subject: 'ex-vision', level: 'vision', weight: '1', measures: [] },
    { subject: 'ex-convert', level: 'strategy', parent: 'ex-vision', weight: '2', measures: [{ indicator: 'firms', weight: '1' }] },
    { subject: 'ex-base', level: 'strategy', parent: 'ex-vision', weight: '1', measures: [] },
    { subject: 'ex-testbed', level: 'action', parent: 'ex-base', weight: '1', measures: [{ indicator: 'revenue', weight: '1' }] },
    { subject: 'ex-people', level: 'action', parent: 'ex-base', weight: '1', measures: [{ indicator: 'jobs', weight: '1' }] },
  ],
  pledges: [
    { subject: 'season2', promisor: '이용섭 예비후보', promisedOn: '2023-04-05' },
    { subject: 'foundry', promisor: '이용섭 예비후보', promisedOn: '2023-04-05' },
    { subject: 'aifirms', promisor: '이용섭 예비후보', promisedOn: '2023-04-05' },
    {
      subject: 'ex-pledge',
      promisor: '예시 시장',
      promisedOn: '2022-05-20',
      termFrom: '2022-07-01',
      termTo: '2026-06-30',
      grade: {
        rubric: 'manifesto-plan',
        on: '2023-05-20',
        assessor: '예시 점검단',
        scores: { completeness: '54.5', democracy: '21', transparency: '12.25' },
      },
    },
  ],
  agreements: [
    { subject: 'matching', signedOn: '2021-01-27' },
    { subject: 'ecosystem', signedOn: '2021-01-27' },
  ],
  obligations: [
    { subject: 'matching', party: 'icbc', title: '고객인 중국 기업을 광주에 잇는다' },
    { subject: 'matching', party: 'office', title: '중국 기업을 함께 유치한다' },
    { subject: 'ecosystem', party: 'motie', title: '정책·행정 지원' },
  ],
  awards: [],
}

const namyangju: DemoPlans = {
  digests: [
    example('example-award', '예시 문서: 예시정밀 보조금 교부와 점검', '2026-03-05', [
      '예시정밀은 2023년 3월 2일 지방투자촉진보조금 10억원을 교부받았다.',
      '교부 조건은 고용 80명이다.',
      '1년 차 점검에서 고용은 31명이었다.',
      '2년 차 점검에서 고용은 44명이었다.',
      '3년 차 점검에서 고용은 52명이었다.',
    ]),
    example('example-agreement', '예시 문서: 산학 협약', '2025-01-15', ['예시대학은 예시정밀과 함께 쓰는 실험실을 2026년 6월까지 연다.']),
  ],
  said: [
    {
      document: 'example-award',
      sentence: 0,
      mark: '10억원',
      subject: 'ex-award',
      what: '교부액',
      indicator: 'grant',
      facet: 'actual',
      value: '1000000000',
      unit: 'KRW',
      on: '2023-03-02',
    },
    {
      document: 'example-award',
      sentence: 1,
      mark: '80명',
      subject: 'ex-award',
      what: '고용 조건',
      indicator: 'jobs',
      facet: 'target',
      value: '80',
      unit: 'persons',
    },
    ...(
      [
        [2, '31명', '31', '2024-03-04'],
        [3, '44명', '44', '2025-03-03'],
        [4, '52명', '52', '2026-03-02'],
      ] as const
    ).map(([sentence, mark, value, on]) => ({
      document: 'example-award',
      sentence,
      mark,
      subject: 'ex-award',
      what: '고용',
      indicator: 'jobs',
      facet: 'actual' as const,
      value,
      unit: 'persons',
      on,
    })),
  ],
  subjects: [
    {
      key: 'ex-award',
      kind: 'award',
      nameKo: '예시정밀 지방투자촉진보조금',
      nameEn: 'Example: local investment subsidy for Sample Precision',
      stage: { to: 'investing', on: '2023-03-02', document: 'example-award' },
    },
    { key: 'ex-university', kind: 'organisation', nameKo: '예시대학', nameEn: 'Sample University' },
    {
      key: 'ex-agreement',
      kind: 'agreement',
      nameKo: '예시 산학 협약',
      nameEn: 'Example agreement of firm and university',
      stage: { to: 'signed', on: '2025-01-15', document: 'example-agreement' },
    },
  ],
  tree: [],
  pledges: [],
  agreements: [
    {
      subject: 'ex-agreement',
      signedOn: '2025-01-15',
      validUntil: '2027-01-14',
      parties: [
        { organisation: 'office', part: '행정 지원' },
        { organisation: 'ex-university', part: '실험실' },
        { organisation: 'sample-optics', part: '현장 실습' },
      ],
    },
  ],
  obligations: [
    { subject: 'xai', party: 'maseok', title: 'AI 스타트업 지원 공간', kind: 'co_benefit' },
    { subject: 'xai', party: 'maseok', title: '태양광 시설', kind: 'co_benefit' },
    { subject: 'ex-agreement', party: 'ex-university', title: '함께 쓰는 실험실을 연다', dueOn: '2026-06-30' },
    { subject: 'ex-agreement', party: 'sample-optics', title: '현장 실습 자리 10명', dueOn: '2026-12-31' },
    { subject: 'ex-agreement', party: 'office', title: '건축 인허가 안내', dueOn: '2025-06-30', metOn: '2025-05-20', document: 'example-agreement' },
  ],
  awards: [
    {
      subject: 'ex-award',
      recipient: 'sample-optics',
      programme: '지방투자촉진보조금',
      grantedOn: '2023-03-02',
      conditions: ['jobs'],
      checks: [
        { year: 1, on: '2024-03-04', document: 'example-award' },
        { year: 2, on: '2025-03-03', document: 'example-award' },
        { year: 3, on: '2026-03-02', document: 'example-award' },
      ],
      assessedOn: '2026-03-05',
    },
  ],
}

/** Plans and promises of a demonstration office, by its slug. */
export const demoPlans: Readonly<Record<string, DemoPlans>> = { gwangju, namyangju, ansan: empty }
