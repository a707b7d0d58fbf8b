import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { ImpactAnswer } from './api.ts'
import { ChartFrame } from './chart-frame.tsx'
import { moneyUnit } from './money-unit.ts'
import { roundScale } from './scale.ts'
import { sectorName } from './sector-name.ts'
import { economyTexts } from './texts.ts'

const won = (text: string | null) => Number(text ?? 0)
const number = (text: string | null) => (text === null ? null : Number(text))
const difference = (whole: string | null, part: string | null) => (whole === null || part === null ? null : Number(whole) - Number(part))
const shown = (value: number) =>
  value === 0 ? '0' : Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : Number(value.toPrecision(3)).toString()

/** Years that are known, the earliest first; what has no year stands last. */
const inOrder = (answer: ImpactAnswer) => answer.years.filter((one) => one.output !== null).sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999))

/** 해마다: output of each year, what stays in the region dark. */
export function YearChart({ answer }: { answer: ImpactAnswer }) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const years = inOrder(answer)
  const label = (one: (typeof years)[number]) => (one.year === null ? texts.unknown : String(one.year))
  return (
    <ChartFrame
      name={`${answer.title} ${impact.years}`}
      draw={(width) => <YearBars answer={answer} width={width} />}
      head={[
        impact.yearHead,
        impact.phase,
        texts.measures.output!,
        texts.measures.valueAdded!,
        texts.measures.employed!,
        ...(answer.region ? [impact.inside(answer.region.name), impact.outside] : []),
      ]}
      rows={years.map((one) => [
        label(one),
        texts.phases[one.phase]!,
        number(one.output),
        number(one.valueAdded),
        number(one.employed),
        ...(answer.region ? [number(one.outputInside), difference(one.output, one.outputInside)] : []),
      ])}
      caption={answer.region ? impact.yearsCaption : impact.yearsCaptionNation}
    />
  )
}

