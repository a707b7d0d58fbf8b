import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { ClaimAnswer } from './api.ts'
import { ChartFrame } from './chart-frame.tsx'
import { roundScale } from './scale.ts'
import { sectorName } from './sector-name.ts'
import { fitted } from './text-width.ts'
import { economyTexts } from './texts.ts'

interface Mark {
  name: string
  detail: string
  value: number
  kind: 'claim' | 'other' | 'fact'
}

/** Jobs for KRW 1bn of a claim; null where it does not say both. */
export const rulerValue = (claim: ClaimAnswer): number | null =>
  claim.tests.find((one) => one.test === 'jobs-per-amount' || one.test === 'jobs-per-investment')?.value ?? null

/** 같은 자로 재면: the claim's jobs for KRW 1bn among the coefficients of sectors, the largest first. */
export function RulerChart({
  title,
  claim,
  others = [],
}: {
  title: string
  claim: ClaimAnswer
  /** Other claims of the office by the same measure. */
  others?: readonly { id: string; name: string; value: number }[]
}) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const { effects } = texts
  const own = rulerValue(claim)
  if (own === null) return null
  const marks: Mark[] = [
    { name: effects.here, detail: title, value: own, kind: 'claim' as const },
    ...others.map((one) => ({ name: one.name, detail: effects.otherClaim, value: one.value, kind: 'other' as const })),
    ...claim.reference.sectors.map((one) => ({ name: one.name, detail: String(one.year), value: one.jobs, kind: 'fact' as const })),
    { name: effects.allSectors, detail: claim.reference.name.match(/\d{4}/)?.[0] ?? '', value: claim.reference.jobs, kind: 'fact' as const },
  ].sort((a, b) => b.value - a.value || (a.kind === 'claim' ? -1 : 1))
  return (
    <ChartFrame
      name={`${title} ${effects.rulerAxis}`}
      draw={(width) => <Ruler marks={marks} width={width} bad={claim.verdict === 'outside'} />}
      head={[effects.subject, effects.rulerAxis]}
      rows={marks.map((one) => [`${sectorName(one.name, locale)} (${one.detail})`, Number(one.value.toFixed(2))])}
    />
  )
}

function Ruler({ marks, width, bad }: { marks: readonly Mark[]; width: number; bad: boolean }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const { effects } = texts
  const wide = width > 600
  const step = wide ? 34 : 46
  const [left, right] = wide ? [300, width - 60] : [8, width - 52]
  const [upper, lower] = [36, 36 + marks.length * step]
  const { top, marks: ticks } = roundScale(Math.max(...marks.map((one) => one.value)))
  const x = (value: number) => left + ((right - left) * value) / top
  const others = marks.filter((one) => one.kind === 'fact' && one.name !== '농림수산품' && one.name !== effects.allSectors).map((one) => one.value)
  const [low, high] = [Math.min(...others), Math.max(...others)]
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${lower + 38}`}
      role="img"
      lang={locale}
      aria-label={`${effects.rulerAxis}: ${marks.map((one) => `${one.name} ${one.value.toFixed(1)}`).join(', ')}`}
    >
      <rect className="band" x={x(low)} y={upper} width={x(high) - x(low)} height={lower - upper} />
      <text className="un" x={x(low)} y={upper - 8}>
        {effects.rulerBand(low.toFixed(1), high.toFixed(1))}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'zero' : 'gr'} d={`M${x(tick)} ${upper}V${lower}`} />
          <text className="tk" x={x(tick)} y={lower + 18} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text className="un" x={width} y={lower + 36} textAnchor="end">
        {effects.rulerAxis}
      </text>
      {marks.map((one, i) => {
        const y = upper + i * step + (wide ? 20 : 32)
        const claim = one.kind === 'claim'
        const said = one.kind !== 'fact'
        return (
          <g key={`${one.name} ${one.detail}`}>
            <text className={one.kind === 'other' ? undefined : 'lb'} x={wide ? 0 : left} y={wide ? y + 4.5 : y - 14}>
              {fitted(sectorName(one.name, locale), wide ? left - (one.kind === 'fact' ? 60 : one.kind === 'other' ? 90 : 150) : width - 20, 13)}
            </text>
            {wide ? (
              <text className="tk" x={left - 14} y={y + 4.5} textAnchor="end">
                {fitted(one.detail, claim ? left - 90 : 90, 12.5)}
              </text>
            ) : null}
            <path d={`M${x(0)} ${y}H${x(one.value)}`} stroke={said ? 'var(--bead-claim)' : 'var(--line-3)'} strokeWidth={1.5} fill="none" />
            <circle cx={x(one.value)} cy={y} r={6} fill="var(--paper)" stroke={said ? 'var(--bead-claim)' : 'var(--bead-fact)'} strokeWidth={2} />
            {said ? null : <path d={`M${x(one.value)} ${y - 6}a6 6 0 0 0 0 12z`} fill="var(--bead-fact)" />}
            <text className={claim ? 'lb halo' : 'halo'} x={x(one.value) + 12} y={y + 4.5} style={claim && bad ? { fill: 'var(--bad)' } : undefined}>
              {one.value >= 10 ? one.value.toFixed(1) : Number(one.value.toPrecision(2))}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
