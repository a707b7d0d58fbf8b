import { type Locale, useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import type { Effect, ImpactAnswer } from './api.ts'
import { ChartFrame, PAPER } from './chart-frame.tsx'
import { widthOf, wrapped } from './text-width.ts'
import { economyTexts } from './texts.ts'
import { threeFigures } from './three-figures.ts'

type Phase = ImpactAnswer['phases'][number]
const measures = ['output', 'valueAdded', 'employed', 'employees', 'taxes', 'imports'] as const

interface Row {
  name: string
  effect: Effect
  /** Years that the whole is divided by: what runs is told by the year. */
  years: number
}

/** 효과 막대: each measure of a phase with its amount, its parts and its range. */
export function MeasureChart({ answer, phase }: { answer: ImpactAnswer; phase: Phase }) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const years = phase.phase === 'operation' ? (phase.years ?? 1) : 1
  const region = answer.region?.name ?? null
  const rows: Row[] = measures.flatMap((measure) => {
    const effect = phase.effects[measure]
    return effect ? [{ name: texts.measures[measure]!, effect, years }] : []
  })
  const cell = (effect: Effect, text: string | null | undefined) =>
    text == null ? null : Number((Number(text) / years).toFixed(effect.unit === 'KRW' ? 0 : 1))
  const ranged = rows.some(({ effect }) => effect.inside !== null || effect.band !== null)
  return (
    <ChartFrame
      name={`${answer.title} ${texts.phases[phase.phase]}`}
      draw={(width) => <Bars rows={rows} region={region} width={width} />}
      head={[
        impact.measure,
        impact.unit,
        impact.total,
        impact.direct,
        impact.indirect,
        impact.induced,
        ...(region ? [impact.inside(region), impact.outside] : []),
        ...(ranged ? [impact.low, impact.high] : []),
      ]}
      rows={rows.map(({ name, effect }) => [
        name,
        texts.units[effect.unit],
        cell(effect, effect.total),
        cell(effect, effect.direct),
        cell(effect, effect.indirect),
        cell(effect, effect.induced),
        ...(region ? [cell(effect, effect.inside?.middle), cell(effect, effect.outside)] : []),
        ...(ranged ? [cell(effect, (effect.inside ?? effect.band)?.low), cell(effect, (effect.inside ?? effect.band)?.high)] : []),
      ])}
    />
  )
}

const said = (text: string, { effect, years }: Row, locale: Locale) =>
  quantityText(threeFigures(String(Number(text) / years)), effect.unit, locale, 'short')

/** What stands beside a bar: its parts, what stays in the region, what wages add. */
function details(row: Row, region: string | null, locale: Locale, impact: (typeof economyTexts)['ko']['impact']): string[] {
  const { effect } = row
  const range = effect.inside ?? effect.band
  const span = range ? `${said(range.low, row, locale)}–${said(range.high, row, locale)}` : ''
  return [
    ...(effect.direct === null
      ? []
      : [`${impact.direct} ${said(effect.direct, row, locale)} · ${impact.indirect} ${said(effect.indirect ?? '0', row, locale)}`]),
    ...(effect.inside && region ? [`${impact.inside(region)} ${said(effect.inside.middle, row, locale)} (${span})`] : range ? [span] : []),
    ...(effect.induced === null ? [] : [`${impact.induced} +${said(effect.induced, row, locale)}`]),
  ]
}

const SMALL = 12.5

function Bars({ rows, region, width }: { rows: readonly Row[]; region: string | null; width: number }) {
  const { impact } = useTexts(economyTexts)
  const locale = useLocale()
  const wide = width > 600
  const paper = width === PAPER
  const line = paper ? 15.5 : 17
  const side = paper ? 310 : wide ? 372 : width
  const large = locale === 'en' ? (paper ? 16 : 19) : paper ? 20 : 23
  // name and amount stand side by side, however long they are in the language in use
  const beside = Math.max(0, ...rows.map((row) => widthOf(row.name, 13.5) + 18 + widthOf(said(row.effect.total, row, locale), large)))
  const [left, right] = wide ? [Math.max(paper ? 232 : 300, beside + 24), width - side - 24] : [0, width]
  let end = 0
  const placed = rows.map((row) => {
    const lines = details(row, region, locale, impact).flatMap((one) => wrapped(one, side, SMALL))
    const y = end
    const height = wide ? Math.max(paper ? 52 : 58, lines.length * line + (paper ? 6 : 14)) : 62 + lines.length * line
    end += height
    return { row, lines, y, height }
  })
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${end + 1}`}
      role="img"
      lang={locale}
      aria-label={rows.map((row) => `${row.name} ${said(row.effect.total, row, locale)}`).join(', ')}
    >
      {placed.map(({ row, lines, y, height }) => {
        const middle = wide ? y + height / 2 : y + 42
        const base = wide ? middle + 8 : y + 26
        return (
          <g key={row.name}>
            <path className="gr" d={`M0 ${y + 0.5}H${width}`} />
            <text className="lb" x={0} y={wide ? middle + 5 : base - 1} fontSize={wide ? 13.5 : 14}>
              {row.name}
            </text>
            <text className="lb" x={wide ? left - 24 : width} y={base} textAnchor="end" fontSize={wide ? large : locale === 'en' ? 17 : 19}>
              {said(row.effect.total, row, locale)}
            </text>
            <Bar effect={row.effect} left={left} right={right} y={middle} />
            {lines.map((one, i) => (
              <text
                key={one}
                className="tk"
                x={wide ? width - side : 0}
                y={wide ? middle - ((lines.length - 1) * line) / 2 + i * line + 4.5 : y + 68 + i * line}
              >
                {one}
              </text>
            ))}
          </g>
        )
      })}
      <path className="gr" d={`M0 ${end + 0.5}H${width}`} />
    </svg>
  )
}

/** The total light, what stays inside dark, a whisker over the band. */
function Bar({ effect, left, right, y }: { effect: Effect; left: number; right: number; y: number }) {
  const total = Number(effect.total)
  const range = effect.inside ?? effect.band
  const top = Math.max(total, Number(range?.high ?? 0)) * 1.02 || 1
  const x = (value: number) => left + ((right - left) * Math.max(0, value)) / top
  const dark = effect.inside ? Number(effect.inside.middle) : effect.direct === null ? total : Number(effect.direct)
  const [low, high] = range ? [x(Number(range.low)), x(Number(range.high))] : [0, 0]
  return (
    <>
      <rect className="band2" x={left} y={y - 5} width={right - left} height={10} />
      <rect x={left} y={y - 5} width={x(total) - left} height={10} fill="var(--s-2)" opacity={0.45} />
      <rect x={left} y={y - 5} width={x(Math.min(dark, total)) - left} height={10} fill="var(--primary)" />
      {range && range.low !== range.high ? (
        <path d={`M${low} ${y}H${high}M${low} ${y - 8}v16M${high} ${y - 8}v16`} stroke="var(--ink)" strokeWidth={1.75} fill="none" />
      ) : null}
    </>
  )
}
