import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import { widthOf } from '../economy/text-width.ts'
import type { Shown } from './analysis-frame.tsx'
import { marksBetween, nameOf, percent, plain, short } from './numbers.ts'
import { structureTexts } from './texts-structure.ts'

type Given = Pick<Shown<'structure'>, 'of' | 'report'>

/** 입지계수와 증가율: a circle an industry, its size the persons at work. */
export function BubbleChart({ of, report }: Given) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const name = (id: string) => nameOf(of.industries.find((one) => one.id === id)!, locale)
  const share = (value: number | null) => (value === null ? null : Number((100 * value).toFixed(2)))
  return (
    <section className="an-blk" aria-labelledby="an-bubbles" style={{ marginTop: 0 }}>
      <header>
        <h2 id="an-bubbles">{texts.bubbles}</h2>
        <p>{texts.bubblesLead(String(report.from), String(report.to))}</p>
      </header>
      <ChartFrame
        name={texts.bubbles}
        draw={(width) => <Drawing of={of} report={report} width={width} />}
        head={[
          texts.industry,
          texts.persons,
          `${texts.share} (%)`,
          texts.quotient,
          `${texts.growth} (%)`,
          `${texts.nation} (%)`,
          texts.density,
          texts.present,
        ]}
        rows={report.industries.map((one) => [
          name(one.id),
          one.persons,
          share(one.share),
          one.quotient === null ? null : Number(one.quotient.toFixed(2)),
          share(one.growth),
          share(one.nationGrowth),
          Number(one.density.toFixed(3)),
          one.present ? texts.yes : texts.no,
        ])}
        caption={texts.caption}
      />
    </section>
  )
}

