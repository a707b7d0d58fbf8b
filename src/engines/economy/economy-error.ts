/** What can be wrong with a table or a question put to it. */
export type EconomyErrorCode =
  | 'shape'
  | 'not-a-number'
  | 'negative-output'
  | 'zero-output'
  | 'flows-as-coefficients'
  | 'coefficients-as-flows'
  | 'unbalanced-row'
  | 'unbalanced-column'
  | 'sector-order'
  | 'singular'
  | 'not-productive'
  | 'infeasible'
  | 'no-convergence'
  | 'missing'
  | 'out-of-range'

/** Where in a table the trouble is: names where the table has names, else numbers from 0. */
export interface Cell {
  readonly part: string
  readonly row?: string | number
  readonly column?: string | number
  readonly value?: number
}

/** What is wrong with a table or a question (경제 계산 오류): the code, the cell, and what to do about it. Never a silent NaN or zero. */
export class EconomyError extends Error {
  override readonly name = 'EconomyError'
  readonly code: EconomyErrorCode
  readonly cell: Cell | null
  readonly fix: string
  constructor(code: EconomyErrorCode, what: string, fix: string, cell: Cell | null = null) {
    super(`${what}; ${fix}`)
    this.code = code
    this.cell = cell
    this.fix = fix
  }
}

/** A cell in words. `cellText({ part: 'flows', row: '철강', column: '건설', value: -3 }) // => 'flows[철강, 건설] = -3'` */
export function cellText(cell: Cell): string {
  const place = [cell.row, cell.column].filter((one) => one !== undefined).join(', ')
  return `${cell.part}${place === '' ? '' : `[${place}]`}${cell.value === undefined ? '' : ` = ${cell.value}`}`
}
