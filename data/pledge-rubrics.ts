/**
 * 공약 평가 기준표: the Korean Manifesto scale as dated data. Its thresholds move from year to year, so a grade always names the version it was made by.
 * Sources (press reports of the evaluations; the evaluator's own handbook was not at hand): 2020 and 2021 delivery reviews (SA from 65, A from 60; SA from 70),
 * 2023 review of action plans (SA from 90, A from 80; 갖춤성 60, 민주성 25, 투명성 15, 일치도 pass or fail).
 * Lower grades and the points of each field of the delivery review were not published in what we read: a total below the lowest known threshold has no letter here.
 */
export interface RubricPart {
  readonly id: string
  readonly ko: string
  readonly en: string
  /** The most points there are. */
  readonly max: string
}

export interface RubricGate {
  readonly id: string
  readonly ko: string
  readonly en: string
}

export interface Rubric {
  readonly id: 'manifesto-delivery' | 'manifesto-plan'
  readonly version: string
  readonly ko: string
  readonly en: string
  readonly validFrom: string
  readonly parts: readonly RubricPart[]
  /** Passed or failed; points do not make up for it. */
  readonly gates: readonly RubricGate[]
  /** The best first. */
  readonly grades: readonly { readonly grade: string; readonly atLeast: string }[]
  readonly source: string
}

const consistency: RubricGate = { id: 'consistency', ko: '공약일치도', en: 'Consistency with the promise' }
/** The points of each field were not published: the total alone is given. */
const total: readonly RubricPart[] = [{ id: 'total', ko: '총점 (공약이행완료·목표달성·주민소통·웹소통)', en: 'Total score', max: '100' }]

export const pledgeRubrics: readonly Rubric[] = [
  {
    id: 'manifesto-delivery',
    version: '2020',
    ko: '공약이행 평가',
    en: 'Delivery of pledges',
    validFrom: '2020-01-01',
    parts: total,
    gates: [consistency],
    grades: [
      { grade: 'SA', atLeast: '65' },
      { grade: 'A', atLeast: '60' },
    ],
    source: '2020년 한국매니페스토실천본부 공약이행 평가 보도 (SA 65점 이상, A 60점 이상)',
  },
  {
    id: 'manifesto-delivery',
    version: '2021',
    ko: '공약이행 평가',
    en: 'Delivery of pledges',
    validFrom: '2021-01-01',
    parts: total,
    gates: [consistency],
    grades: [{ grade: 'SA', atLeast: '70' }],
    source: '전북중앙신문 2021-06-01 공약이행 평가 보도 (SA 70점 이상)',
  },
  {
    id: 'manifesto-plan',
    version: '2023',
    ko: '공약실천계획 평가',
    en: 'Action plans for pledges',
    validFrom: '2023-01-01',
    parts: [
      { id: 'completeness', ko: '갖춤성', en: 'Completeness', max: '60' },
      { id: 'democracy', ko: '민주성', en: 'Democracy', max: '25' },
      { id: 'transparency', ko: '투명성', en: 'Transparency', max: '15' },
    ],
    gates: [consistency],
    grades: [
      { grade: 'SA', atLeast: '90' },
      { grade: 'A', atLeast: '80' },
    ],
    source: '스포츠동아 2023 공약실천계획 평가 보도 (SA 90점 이상, A 80점 이상; 갖춤성 60, 민주성 25, 투명성 15)',
  },
]