function Drawing({ of, report, width }: Given & { width: number }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const wide = width > 600
  const shown = report.industries.filter((one) => one.quotient !== null && one.quotient > 0 && one.growth !== null)
  const leading = new Set(report.candidates.slice(0, 3).map((one) => one.industry))
  const name = (id: string) => nameOf(of.industries.find((one) => one.id === id)!, locale)
  const growth = shown.map((one) => 100 * one.growth!)
  const mean = 100 * (report.total.growth ?? 0)
  const quotients = shown.map((one) => one.quotient!)
  const [lowQ, highQ] = [Math.min(0.5, ...quotients) * 0.85, Math.max(2, ...quotients) * 1.2]
  const [lowG, highG] = [Math.min(mean, ...growth) - 1.2, Math.max(mean, ...growth) + 1.6]
  const [left, right, top, bottom] = [40, width - 12, 34, wide ? 500 : 400]
  const x = (q: number) => left + ((right - left) * Math.log(q / lowQ)) / Math.log(highQ / lowQ)
  const y = (g: number) => bottom - ((bottom - top) * (g - lowG)) / (highG - lowG)
  const most = Math.max(...shown.map((one) => one.persons), 1)
  const radius = (persons: number) => Math.max(4, (wide ? 34 : 22) * Math.sqrt(persons / most))
  // three round sizes to read the circles by
  const keys = [...new Set([most / 20, most / 4, most].map((one) => Number(one.toPrecision(1))))].filter((one) => one > 0)
  const ticks = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 8]
    .filter((q) => q >= lowQ && q <= highQ)
    .filter((_, i, all) => wide || all.length < 7 || i % 2 === 0)
  const size = wide ? 13.5 : 12
  // the leading candidates and the largest get their names; one that would stand on another's stays in the table
  const meanWords = texts.mean(nameOf(of.regions.find((one) => one.id === report.region)!, locale), `${plain(mean, locale, 1)}%`)
  const taken: { x: number; y: number; w: number }[] = [
    { x: right - widthOf(meanWords, 12.5), y: y(mean) + 16, w: widthOf(meanWords, 12.5) },
    ...(wide ? [{ x: left, y: bottom - 8, w: 40 + keys.length * 74 }] : []),
  ]
  const dots = shown.map((one) => ({ id: one.id, x: x(one.quotient!), y: y(100 * one.growth!) }))
  const labels = [...shown]
    .sort((a, b) => Number(leading.has(b.id)) - Number(leading.has(a.id)) || b.persons - a.persons)
    .flatMap((one) => {
      const r = radius(one.persons)
      const text = name(one.id)
      const w = widthOf(text, size)
      const [cx, cy] = [x(one.quotient!), y(100 * one.growth!)]
      const places = [
        { x: cx + r + 5, y: cy + 5, w, anchor: 'start' as const },
        { x: cx - r - 5 - w, y: cy + 5, w, anchor: 'start' as const },
        { x: cx - w / 2, y: cy - r - 6, w, anchor: 'start' as const },
        { x: cx - w / 2, y: cy + r + 15, w, anchor: 'start' as const },
      ]
      const open = places.filter(
        (at) =>
          at.x > left &&
          at.x + at.w < width &&
          at.y > top + 22 &&
          at.y < bottom - 2 &&
          taken.every((other) => at.x > other.x + other.w + 4 || other.x > at.x + at.w + 4 || Math.abs(at.y - other.y) > size + 2),
      )
      // rather where it hides no other circle
      const free =
        open.find((at) => dots.every((dot) => dot.id === one.id || dot.x < at.x - 3 || dot.x > at.x + w + 3 || Math.abs(dot.y - at.y + 5) > size)) ??
        open[0]
      if (!free) return []
      taken.push(free)
      return [{ id: one.id, text, ...free }]
    })
  const strongest = [...shown].sort((a, b) => b.quotient! - a.quotient!).slice(0, 3)
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${bottom + 48}`}
      role="img"
      aria-label={texts.chart(
        strongest.map((one) => `${name(one.id)} ${plain(one.quotient!, locale, 1)}, ${percent(one.growth, locale)}`).join('; '),
      )}
    >
      <rect className="band2" x={x(1)} y={top} width={right - x(1)} height={Math.max(0, y(mean) - top)} />
      {marksBetween(lowG, highG).map((mark) => (
        <g key={mark}>
          <path className="gr" d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {plain(mark, locale)}
          </text>
        </g>
      ))}
      {ticks.map((q) => (
        <g key={q}>
          <path className="ax" d={`M${x(q)} ${bottom}v5`} />
          <text className="tk" x={x(q)} y={bottom + 20} textAnchor="middle">
            {q}
          </text>
        </g>
      ))}
      <path className="ax" d={`M${left} ${bottom}H${right}`} />
      <path d={`M${x(1)} ${top}V${bottom}`} stroke="var(--ink)" strokeWidth="1.25" />
      <path d={`M${left} ${y(mean)}H${right}`} stroke="var(--ink)" strokeWidth="1.25" />
      <text className="un" x={0} y={12}>
        {texts.yAxis}
      </text>
      <text className="un" x={right} y={bottom + 42} textAnchor="end">
        {wide ? texts.xAxis : texts.quotient}
      </text>
      {wide ? (
        <g>
          {keys.map((persons, i) => {
            const r = radius(persons)
            const cx = left + 40 + i * 74
            return (
              <g key={persons}>
                <circle cx={cx} cy={bottom - 26 - r} r={r} fill="none" stroke="var(--line-3)" strokeWidth="1.25" />
                <text className="tk halo" x={cx} y={bottom - 8} textAnchor="middle">
                  {texts.sizeKey(short(persons, locale))}
                </text>
              </g>
            )
          })}
        </g>
      ) : null}
      {wide ? (
        <>
          <text className="un halo" x={x(1) + 8} y={top + 16} fontWeight="650">
            {texts.strong}
          </text>
          <text className="un halo" x={left + 6} y={top + 16} fontWeight="650">
            {texts.small}
          </text>
        </>
      ) : null}
      {[...shown]
        .sort((a, b) => b.persons - a.persons)
        .map((one) => (
          <circle
            key={one.id}
            cx={x(one.quotient!)}
            cy={y(100 * one.growth!)}
            r={radius(one.persons)}
            fill={leading.has(one.id) ? 'var(--primary)' : 'var(--st-2)'}
            fillOpacity="0.82"
            stroke={leading.has(one.id) ? 'var(--primary-ink)' : 'var(--st-edge)'}
            strokeWidth="1.25"
          >
            <title>{`${name(one.id)} · ${short(one.persons, locale)}`}</title>
          </circle>
        ))}
      <text className="un halo" x={right} y={y(mean) + 16} textAnchor="end">
        {meanWords}
      </text>
      {labels.map((one) => (
        <text key={one.id} className={leading.has(one.id) ? 'lb halo' : 'halo'} x={one.x} y={one.y} fontSize={size}>
          {one.text}
        </text>
      ))}
    </svg>
  )
}
