import type { Out } from '#capabilities/portfolio/index'
import type { Pledge } from './view.ts'

const text = (value: string | null): Out => (value === null ? null : { text: value })
const number = (value: string | null): Out => (value === null ? { text: '모름' } : { number: value })

/** Every pledge as a row with exact values, the heading first; what is not known is said so. */
export function rowsForCsv(pledges: readonly Pledge[]): Out[][] {
  return [
    [
      '공약',
      '영문 이름',
      '분야',
      '약속한 사람',
      '약속한 날',
      '임기 시작',
      '임기 끝',
      '기한',
      '상태',
      '총 사업비 (원)',
      '임기 안 사업비 (원)',
      '확보 (원)',
      '임기 안 확보 (원)',
      '확보율',
      '등급',
      '기준표',
      '예시',
      '번호',
    ].map((one) => ({ text: one })),
    ...pledges.map((one) => {
      const grade = one.gradings.find((row) => row.withdrawnAt === null)
      return [
        text(one.nameKo),
        text(one.nameEn),
        text(one.industry),
        text(one.promisor),
        text(one.promisedOn),
        text(one.termFrom),
        text(one.termTo),
        text(one.dueOn),
        text(one.state ?? '모름'),
        number(won(one.money.total)),
        number(won(one.money.inTerm)),
        number(won(one.money.secured)),
        number(won(one.money.securedInTerm)),
        number(one.money.securedRate),
        text(grade?.result.grade ?? null),
        text(grade ? `${grade.result.rubric} ${grade.result.version}` : null),
        text(one.illustrative ? '예시' : null),
        text(one.id),
      ]
    }),
  ]
}

const won = (fact: { value: string; unit: string } | null): string | null => (fact?.unit === 'KRW' ? fact.value : null)
