import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import { fitted } from '../economy/text-width.ts'
import type { Shown } from './analysis-frame.tsx'
import { nameOf, plain } from './numbers.ts'
import { structureTexts } from './texts-structure.ts'

const ROW = 26
const MOST = 24

/** 입지계수 막대: of one year alone, what is concentrated here; growth needs another year. */
export function QuotientBars({ of, report }: Pick<Shown<'structure'>, 'of' | 'report'>) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const name = (id: string) => nameOf(of.industries.find((one) => one.id === id)!, locale)
  const known = report.industries.filter((one) => one.quotient !== null).sort((a, b) => b.quotient! - a.quotient!)
  return (
    <section className="an-blk" aria-labelledby="an-quotients" style={{ marginTop: 0 }}>
      <header>
        <h2 id="an-quotients">{texts.quotientBars}</h2>
        <p>{texts.quotientBarsLead(String(report.to))}</p>
      </header>
      <ChartFrame
        name={texts.quotientBars}
        draw={(width) => <Drawing rows={known.slice(0, MOST).map((one) => ({ name: name(one.id), value: one.quotient! }))} width={width} />}
        head={[texts.industry, texts.persons, `${texts.share} (%)`, texts.quotient, texts.density, texts.present]}
        rows={report.industries.map((one) => [
          name(one.id),
          one.persons,
          Number((100 * one.share).toFixed(2)),
          one.quotient === null ? null : Number(one.quotient.toFixed(2)),
          Number(one.density.toFixed(3)),
          one.present ? texts.yes : texts.no,
        ])}
        caption={known.length > MOST ? texts.quotientBarsMore(String(MOST), String(known.length)) : undefined}
      />
    </section>
  )
}

function Drawing({ rows, width }: { rows: readonly { name: string; value: number }[]; width: number }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const left = width > 600 ? 260 : 128
  const right = width - 52
  const most = Math.max(1, ...rows.map((one) => one.value))
  const x = (value: number) => left + ((right - left) * value) / most
  const height = 26 + rows.length * ROW
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${height + 8}`}
      role="img"
      aria-label={`${texts.quotientBars}: ${rows
        .slice(0, 3)
        .map((one) => `${one.name} ${plain(one.value, locale, 1)}`)
        .join(', ')}`}
    >
      {rows.map((one, i) => (
        <g key={one.name}>
          <text x={0} y={24 + i * ROW + 16} fontSize="13">
            {fitted(one.name, left - 10, 13)}
          </text>
          <rect
            x={left}
            y={24 + i * ROW + 5}
            width={Math.max(1, x(one.value) - left)}
            height={14}
            fill={one.value >= 1 ? 'var(--primary)' : 'var(--st-2)'}
          />
          <text className="halo" x={x(one.value) + 6} y={24 + i * ROW + 16} fontSize="12.5">
            {plain(one.value, locale, 2)}
          </text>
        </g>
      ))}
      <path d={`M${left} 18V${height}`} stroke="var(--ink)" strokeWidth="1.25" />
      <path d={`M${x(1)} 18V${height}`} stroke="var(--ink)" strokeDasharray="3 3" />
      <text className="un" x={x(1)} y={12} textAnchor="middle">
        1
      </text>
    </svg>
  )
}
