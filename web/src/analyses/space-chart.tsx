import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import { widthOf } from '../economy/text-width.ts'
import type { Shown } from './analysis-frame.tsx'
import { nameOf } from './numbers.ts'
import { structureTexts } from './texts-structure.ts'

/** 산업공간: industries near to one another; full circles are present, empty ones are not. */
export function SpaceChart({ of, report }: Shown<'structure'>) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const name = (at: number) => nameOf(of.industries[at]!, locale)
  return (
    <section className="an-blk" aria-labelledby="an-space">
      <header>
        <h2 id="an-space">{texts.space}</h2>
        <p>{texts.spaceLead}</p>
      </header>
      <ChartFrame
        name={texts.space}
        draw={(width) => <Drawing of={of} report={report} width={width} />}
        head={[texts.industry, texts.link, texts.strength]}
        rows={report.space.links.map((link) => [name(link.a), name(link.b), Number(link.strength.toFixed(3))])}
      />
    </section>
  )
}

function Drawing({ of, report, width }: Pick<Shown<'structure'>, 'of' | 'report'> & { width: number }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const wide = width > 600
  const height = wide ? 520 : 460
  const pad = wide ? 90 : 40
  const at = report.space.points.map((one) => ({ x: pad + one.x * (width - 2 * pad), y: 24 + one.y * (height - 48) }))
  const leading = new Map(report.candidates.slice(0, 3).map((one) => [one.industry, one.rank]))
  const size = wide ? 12.5 : 11
  const taken: { x: number; y: number; w: number }[] = []
  const labels = of.industries
    .map((one, i) => ({ one, i }))
    .sort(
      (a, b) =>
        (leading.get(a.one.id) ?? 9) - (leading.get(b.one.id) ?? 9) ||
        Number(report.industries[b.i]!.present) - Number(report.industries[a.i]!.present),
    )
    .flatMap(({ one, i }) => {
      const text = nameOf(one, locale)
      const w = widthOf(text, size)
      const here = at[i]!
      const places = [
        { x: here.x + 11, y: here.y + 4, w },
        { x: here.x - 11 - w, y: here.y + 4, w },
        { x: here.x - w / 2, y: here.y - 12, w },
        { x: here.x - w / 2, y: here.y + 22, w },
      ]
      const free = places.find(
        (place) =>
          place.x >= 0 &&
          place.x + w <= width &&
          taken.every((other) => place.x > other.x + other.w + 3 || other.x > place.x + w + 3 || Math.abs(place.y - other.y) > size + 1),
      )
      if (!free) return []
      taken.push(free)
      return [{ id: one.id, text, ...free }]
    })
  const words = report.candidates.slice(0, 3).map((one) => nameOf(of.industries.find((own) => own.id === one.industry)!, locale))
  return (
    <svg className="ch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.spaceChart(words.join(', '))}>
      {report.space.links.map((link) => (
        <path
          key={`${link.a} ${link.b}`}
          d={`M${at[link.a]!.x} ${at[link.a]!.y}L${at[link.b]!.x} ${at[link.b]!.y}`}
          stroke="var(--line-2)"
          strokeWidth={0.6 + 3 * link.strength}
        />
      ))}
      {report.industries.map((one, i) => (
        <circle
          key={one.id}
          cx={at[i]!.x}
          cy={at[i]!.y}
          r={leading.has(one.id) ? 9 : 7}
          fill={one.present ? 'var(--st-3)' : 'var(--paper)'}
          stroke={leading.has(one.id) ? 'var(--bad)' : 'var(--st-edge)'}
          strokeWidth={leading.has(one.id) ? 3 : 1.5}
        />
      ))}
      {labels.map((one) => (
        <text key={one.id} className={leading.has(one.id) ? 'lb halo' : 'halo'} x={one.x} y={one.y} fontSize={size}>
          {one.text}
        </text>
      ))}
    </svg>
  )
}
