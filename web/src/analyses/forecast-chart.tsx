import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import type { CaseOf, ReportOf } from './api.ts'
import { marksBetween, plain, short } from './numbers.ts'
import { forecastTexts } from './texts-forecast.ts'

interface Given {
  of: CaseOf<'forecast'>
  report: ReportOf<'forecast'>
}

/** 실적과 전망: values, the trend with its interval, the path that is needed, and what promises may bring. */
export function ForecastChart({ of, report }: Given) {
  const texts = useTexts(forecastTexts)
  const { trend, pipeline } = report.forecast
  const rows: (string | number | null)[][] = [
    ...of.actual.map((one) => [one.year, texts.actual, one.value, null, null]),
    ...(trend?.level ?? []).map((one) => [one.year, texts.trend, Math.round(one.value), Math.round(one.low), Math.round(one.high)]),
    ...(pipeline
      ? [[report.target.year, texts.pipelineRange, Math.round(pipeline.median), Math.round(pipeline.low), Math.round(pipeline.high)]]
      : []),
    [report.target.year, texts.target(String(report.target.year)), report.target.value, null, null],
  ]
  return (
    <>
      <ChartFrame
        name={texts.title}
        draw={(width) => <Drawing of={of} report={report} width={width} />}
        head={[texts.year, texts.kind, texts.value, texts.low, texts.high]}
        rows={rows}
      />
      {pipeline ? <Chances rows={pipeline.chanceByYear} /> : null}
    </>
  )
}

