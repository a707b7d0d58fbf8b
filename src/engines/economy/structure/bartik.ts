import { at, columnSums, type MatrixLike, rowSums } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Result, result, type Sourced } from '../result.ts'
import { counts } from './counts.ts'

/**
 * 바틱 지수: growth that a region would have if each of its industries grew as in all regions: Σ share_ri · growth_i. With `leaveOneOut` the growth of each industry leaves the region itself out, so that it does
 * not explain itself. Null for a region without anybody. Source: Bartik 1991.
 *
 * `bartik([[10, 0], [0, 10]], [[12, 0], [0, 10]]).value.map((one) => one.toFixed(3)) // => ['0.200', '0.000']`
 */
export function bartik(before: MatrixLike, after: MatrixLike, options: Sourced & { readonly leaveOneOut?: boolean } = {}): Result<(number | null)[]> {
  const e0 = counts(before)
  const e1 = counts(after)
  if (e0.rows !== e1.rows || e0.columns !== e1.columns)
    throw new EconomyError(
      'shape',
      `expected two tables of one shape, got ${e0.rows} by ${e0.columns} and ${e1.rows} by ${e1.columns}`,
      'give the same regions and industries',
    )
  const regions = rowSums(e0)
  const [all0, all1] = [columnSums(e0), columnSums(e1)]
  const alone: number[] = []
  const value = Array.from(regions, (own, r) => {
    if (own === 0) return null
    let made = 0
    for (let i = 0; i < e0.columns; i++) {
      const here = at(e0, r, i)
      if (here === 0) continue
      const from = all0[i]! - (options.leaveOneOut ? here : 0)
      if (from === 0) {
        alone.push(i)
        continue
      }
      made += (here / own) * ((all1[i]! - (options.leaveOneOut ? at(e1, r, i) : 0)) / from - 1)
    }
    return made
  })
  return result(
    value,
    options.leaveOneOut ? 'bartik(leaveOneOut)' : 'bartik',
    options,
    [],
    alone.length > 0 ? [`industries ${[...new Set(alone)].join(', ')} exist in one region only: no growth elsewhere to take, counted as 0`] : [],
  )
}
