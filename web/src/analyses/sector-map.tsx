import { Fragment } from 'react'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { CaseOf, ReportOf } from './api.ts'
import { nameOf } from './numbers.ts'
import { warningTexts } from './texts-warning.ts'

/**
 * How dark a month is: deviations under −1, −2 and −3.
 *
 * [depth(-0.5), depth(-1.2), depth(-2.5), depth(-3.4), depth(null)] // => [0, 1, 3, 4, 'n']
 */
export const depth = (deviation: number | null): 0 | 1 | 3 | 4 | 'n' =>
  deviation === null ? 'n' : deviation <= -3 ? 4 : deviation <= -2 ? 3 : deviation <= -1 ? 1 : 0

/** 업종 지도: the last twelve months of every sector of a zone, darker the farther under the usual. */
export function SectorMap({ of, report, zone, measure }: { of: CaseOf<'warning'>; report: ReportOf<'warning'>; zone: string; measure: string }) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const rows = of.series
    .filter((one) => one.zone === zone && one.measure === measure && one.sector !== null)
    .flatMap((one) => {
      const found = report.series.find((own) => own.id === one.id)
      return found?.deviations ? [{ series: one, months: found.months, deviations: found.deviations }] : []
    })
  if (rows.length === 0) return null
  const last = rows
    .map((row) => row.months.at(-1)!)
    .sort()
    .at(-1)!
  const shown = rows.find((row) => row.months.at(-1) === last)!.months.slice(-12)
  const low = rows.flatMap(({ series, months: own, deviations }) => {
    const deep = shown.filter((month) => depth(deviations[own.indexOf(month)] ?? null) === 4)
    return deep.length > 0 ? [texts.heatLow(nameOf(series, locale), deep.map((month) => month.slice(2)).join(', '))] : []
  })
  return (
    <section className="an-blk" aria-labelledby="an-sectors">
      <header>
        <h2 id="an-sectors">{texts.sectors}</h2>
        <p>{texts.sectorsLead}</p>
      </header>
      <div className="an-hm" role="img" aria-label={texts.heat(low.length > 0 ? low.join('; ') : texts.heatNone)}>
        <span className="h" />
        {shown.map((month) => (
          <span className="h" key={month}>
            {Number(month.slice(5))}
          </span>
        ))}
        {rows.map(({ series, months: own, deviations }) => (
          <Fragment key={series.id}>
            <b>{nameOf(series, locale)}</b>
            {shown.map((month) => {
              const deviation = deviations[own.indexOf(month)] ?? null
              const dark = depth(deviation)
              return (
                <span key={month} className={`t-${dark}`}>
                  {dark === 4 ? `−${Math.floor(-deviation!)}` : ''}
                </span>
              )
            })}
          </Fragment>
        ))}
      </div>
      <p className="cap">
        {([1, 3, 4] as const).map((dark, k) => (
          <Fragment key={dark}>
            <span className={`swatch t-${dark}`} /> {texts.below(String(k + 1))} &nbsp;{' '}
          </Fragment>
        ))}
      </p>
    </section>
  )
}
