import { Fragment, useId } from 'react'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import { fitted } from '../economy/text-width.ts'
import type { CaseOf, ReportOf } from './api.ts'
import { nameOf } from './numbers.ts'
import { warningTexts } from './texts-warning.ts'

/**
 * How dark a month is: deviations under −1, −2 and −3.
 *
 * [depth(-0.5), depth(-1.2), depth(-2.5), depth(-3.4), depth(null)] // => [0, 1, 3, 4, 'n']
 */
export const depth = (deviation: number | null): 0 | 1 | 3 | 4 | 'n' =>
  deviation === null ? 'n' : deviation <= -3 ? 4 : deviation <= -2 ? 3 : deviation <= -1 ? 1 : 0

interface Row {
  id: string
  name: string
  /** Of each month shown; null where nobody knows. */
  deviations: readonly (number | null)[]
}

/** 업종 지도: the last twelve months of every sector of a zone, darker the farther under the usual. */
export function SectorMap({ of, report, zone, measure }: { of: CaseOf<'warning'>; report: ReportOf<'warning'>; zone: string; measure: string }) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const known = of.series
    .filter((one) => one.zone === zone && one.measure === measure && one.sector !== null)
    .flatMap((one) => {
      const found = report.series.find((own) => own.id === one.id)
      return found?.deviations ? [{ series: one, months: found.months, deviations: found.deviations }] : []
    })
  if (known.length === 0) return null
  const last = known
    .map((row) => row.months.at(-1)!)
    .sort()
    .at(-1)!
  const months = known.find((row) => row.months.at(-1) === last)!.months.slice(-12)
  const rows: Row[] = known.map(({ series, months: own, deviations }) => ({
    id: series.id,
    name: nameOf(series, locale),
    deviations: months.map((month) => deviations[own.indexOf(month)] ?? null),
  }))
  return (
    <section className="an-blk" aria-labelledby="an-sectors">
      <header>
        <h2 id="an-sectors">{texts.sectors}</h2>
        <p>{texts.sectorsLead}</p>
      </header>
      <ChartFrame
        name={`${zone} ${texts.sectors}`}
        draw={(width) => <Drawing rows={rows} months={months} width={width} />}
        head={[texts.sector, ...months]}
        rows={rows.map((row) => [row.name, ...row.deviations.map((one) => (one === null ? null : Number(one.toFixed(2))))])}
      />
    </section>
  )
}

const CELL = 28

function Drawing({ rows, months, width }: { rows: readonly Row[]; months: readonly string[]; width: number }) {
  const texts = useTexts(warningTexts)
  const id = useId()
  const wide = width > 600
  const left = wide ? 132 : 76
  const each = (width - left) / months.length
  const fill = { 0: 'var(--band-2)', 1: `url(#${id}1)`, 3: `url(#${id}3)`, 4: 'var(--st-4)', n: 'none' } as const
  const low = rows.flatMap(({ name, deviations }) => {
    const deep = months.filter((_, k) => depth(deviations[k] ?? null) === 4)
    return deep.length > 0 ? [texts.heatLow(name, deep.map((month) => month.slice(2)).join(', '))] : []
  })
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${22 + rows.length * CELL + 26}`}
      role="img"
      aria-label={texts.heat(low.length > 0 ? low.join('; ') : texts.heatNone)}
    >
      <defs>
        <pattern id={`${id}1`} width="5.6" height="5.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5.6" height="5.6" fill="var(--st-1)" />
          <rect width="1.4" height="5.6" fill="var(--st-1-mark)" />
        </pattern>
        <pattern id={`${id}3`} width="3.4" height="3.4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="3.4" height="3.4" fill="var(--st-3)" />
          <rect width="1.3" height="3.4" fill="var(--st-3-mark)" />
        </pattern>
      </defs>
      {months.map((month, k) => (
        <text key={month} className="tk" x={left + (k + 0.5) * each} y={12} textAnchor="middle">
          {wide && (k === 0 || month.endsWith('-01')) ? month.slice(2).replace('-', '.') : Number(month.slice(5))}
        </text>
      ))}
      {rows.map((row, i) => (
        <g key={row.id}>
          <text className="lb" x={0} y={22 + i * CELL + 18} fontSize={wide ? 13.5 : 12.5}>
            {fitted(row.name, left - 8, wide ? 13.5 : 12.5)}
          </text>
          {months.map((month, k) => {
            const deviation = row.deviations[k] ?? null
            const dark = depth(deviation)
            return (
              <Fragment key={month}>
                <rect
                  x={left + k * each + 1}
                  y={22 + i * CELL + 1}
                  width={each - 2}
                  height={CELL - 2}
                  fill={fill[dark]}
                  {...(dark === 'n' ? { stroke: 'var(--line-2)', strokeDasharray: '3 2' } : {})}
                />
                {dark === 4 ? (
                  <text
                    x={left + (k + 0.5) * each}
                    y={22 + i * CELL + 18}
                    textAnchor="middle"
                    fontSize={wide ? 12 : 10.5}
                    style={{ fill: 'var(--paper)' }}
                  >
                    {`−${Math.floor(-deviation!)}`}
                  </text>
                ) : null}
              </Fragment>
            )
          })}
        </g>
      ))}
      {([1, 3, 4] as const).map((dark, k) => (
        <g key={dark}>
          <rect x={k * (wide ? 130 : 112)} y={22 + rows.length * CELL + 10} width="14" height="14" fill={fill[dark]} />
          <text className="un" x={k * (wide ? 130 : 112) + 20} y={22 + rows.length * CELL + 21}>
            {texts.below(String(k + 1))}
          </text>
        </g>
      ))}
    </svg>
  )
}
