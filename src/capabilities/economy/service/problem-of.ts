import { ProblemError } from '#api/problem'
import { EconomyError, type EconomyErrorCode } from '#engines/economy/index'
import { refusalInKorean } from '#engines/economy/korean-refusals'

const titles: Readonly<Record<EconomyErrorCode, { ko: string; en: string }>> = {
  shape: { ko: '표의 모양이 맞지 않습니다', en: 'The shape of the table is not right' },
  'not-a-number': { ko: '수가 있어야 할 칸에 수가 없습니다', en: 'A cell that needs a number has none' },
  'negative-output': { ko: '산출이 음수입니다', en: 'An output is below 0' },
  'zero-output': { ko: '투입이 있는데 산출이 없습니다', en: 'A sector uses inputs and makes nothing' },
  'flows-as-coefficients': { ko: '계수 자리에 거래액이 있습니다', en: 'Flows were given as coefficients' },
  'coefficients-as-flows': { ko: '거래액 자리에 계수가 있습니다', en: 'Coefficients were given as flows' },
  'unbalanced-row': { ko: '행의 합이 맞지 않습니다', en: 'A row does not balance' },
  'unbalanced-column': { ko: '열의 합이 맞지 않습니다', en: 'A column does not balance' },
  'sector-order': { ko: '행과 열의 부문이 서로 다릅니다', en: 'Rows and columns do not have the same sectors' },
  singular: { ko: '풀 수 없는 표입니다', en: 'The table has no solution' },
  'not-productive': { ko: '만드는 것보다 쓰는 것이 많은 표입니다', en: 'The sectors use more than they make' },
  infeasible: { ko: '균형을 맞출 수 없습니다', en: 'The totals cannot be met' },
  'no-convergence': { ko: '답에 이르지 못했습니다', en: 'No answer was reached' },
  missing: { ko: '빠진 것이 있습니다', en: 'Something is missing' },
  'out-of-range': { ko: '값이 있을 수 있는 범위를 벗어났습니다', en: 'A value is out of range' },
}

/** A refusal of the engine as a problem: its code, the cell and what to do, in both languages. Anything else comes back as it is. */
export function economyProblem(error: unknown): unknown {
  if (!(error instanceof EconomyError)) return error
  const { code, message, cell, fix } = error
  const said = refusalInKorean(error)
  const path = cell ? [cell.part, cell.row, cell.column].filter((one) => one !== undefined).join(' ') : 'table'
  const ko = said.what === null ? message : `${said.what}. ${said.fix ?? fix}`
  return new ProblemError(422, code, titles[code], {
    detail: { ko, en: message },
    fields: [{ path, expected: { ko: said.fix ?? fix, en: fix }, ...(cell?.value === undefined ? {} : { got: String(cell.value) }) }],
  })
}

/** Work whose refusals are told as problems. @throws ProblemError 422 */
export async function tellEconomyErrors<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw economyProblem(error)
  }
}
