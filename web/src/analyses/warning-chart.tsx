import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import type { CaseOf, ReportOf } from './api.ts'
import { marksBetween, nameOf, plain } from './numbers.ts'
import { warningTexts } from './texts-warning.ts'

type Series = CaseOf<'warning'>['series'][number]
type Found = ReportOf<'warning'>['series'][number]

/** 값과 누적합: the adjusted series above, what fell added up below, the limit and the alarm. */
export function WarningChart({ series, found }: { series: Series; found: Found }) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const warning = found.warning!
  const adjusted = warning.adjusted.length > 0 ? warning.adjusted : series.values
  const quiet = found.quietMonths ?? series.values.length
  const places = series.unit === '%' ? 1 : 0
  return (
    <ChartFrame
      name={nameOf(series, locale)}
      draw={(width) => <Drawing series={series} found={found} width={width} />}
      head={[texts.month, texts.raw, texts.adjusted, texts.deviation, texts.cusum]}
      rows={found.months.map((month, t) => [
        month,
        series.values[t] ?? null,
        adjusted[t] == null ? null : Number(adjusted[t]!.toFixed(places + 1)),
        found.deviations?.[t] === undefined ? null : Number(found.deviations[t]!.toFixed(2)),
        t < quiet || warning.cusum[t - quiet] === undefined ? null : Number(warning.cusum[t - quiet]!.toFixed(2)),
      ])}
      caption={[
        warning.limit === null
          ? ''
          : texts.method(plain(warning.limit, locale, 1), found.persistence === null ? null : plain(found.persistence, locale, 2)),
        warning.changes.length > 0 ? `${texts.changes}: ${warning.changes.join(', ')}.` : '',
      ]
        .filter(Boolean)
        .join(' ')}
    />
  )
}

function Drawing({ series, found, width }: { series: Series; found: Found; width: number }) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const warning = found.warning!
  const wide = width > 600
  const summed = warning.cusum.length > 0 && warning.limit !== null
  const n = series.values.length
  const adjusted: readonly (number | null)[] = warning.adjusted.length > 0 ? warning.adjusted : series.values
  const known = [...adjusted, ...series.values].filter((one): one is number => one !== null)
  const places = series.unit === '%' ? 1 : 0
  const left = 8 + 7.5 * Math.max(...marksBetween(Math.min(...known), Math.max(...known)).map((one) => plain(one, locale).length))
  const right = width - (wide ? 124 : 18)
  const [top, middle] = [26, wide ? 226 : 200]
  const [start, bottom] = summed ? [middle + 46, middle + (wide ? 160 : 140)] : [middle, middle]
  const height = bottom + 30
  const x = (t: number) => left + ((right - left) * t) / Math.max(1, n - 1)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const y = (value: number) => middle - ((middle - top) * (value - low)) / Math.max(1e-9, high - low)
  const quiet = found.quietMonths ?? n
  const tallest = Math.max(warning.limit ?? 1, ...warning.cusum) * 1.06
  const ys = (value: number) => bottom - ((bottom - start) * value) / tallest
  const path = (values: readonly (number | null)[]) =>
    values.map((one, t) => (one === null ? '' : `${t === 0 || values[t - 1] === null ? 'M' : 'L'}${x(t).toFixed(1)} ${y(one).toFixed(1)}`)).join('')
  const sums = warning.cusum.map((one, k) => `L${x(quiet + k).toFixed(1)} ${ys(one).toFixed(1)}`).join('')
  const alarm = warning.firstAlarm === null ? -1 : found.months.indexOf(warning.firstAlarm)
  const last = adjusted.at(-1)
  const years = found.months.flatMap((month, t) => (month.endsWith('-01') ? [t] : []))
  const every = Math.ceil(years.length / (wide ? 12 : 5))
  const words = warning.firstAlarm ? texts.alarm(warning.firstAlarm) : texts.statuses[warning.status]
  const suffix = series.unit === '%' ? '%' : ''
  return (
    <svg className="ch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.chart(nameOf(series, locale), words ?? '')}>
      <text className="un" x={0} y={11}>
        {texts.adjusted} ({series.unit})
      </text>
      {marksBetween(low, high).map((mark) => (
        <g key={mark}>
          <path className="gr" d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {plain(mark, locale, Number.isInteger(mark) ? 0 : 1)}
          </text>
        </g>
      ))}
      <path className="ln" stroke="var(--line-2)" style={{ strokeWidth: 1.25 }} d={path(series.values)} />
      <path className="ln s1" d={path(adjusted)} />
      {last == null ? null : (
        <>
          <circle cx={x(n - 1)} cy={y(last)} r="5" fill="var(--bead-figure)" />
          <text
            className="lb halo"
            x={wide ? x(n - 1) + 12 : x(n - 1)}
            y={y(last) + (wide ? 5 : y(last) > middle - 24 ? -12 : 22)}
            textAnchor={wide ? 'start' : 'end'}
          >
            {plain(last, locale, places)}
            {suffix}
          </text>
        </>
      )}
      {summed ? (
        <>
          <text className="un" x={0} y={start - 12}>
            {texts.cusum}
          </text>
          {marksBetween(0, tallest, 3).map((mark) => (
            <g key={mark}>
              <path className={mark === 0 ? 'zero' : 'gr'} d={`M${left} ${ys(mark)}H${right}`} />
              <text className="tk" x={left - 7} y={ys(mark) + 4} textAnchor="end">
                {plain(mark, locale)}
              </text>
            </g>
          ))}
          <path d={`M${left} ${ys(warning.limit!)}H${right}`} className="badl" strokeDasharray="4 3" strokeWidth="1.5" />
          <text className="un halo" x={wide ? right + 8 : left + 4} y={ys(warning.limit!) + (wide ? 4 : -6)}>
            {texts.limit(plain(warning.limit!, locale, 1))}
          </text>
          <path d={`M${x(quiet)} ${bottom}${sums}L${right} ${bottom}Z`} fill="var(--band)" />
          <path className="ln s2" d={`M${x(quiet)} ${ys(warning.cusum[0]!)}${sums}`} />
          <path className="ax" strokeDasharray="2 3" d={`M${x(quiet)} ${top}V${bottom}`} />
        </>
      ) : null}
      {alarm >= 0 ? (
        <>
          <path d={`M${x(alarm)} ${top}V${bottom}`} className="badl" strokeWidth="1.5" />
          <text className="halo lb" x={x(alarm) - 6} y={summed ? start + 14 : middle - 4} textAnchor="end" style={{ fill: 'var(--bad)' }}>
            {texts.alarm(warning.firstAlarm!)}
          </text>
        </>
      ) : null}
      {years
        .filter((_, k) => k % every === 0)
        .map((t) => (
          <g key={t}>
            <path className="ax" d={`M${x(t)} ${bottom}v5`} />
            <text className="tk" x={x(t)} y={bottom + 21} textAnchor={x(t) < 20 ? 'start' : 'middle'}>
              {wide ? found.months[t]!.slice(0, 4) : `’${found.months[t]!.slice(2, 4)}`}
            </text>
          </g>
        ))}
    </svg>
  )
}
