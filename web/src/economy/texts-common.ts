import { defineTexts } from '#web/shell/texts'

/** 함께 쓰는 말: the words that all screens of the economy share. */
export const commonTexts = defineTexts({
  ko: {
    unknown: '모름',
    showTable: '표로 보기',
    takeCsv: 'CSV 받기',
    takeSvg: '그림(SVG) 받기',
    from: '출처',
    print: '인쇄',
    synthetic: '합성',
    syntheticLead: '합성 자료로 셈한 값입니다',
    verdicts: { coherent: '들어맞음', optimistic: '낙관적', outside: '모든 한계의 밖', 'cannot-judge': '판단할 수 없음' } as Record<string, string>,
    phases: { construction: '짓는 동안', operation: '돌아가는 동안' } as Record<string, string>,
    measures: {
      output: '생산유발',
      valueAdded: '부가가치유발',
      employed: '취업유발',
      employees: '고용유발',
      income: '임금',
      taxes: '생산세',
      imports: '수입유발',
    } as Record<string, string>,
    units: { KRW: '원', persons: '명' } as Record<'KRW' | 'persons', string>,
  },
  en: {
    unknown: 'not known',
    showTable: 'As a table',
    takeCsv: 'Download CSV',
    takeSvg: 'Download picture (SVG)',
    from: 'Source',
    print: 'Print',
    synthetic: 'synthetic',
    syntheticLead: 'Worked out from synthetic data',
    verdicts: { coherent: 'Coherent', optimistic: 'Optimistic', outside: 'Outside all bounds', 'cannot-judge': 'Cannot be judged' },
    phases: { construction: 'While it is built', operation: 'While it runs' },
    measures: {
      output: 'Output',
      valueAdded: 'Value added',
      employed: 'Persons at work',
      employees: 'Employees',
      income: 'Wages',
      taxes: 'Taxes on production',
      imports: 'Imports',
    },
    units: { KRW: 'won', persons: 'persons' },
  },
})
