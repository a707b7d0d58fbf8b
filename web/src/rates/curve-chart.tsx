import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { VintageAnswer } from './api.ts'
import { axisTop, pathOf, percentWords } from './curve.ts'
import { labelWidth, placeLabels } from './labels.ts'
import { ratesTexts } from './texts.ts'

type Curve = VintageAnswer['curves'][number]

/** 해별 곡선: one line a year of signing. The same values stand in the table below it. */
export function CurveChart({ curves, measure }: { curves: readonly Curve[]; measure: string }) {
  return (
    <>
      <div className="wide">
        <Drawing curves={curves} measure={measure} width={1140} height={370} />
      </div>
      <div className="narrow">
        <Drawing curves={curves} measure={measure} width={358} height={330} />
      </div>
    </>
  )
}

function Drawing({ curves, measure, width, height }: { curves: readonly Curve[]; measure: string; width: number; height: number }) {
  const locale = useLocale()
  const texts = useTexts(ratesTexts)
  const top = axisTop(curves.map((curve) => Number(curve.points.at(-1)?.realised ?? 0)))
  const months = Math.max(24, ...curves.map((curve) => Math.ceil((curve.points.at(-1)?.months ?? 0) / 12) * 12))
  const [left, right, upper, lower] = [34, width - 26, 34, height - 44]
  const x = (month: number) => left + ((right - left) * month) / months
  const y = (share: number) => lower - ((lower - upper) * share) / top
  const step = months / 12 > (width > 600 ? 12 : 6) ? Math.ceil(months / 12 / (width > 600 ? 12 : 6)) * 12 : 12
  const ticks = Array.from({ length: Math.floor(months / step) + 1 }, (_, i) => i * step)
  const spoken = curves.map((curve) => texts.curveName(curve.year, percentWords(curve.points.at(-1)?.realised ?? '0'))).join(', ')
  const ends = curves.flatMap((curve) => {
    const last = curve.points.at(-1)
    if (!last) return []
    const at = { x: x(last.months), y: y(Number(last.realised)) }
    const name = texts.curveName(curve.year, percentWords(last.realised))
    const width = labelWidth(name)
    const atEnd = at.x + 9 + width > right + 20
    return [{ curve, at, name, width, atEnd, start: atEnd ? at.x + 4 - width : at.x + 9 }]
  })
  const bases = placeLabels(
    ends.map(({ start, width, at }) => ({ start, width, y: at.y })),
    upper + 20,
    lower - 3,
  )
  return (
    <svg className="ch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.chart(spoken)} lang={locale}>
      {[0, 1, 2, 3, 4, 5].map((i) => (
        <g key={i}>
          <path className={i === 0 ? 'zero' : 'gr'} d={`M${left} ${y((top * i) / 5)}H${right}`} />
          <text className="tk" x={left - 7} y={y((top * i) / 5) + 4} textAnchor="end">
            {Math.round((top * 100 * i) / 5)}
          </text>
        </g>
      ))}
      <text className="un" x={0} y={12}>
        {texts.axis(measure)}
      </text>
      {ticks.map((month) => (
        <g key={month}>
          <path className="ax" d={`M${x(month)} ${lower}v5`} />
          <text className="tk" x={x(month)} y={lower + 19} textAnchor="middle">
            {month}
          </text>
        </g>
      ))}
      <text className="un" x={right} y={height - 4} textAnchor="end">
        {texts.axisMonths}
      </text>
      <path d={`M${x(24)} ${upper}V${lower}`} stroke="var(--ink)" strokeWidth="1.25" strokeDasharray="3 3" />
      <text className="halo un" x={x(24) + (x(24) > right - 200 ? -6 : 6)} y={upper + 8} textAnchor={x(24) > right - 200 ? 'end' : 'start'}>
        {width > 600 ? texts.usual : texts.atMonths(24)}
      </text>
      {ends.map(({ curve, at, name, atEnd, start, width }, i) => {
        const style = (i % 5) + 1
        const base = bases[i]!
        const away = base < at.y - 22 ? base + 3 : base > at.y + 26 ? base - 12 : null
        const foot = Math.min(Math.max(at.x, start), start + width)
        return (
          <g key={curve.year}>
            <path className={`ln s${style}`} d={pathOf(curve.points, x, y)} />
            <circle cx={at.x} cy={at.y} r="4.5" className={`f${style}`} />
            {away === null ? null : <path className="ax" d={`M${at.x} ${at.y}L${foot} ${away}`} />}
            <text className={`lb halo f${style}`} x={at.x + (atEnd ? 4 : 9)} y={base} textAnchor={atEnd ? 'end' : 'start'}>
              {name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
