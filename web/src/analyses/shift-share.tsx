import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame } from '../economy/chart-frame.tsx'
import { widthOf } from '../economy/text-width.ts'
import type { Shown } from './analysis-frame.tsx'
import { industryName } from './industry-name.ts'
import { marksBetween, short, signed } from './numbers.ts'
import { structureTexts } from './texts-structure.ts'

type Report = Shown<'structure'>['report']
const parts = ['national', 'mix', 'regional'] as const

/** 변이할당: where gains and losses came from, year by year and by industry. */
export function ShiftShare({ of, report, parts: change }: Shown<'structure'> & { parts: NonNullable<Report['shiftShare']> }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const whole = (value: number) => Math.round(value)
  const rows = report.industries
    .map(
      (one, j) =>
        ({ id: one.id, ...Object.fromEntries([...parts, 'total' as const].map((part) => [part, change[part][j]!])) }) as Record<string, number> & {
          id: string
        },
    )
    .sort((a, b) => Math.abs(b.total!) - Math.abs(a.total!))
  return (
    <section className="an-blk" aria-labelledby="an-shift">
      <header>
        <h2 id="an-shift">{texts.shift}</h2>
        <p>{texts.shiftLead}</p>
      </header>
      <ChartFrame
        name={texts.shift}
        draw={(width) => <Drawing report={report} width={width} />}
        head={[texts.year, texts.national, texts.mix, texts.regional, texts.total]}
        rows={report.shiftShareByYear.map((one) => [one.year, whole(one.national), whole(one.mix), whole(one.regional), whole(one.total)])}
      />
      {report.newHere.length > 0 ? <p className="sm">{texts.newHere(report.newHere.map((id) => industryName(of, id, locale)).join(', '))}</p> : null}
      {report.vanished.length > 0 ? (
        <p className="sm">{texts.vanished(report.vanished.map((id) => industryName(of, id, locale)).join(', '))}</p>
      ) : null}
      <table className="tb tb--cards">
        <thead>
          <tr>
            <th>{texts.industry}</th>
            <th className="num">{texts.total}</th>
            <th className="num">{texts.national}</th>
            <th className="num">{texts.mix}</th>
            <th className="num">{texts.regional}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 12).map((row) => (
            <tr key={row.id}>
              <th scope="row">{industryName(of, row.id, locale)}</th>
              <td className="num" data-l={texts.total}>
                <b>{signed(row.total!, locale)}</b>
              </td>
              {parts.map((part) => (
                <td key={part} className="num" data-l={texts[part]}>
                  {signed(row[part]!, locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const fills = ['var(--st-2)', 'var(--s-3)', 'var(--s-1)'] as const

function Drawing({ report, width }: { report: Report; width: number }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const rows = report.shiftShareByYear
  const ends = rows.map(
    (row) => [parts.reduce((sum, part) => sum + Math.min(0, row[part]), 0), parts.reduce((sum, part) => sum + Math.max(0, row[part]), 0)] as const,
  )
  const [low, high] = [Math.min(0, ...ends.map((one) => one[0])), Math.max(1, ...ends.map((one) => one[1]))]
  const [left, right, top, bottom] = [54, width - 10, 26, 246]
  const y = (value: number) => bottom - ((bottom - top) * (value - low)) / (high - low)
  const each = (right - left) / rows.length
  const keyWidth = (part: (typeof parts)[number]) => 44 + widthOf(texts[part], 12.5)
  const stacked = parts.reduce((sum, part) => sum + keyWidth(part), 0) > width
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${bottom + (stacked ? 90 : 52)}`}
      role="img"
      aria-label={texts.shiftChart(rows.map((one) => `${one.year} ${signed(Math.round(one.total), locale)}`).join(', '))}
    >
      <text className="un" x={0} y={11}>
        {texts.total}
      </text>
      {marksBetween(low, high).map((mark) => (
        <g key={mark}>
          <path className={mark === 0 ? 'zero' : 'gr'} d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {short(mark, locale)}
          </text>
        </g>
      ))}
      {rows.map((row, k) => {
        let [up, down] = [0, 0]
        const x = left + k * each + each * 0.2
        return (
          <g key={row.year}>
            {parts.map((part, i) => {
              const value = row[part]
              const from = value >= 0 ? up : down
              if (value >= 0) up += value
              else down += value
              return (
                <rect
                  key={part}
                  x={x}
                  width={each * 0.6}
                  y={Math.min(y(from), y(from + value))}
                  height={Math.abs(y(from) - y(from + value))}
                  fill={fills[i]}
                />
              )
            })}
            <path d={`M${x - 3} ${y(row.total)}H${x + each * 0.6 + 3}`} stroke="var(--ink)" strokeWidth="2.5" />
            <text className="tk" x={x + each * 0.3} y={bottom + 20} textAnchor="middle">
              {width > 600 ? row.year : `’${String(row.year).slice(2)}`}
            </text>
          </g>
        )
      })}
      {parts.map((part, i) => {
        const x = stacked ? 0 : parts.slice(0, i).reduce((sum, before) => sum + keyWidth(before), 0)
        const y = bottom + 36 + (stacked ? 19 * i : 0)
        return (
          <g key={part}>
            <rect x={x} y={y} width="13" height="13" fill={fills[i]} />
            <text className="un" x={x + 19} y={y + 11}>
              {texts[part]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
