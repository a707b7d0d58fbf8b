import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ChartFrame, PAPER } from '../economy/chart-frame.tsx'
import type { Shown } from './analysis-frame.tsx'
import { marksBetween, percent, plain, signed } from './numbers.ts'
import { structureTexts } from './texts-structure.ts'

type Report = Shown<'structure'>['report']

/** 다양성과 회복력: how many industries carry the region, and how it came through downturns. */
export function Diversity({ report }: Shown<'structure'>) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const three = (value: number | null) => (value === null ? null : Number(value.toFixed(3)))
  const known = report.diversity.filter((one) => one.effective !== null).length
  const change = (value: number) => signed(100 * value, locale, 1).concat('%')
  return (
    <section className="an-blk" aria-labelledby="an-diverse">
      <header>
        <h2 id="an-diverse">{texts.diversity}</h2>
        <p>{texts.diversityLead}</p>
      </header>
      <div className="an-two">
        {known < 2 ? (
          <Indices report={report} />
        ) : (
          <ChartFrame
            name={texts.diversity}
            draw={(width) => <Drawing report={report} width={width === PAPER ? 400 : Math.min(width, 560)} />}
            head={[texts.year, texts.effective, texts.hachman, texts.krugman, texts.related, texts.unrelated]}
            rows={report.diversity.map((one) => [
              one.year,
              three(one.effective),
              three(one.hachman),
              three(one.krugman),
              three(one.related),
              three(one.unrelated),
            ])}
          />
        )}
        <div>
          {report.from !== report.to && report.downturns.length === 0 ? <p className="an-why">{texts.noDownturn}</p> : null}
          {report.downturns.map((one) => (
            <p className="an-why" key={one.peak}>
              {texts.downturn(String(one.peak), String(one.trough), change(one.nation), change(one.region), change(one.expected))}{' '}
              {one.resistance === null || Math.abs(one.resistance) < 0.02 ? texts.asExpected : one.resistance > 0 ? texts.resisted : texts.yielded}{' '}
              {one.recovery === null
                ? ''
                : one.recovery >= 0
                  ? texts.recovered(percent(one.recovery, locale, 0)!)
                  : texts.lagged(percent(-one.recovery, locale, 0)!)}
            </p>
          ))}
        </div>
      </div>
    </section>
  )
}

/** One year alone, or nobody at work: its indices as numbers. */
function Indices({ report }: { report: Report }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const one = report.diversity.at(-1)!
  const shown = [
    [texts.effective, one.effective],
    [texts.hachman, one.hachman],
    [texts.krugman, one.krugman],
    [texts.related, one.related],
    [texts.unrelated, one.unrelated],
  ] as const
  return (
    <dl className="kv">
      {shown.map(([name, value]) => (
        <div className="kv-p" key={name}>
          <dt>{name}</dt>
          <dd>{value === null ? texts.notKnown : plain(value, locale, 2)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Drawing({ report, width }: { report: Report; width: number }) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const rows = report.diversity.filter((one) => one.effective !== null)
  const values = rows.map((one) => one.effective!)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const pad = Math.max(0.2, (high - low) * 0.2)
  const [left, right, top, bottom] = [40, width - 44, 26, 190]
  const x = (k: number) => left + ((right - left) * k) / Math.max(1, rows.length - 1)
  const y = (value: number) => bottom - ((bottom - top) * (value - low + pad)) / (high - low + 2 * pad)
  const every = width > 400 ? 2 : 3
  return (
    <svg
      className="ch"
      viewBox={`0 0 ${width} ${bottom + 26}`}
      role="img"
      aria-label={texts.diversityChart(`${rows[0]!.year} ${plain(values[0]!, locale, 1)}, ${rows.at(-1)!.year} ${plain(values.at(-1)!, locale, 1)}`)}
    >
      <text className="un" x={0} y={11}>
        {texts.effective}
      </text>
      {marksBetween(low - pad, high + pad, 4).map((mark) => (
        <g key={mark}>
          <path className="gr" d={`M${left} ${y(mark)}H${right}`} />
          <text className="tk" x={left - 7} y={y(mark) + 4} textAnchor="end">
            {plain(mark, locale, Number.isInteger(mark) ? 0 : 1)}
          </text>
        </g>
      ))}
      <path className="ln s1" d={rows.map((one, k) => `${k === 0 ? 'M' : 'L'}${x(k)} ${y(one.effective!)}`).join('')} />
      <text className="lb halo" x={right + 8} y={y(values.at(-1)!) + 4}>
        {plain(values.at(-1)!, locale, 1)}
      </text>
      {rows.map((one, k) =>
        (rows.length - 1 - k) % every === 0 ? (
          <text key={one.year} className="tk" x={x(k)} y={bottom + 20} textAnchor="middle">
            {one.year}
          </text>
        ) : null,
      )}
    </svg>
  )
}
