import type { Out } from '#capabilities/portfolio/index'
import type { Agreement } from './view.ts'

const states = {
  ended: '끝남',
  expired: '기한 지남',
  past_usual: '730일 지남',
  ends_soon: '곧 끝남',
  in_force: '유효',
  not_yet: '체결 전',
  unknown: '모름',
} as const
const text = (value: string | null): Out => (value === null ? null : { text: value })
const count = (value: number): Out => ({ number: String(value) })

/** Every agreement as a row, the heading first. */
export function rowsForCsv(agreements: readonly Agreement[]): Out[][] {
  return [
    ['협약', '영문 이름', '당사자', '체결', '기한', '효력', '끝난 날', '의무', '이행', '늦음', '예시', '번호'].map((one) => ({ text: one })),
    ...agreements.map((one) => [
      text(one.nameKo),
      text(one.nameEn),
      text(one.parties.map((party) => (party.part ? `${party.nameKo} (${party.part})` : party.nameKo)).join(', ')),
      text(one.signedOn ?? '모름'),
      text(one.validUntil ?? '적히지 않음'),
      text(states[one.validity.state]),
      text(one.endedOn),
      count(one.obligations.length),
      count(one.obligations.filter((row) => row.state === 'met').length),
      count(one.obligations.filter((row) => row.state === 'late').length),
      text(one.illustrative ? '예시' : null),
      text(one.id),
    ]),
  ]
}
