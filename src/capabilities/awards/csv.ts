import type { Out } from '#capabilities/portfolio/index'
import type { Award } from './view.ts'

const text = (value: string | null): Out => (value === null ? null : { text: value })
const number = (value: string | null | undefined): Out => (value === null || value === undefined ? { text: '모름' } : { number: value })

/** One row a condition of every award, the heading first. */
export function rowsForCsv(awards: readonly Award[]): Out[][] {
  const head = [
    '교부',
    '받는 곳',
    '사업',
    '보조사업',
    '교부일',
    '정산일',
    '교부액 (원)',
    '조건',
    '약속',
    '실적',
    '단위',
    '달성도',
    '다음 점검',
    '마지막 미달 비율',
    '마지막 환수액 (원)',
    '규칙',
    '예시',
    '번호',
  ]
  return [
    head.map((one) => ({ text: one })),
    ...awards.flatMap((one) => {
      const last = one.assessments.find((row) => row.withdrawnAt === null)
      const start: Out[] = [
        text(one.nameKo),
        text(one.recipient?.nameKo ?? null),
        text(one.project?.nameKo ?? null),
        text(one.programme),
        text(one.grantedOn),
        text(one.settledOn),
        number(one.granted?.unit === 'KRW' ? one.granted.value : null),
      ]
      const end: Out[] = [
        text(one.schedule.find((year) => year.check === null)?.dueOn ?? null),
        last ? number(last.shortfall) : null,
        last ? number(last.amount) : null,
        text(last ? `${last.rule.id} ${last.rule.version}` : null),
        text(one.illustrative ? '예시' : null),
        text(one.id),
      ]
      if (one.conditions.length === 0) return [[...start, null, null, null, null, null, ...end]]
      return one.conditions.map((row) => [
        ...start,
        text(row.nameKo),
        number(row.promised?.value),
        row.reached ? number(row.reached.value) : ({ text: '측정 안 됨' } as Out),
        text(row.unit),
        row.attainment === null ? null : number(row.attainment),
        ...end,
      ])
    }),
  ]
}