function YearBars({ answer, width }: { answer: ImpactAnswer; width: number }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const years = inOrder(answer)
  const height = 260
  const largest = Math.max(...years.map((one) => won(one.output)), 0)
  const unit = moneyUnit(largest, locale)
  const tn = (text: string | null) => won(text) / unit.won
  const { top, marks } = roundScale(largest / unit.won)
  const [left, right, upper, lower] = [40, width - 8, 30, height - 30]
  const slot = (right - left) / Math.max(1, years.length)
  const bar = Math.min(56, slot * 0.7)
  const y = (value: number) => lower - ((lower - upper) * value) / top
  const every = Math.ceil(years.length / (width > 600 ? 20 : 8))
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      lang={locale}
      aria-label={`${texts.impact.yearAxis(unit.name)}: ${years.map((one) => `${one.year ?? texts.unknown} ${shown(tn(one.output))}`).join(', ')}`}
    >
      <text className="un" x={0} y={14}>
        {texts.impact.yearAxis(unit.name)}
      </text>
      {marks.map((mark) => (
        <g key={mark}>
          <path className={mark === 0 ? 'zero' : 'gr'} d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {years.map((one, i) => {
        const x = left + slot * i + (slot - bar) / 2
        const value = tn(one.output)
        const inside = tn(one.outputInside)
        return (
          <g key={`${one.phase} ${one.year}`}>
            <rect
              x={x}
              y={y(value)}
              width={bar}
              height={lower - y(value)}
              fill={one.phase === 'construction' ? 'var(--s-2)' : 'var(--s-1)'}
              opacity={one.outputInside === null ? 1 : 0.45}
            />
            {one.outputInside === null ? null : (
              <rect x={x} y={y(inside)} width={bar} height={lower - y(inside)} fill={one.phase === 'construction' ? 'var(--s-2)' : 'var(--s-1)'} />
            )}
            {years.length <= 12 ? (
              <text className="halo" x={x + bar / 2} y={y(value) - 6} textAnchor="middle">
                {shown(value)}
              </text>
            ) : null}
            {i % every === 0 ? (
              <text className="tk" x={x + bar / 2} y={lower + 18} textAnchor="middle">
                {one.year ?? texts.unknown}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}

const mostSectors = 12

/** 업종마다: the sectors that gain most over both phases, direct dark, indirect light. */
export function SectorChart({ answer }: { answer: ImpactAnswer }) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const locale = useLocale()
  const all = bySector(answer)
  return (
    <ChartFrame
      name={`${answer.title} ${impact.sectors}`}
      draw={(width) => <SectorBars rows={all.slice(0, mostSectors)} width={width} />}
      head={[
        impact.sector,
        impact.direct,
        impact.indirect,
        impact.induced,
        texts.measures.valueAdded!,
        texts.measures.employed!,
        ...(answer.region ? [impact.inside(answer.region.name), impact.outside] : []),
      ]}
      rows={all.map((one) => [
        sectorName(one.sector, locale),
        Math.round(one.direct),
        Math.round(one.indirect),
        one.induced === null ? null : Math.round(one.induced),
        one.valueAdded === null ? null : Math.round(one.valueAdded),
        one.employed === null ? null : Number(one.employed.toFixed(1)),
        ...(answer.region
          ? [one.inside === null ? null : Math.round(one.inside), one.inside === null ? null : Math.round(one.direct + one.indirect - one.inside)]
          : []),
      ])}
    />
  )
}

interface SectorSum {
  sector: string
  direct: number
  indirect: number
  induced: number | null
  inside: number | null
  valueAdded: number | null
  employed: number | null
}

/** Both phases of a sector added up, the largest first. */
export function bySector(answer: Pick<ImpactAnswer, 'sectors'>): SectorSum[] {
  const made = new Map<string, SectorSum>()
  const add = (a: number | null, b: string | null) => (a === null || b === null ? null : a + Number(b))
  for (const one of answer.sectors) {
    const before = made.get(one.sector) ?? { sector: one.sector, direct: 0, indirect: 0, induced: 0, inside: 0, valueAdded: 0, employed: 0 }
    made.set(one.sector, {
      sector: one.sector,
      direct: before.direct + Number(one.direct),
      indirect: before.indirect + Number(one.indirect),
      induced: add(before.induced, one.induced),
      inside: add(before.inside, one.inside),
      valueAdded: add(before.valueAdded, one.valueAdded),
      employed: add(before.employed, one.employed),
    })
  }
  return [...made.values()].sort((a, b) => b.direct + b.indirect - a.direct - a.indirect)
}

function SectorBars({ rows, width }: { rows: readonly SectorSum[]; width: number }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const wide = width > 600
  const step = wide ? 30 : 44
  const left = wide ? 230 : 8
  const right = width - 60
  const height = rows.length * step + 26
  const largest = Math.max(...rows.map((one) => one.direct + one.indirect), 0)
  const unit = moneyUnit(largest, locale)
  const { top, marks } = roundScale(largest / unit.won)
  const x = (value: number) => left + ((right - left) * value) / unit.won / top
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      lang={locale}
      aria-label={rows.map((one) => `${one.sector} ${shown((one.direct + one.indirect) / unit.won)}`).join(', ')}
    >
      {marks.map((mark) => (
        <g key={mark}>
          <path className={mark === 0 ? 'zero' : 'gr'} d={`M${x(mark * unit.won)} 4V${height - 22}`} />
          <text className="tk" x={x(mark * unit.won)} y={height - 6} textAnchor="middle">
            {mark}
          </text>
        </g>
      ))}
      <text className="un" x={width} y={height - 6} textAnchor="end">
        {unit.name}
      </text>
      {rows.map((one, i) => {
        const y = i * step + (wide ? 8 : 22)
        return (
          <g key={one.sector}>
            <text className="lb" x={wide ? left - 12 : left} y={wide ? y + 11 : y - 6} textAnchor={wide ? 'end' : 'start'}>
              {sectorName(one.sector, locale)}
            </text>
            <rect x={left} y={y} width={Math.max(0, x(one.direct) - left)} height={14} fill="var(--primary)" />
            <rect
              x={x(one.direct)}
              y={y}
              width={Math.max(0, x(one.direct + one.indirect) - x(one.direct))}
              height={14}
              fill="var(--s-2)"
              opacity={0.55}
            />
            <text className="halo" x={x(one.direct + one.indirect) + 6} y={y + 11.5}>
              {shown((one.direct + one.indirect) / unit.won)}
            </text>
          </g>
        )
      })}
      <title>{texts.impact.sectorsLead}</title>
    </svg>
  )
}