function Drawing({ of, report, width }: Given & { width: number }) {
  const texts = useTexts(forecastTexts)
  const locale = useLocale()
  const wide = width > 600
  const { trend, pipeline } = report.forecast
  const actual = [...of.actual].sort((a, b) => a.year - b.year)
  const [from, to] = [actual[0]!.year, report.target.year]
  const all = [
    ...actual.map((one) => one.value),
    report.target.value,
    ...(trend?.level.flatMap((one) => [one.low, one.high]) ?? []),
    ...(pipeline ? [pipeline.low, pipeline.high] : []),
  ]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const pad = (high - low) * 0.06
  const [left, right, top, bottom] = [52, width - (wide ? 190 : 22), 26, wide ? 330 : 300]
  const x = (year: number) => left + ((right - left) * (year - from)) / Math.max(1, to - from)
  const y = (value: number) => bottom - ((bottom - top) * (value - low + pad)) / (high - low + 2 * pad)
  const line = (points: readonly { year: number; value: number }[]) =>
    points.map((one, i) => `${i === 0 ? 'M' : 'L'}${x(one.year).toFixed(1)} ${y(one.value).toFixed(1)}`).join('')
  const last = actual.at(-1)!
  const level = trend?.level ?? []
  const band =
    level.length > 0
      ? `M${x(last.year)} ${y(last.value)}${level.map((one) => `L${x(one.year)} ${y(one.high)}`).join('')}${[...level]
          .reverse()
          .map((one) => `L${x(one.year)} ${y(one.low)}`)
          .join('')}Z`
      : ''
  const step = Math.ceil((to - from) / (wide ? 14 : 5))
  const years = Array.from({ length: to - from + 1 }, (_, k) => from + k).filter((year) => (to - year) % step === 0)
  const end = level.at(-1)
  const labels = [
    { at: y(report.target.value), text: `${texts.target(String(to))} ${short(report.target.value, locale)}`, colour: 'var(--bad)' },
    ...(pipeline ? [{ at: y(pipeline.median), text: `${texts.pipelineMedian} ${short(pipeline.median, locale)}`, colour: 'var(--s-3)' }] : []),
    ...(end ? [{ at: y(end.value), text: `${texts.trend} ${short(end.value, locale)}`, colour: 'var(--s-2)' }] : []),
  ].sort((a, b) => a.at - b.at)
  labels.forEach((one, i) => {
    if (i > 0) one.at = Math.max(one.at, labels[i - 1]!.at + 18)
  })
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${bottom + (wide ? 34 : 34 + 20 * labels.length)}`}
      role="img"
      aria-label={texts.chart(labels.map((one) => one.text).join(', '))}
    >
      <text className="un" x={0} y={11}>
        {texts.value} ({texts.units[of.unit] ?? of.unit})
      </text>
      {marksBetween(low - pad, high + pad).map((mark) => (
        <g key={mark}>
          <path className="gr" d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {short(mark, locale)}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <g key={year}>
          <path className="ax" d={`M${x(year)} ${bottom}v5`} />
          <text className="tk" x={x(year)} y={bottom + 20} textAnchor="middle">
            {wide ? year : `’${String(year).slice(2)}`}
          </text>
        </g>
      ))}
      <path className="ax" d={`M${left} ${bottom}H${right}`} />
      {band ? <path d={band} className="band" /> : null}
      {report.score.rows.map((row) => (
        <path
          key={`${row.madeOn} ${row.year}`}
          d={`M${x(row.year)} ${y(row.low)}V${y(row.high)}`}
          stroke="var(--line-3)"
          strokeWidth="1.25"
          opacity="0.7"
        />
      ))}
      <path className="ln s2" d={line([last, ...level])} />
      <path className="badl" strokeDasharray="4 4" strokeWidth="1.5" d={line([last, { year: to, value: report.target.value }])} />
      <path className="ln s1" d={line(actual)} />
      {actual.map((one) => (
        <circle key={one.year} cx={x(one.year)} cy={y(one.value)} r="3.2" fill="var(--s-1)" />
      ))}
      {pipeline ? (
        <>
          <path d={`M${x(to)} ${y(pipeline.low)}V${y(pipeline.high)}`} stroke="var(--s-3)" strokeWidth="7" opacity="0.35" />
          <rect x={x(to) - 7} y={y(pipeline.median) - 2} width="14" height="4" fill="var(--s-3)" />
        </>
      ) : null}
      <path d={`M${x(to) - 7} ${y(report.target.value)}h14`} className="badl" strokeWidth="3.5" />
      {labels.map((one, i) =>
        wide ? (
          <text key={one.text} className="lb halo" x={right + 14} y={one.at + 4} style={{ fill: one.colour }}>
            {one.text}
          </text>
        ) : (
          <text key={one.text} className="lb" x={left} y={bottom + 44 + 20 * i} style={{ fill: one.colour }}>
            {one.text}
          </text>
        ),
      )}
    </svg>
  )
}

/** 해마다 닿아 있을 확률: how often the draws stand at the target, by year. */
function Chances({ rows }: { rows: readonly { year: number; chance: number }[] }) {
  const texts = useTexts(forecastTexts)
  return (
    <section aria-labelledby="an-chances">
      <h3 className="an-h3" id="an-chances">
        {texts.chances}
      </h3>
      <ChartFrame
        name={texts.chances}
        draw={(width) => <ChanceBars rows={rows} width={width} />}
        head={[texts.year, `${texts.chance} (%)`]}
        rows={rows.map((one) => [one.year, Number((100 * one.chance).toFixed(1))])}
      />
    </section>
  )
}

function ChanceBars({ rows, width }: { rows: readonly { year: number; chance: number }[]; width: number }) {
  const texts = useTexts(forecastTexts)
  const locale = useLocale()
  const [left, right, top, bottom] = [52, width - (width > 600 ? 190 : 22), 16, 116]
  const each = (right - left) / rows.length
  const bar = Math.min(56, each * 0.6)
  const y = (chance: number) => bottom - (bottom - top) * chance
  const every = Math.ceil(rows.length / (width > 600 ? 20 : 8))
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${bottom + 26}`}
      role="img"
      aria-label={`${texts.chances}: ${rows.map((one) => `${one.year} ${plain(100 * one.chance, locale)}%`).join(', ')}`}
    >
      {[0, 0.5, 1].map((mark) => (
        <g key={mark}>
          <path className={mark === 0 ? 'zero' : 'gr'} d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {plain(100 * mark, locale)}%
          </text>
        </g>
      ))}
      {rows.map((one, k) => {
        const x = left + (k + 0.5) * each
        return (
          <g key={one.year}>
            <rect x={x - bar / 2} y={y(one.chance)} width={bar} height={bottom - y(one.chance)} fill="var(--s-3)" />
            {k % every === 0 ? (
              <>
                <text className="halo" x={x} y={y(one.chance) - 5} textAnchor="middle">
                  {plain(100 * one.chance, locale)}%
                </text>
                <text className="tk" x={x} y={bottom + 20} textAnchor="middle">
                  {one.year}
                </text>
              </>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
