import { olsCusum } from '#engines/economy/time/cusum'
import { stl } from '#engines/economy/time/stl'
import { chanceOfReaching, predict, theilSen, trendLine } from '#engines/economy/time/trend'
import { needList, number } from './inputs.ts'
import { type Adapter, type Answer, answer, type OracleCase } from './oracle-case.ts'

function stlAnswer(one: OracleCase): Answer {
  const window = /s\.window\s*=\s*['"]?(\w+)/.exec(one.function)?.[1] ?? 'periodic'
  const robust = /robust\s*=\s*T(RUE)?/.test(one.function) || one.inputs.robust === true
  const value = stl(needList(one.inputs, 'y'), {
    period: number(one.inputs, 'frequency', 'period') ?? 12,
    seasonal: /^\d+$/.test(window) ? Number(window) : 'periodic',
    robust,
  }).value
  return answer({ seasonal: value.seasonal, trend: value.trend, remainder: value.remainder, weights: value.weights })
}

function forecastAnswer({ inputs }: OracleCase): Answer {
  const [years, y] = [needList(inputs, 'years'), needList(inputs, 'y')]
  const [target, year, level] = [number(inputs, 'target')!, number(inputs, 'target_year')!, number(inputs, 'level') ?? 0.9]
  const last = years.at(-1)!
  const coming = Array.from({ length: year - last }, (_, k) => last + 1 + k)
  const line = trendLine(years, y)
  const logs = trendLine(years, y.map(Math.log))
  const row = (from: typeof line, at: number) => {
    const { value, low, high } = predict(from, at, level)
    return [value, low, high]
  }
  return answer({
    pred: coming.map((at) => row(line, at)),
    log_pred: coming.map((at) => row(logs, at).map(Math.exp)),
    p_hit: chanceOfReaching(line, year, target),
    required_cagr: (target / y.at(-1)!) ** (1 / (year - last)) - 1,
    achieved_cagr: (y.at(-1)! / y[0]!) ** (1 / (last - years[0]!)) - 1,
  })
}

/** Questions about series in time. */
export const timeAdapters: readonly Adapter[] = [
  { matches: /^stats::stl\b/, ask: stlAnswer },
  { matches: /^forecast-to-target\b/, ask: forecastAnswer },
  {
    matches: /^Theil-Sen\b/,
    ask: ({ inputs }) => {
      const { slope, s } = theilSen(needList(inputs, 'years', 'x'), needList(inputs, 'y'))
      return answer({ slope, S: s })
    },
  },
  { matches: /OLS-CUSUM/, ask: ({ inputs }) => answer(olsCusum(needList(inputs, 'y'))) },
]
