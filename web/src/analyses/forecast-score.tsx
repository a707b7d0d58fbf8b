import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { ReportOf } from './api.ts'
import { percent, plain } from './numbers.ts'
import { forecastTexts } from './texts-forecast.ts'

/** 지난 전망의 성적: what was said, what came, and the two scores. */
export function ForecastScore({ report }: { report: ReportOf<'forecast'> }) {
  const texts = useTexts(forecastTexts)
  const locale = useLocale()
  const { score, hindcast } = report
  return (
    <section className="an-blk" aria-labelledby="an-score">
      <header>
        <h2 id="an-score">{texts.past}</h2>
        <p>{texts.pastLead}</p>
      </header>
      <dl className="an-nums">
        <div>
          <dt>{texts.coverage}</dt>
          <dd>{percent(score.coverage, locale, 0) ?? texts.notYet}</dd>
          <dd className="sub">{texts.ofIntervals(String(score.intervals))}</dd>
        </div>
        <div>
          <dt>{texts.brier}</dt>
          <dd>{score.brier === null ? texts.notYet : plain(score.brier, locale, 3)}</dd>
          <dd className="sub">{texts.brierLead(String(score.chances))}</dd>
        </div>
        <div>
          <dt>{texts.waiting}</dt>
          <dd>{plain(score.open, locale)}</dd>
          <dd className="sub">{texts.open(String(score.open))}</dd>
        </div>
      </dl>
      {hindcast ? <p className="sm">{texts.hindcast(percent(hindcast.coverage, locale, 0)!, String(hindcast.count))}</p> : null}
      {score.rows.length > 0 ? (
        <table className="tb tb--cards">
          <thead>
            <tr>
              <th>{texts.madeOn}</th>
              <th>{texts.year}</th>
              <th className="num">{texts.low}</th>
              <th className="num">{texts.high}</th>
              <th className="num">{texts.came}</th>
              <th>{texts.inside}</th>
            </tr>
          </thead>
          <tbody>
            {score.rows.map((row) => (
              <tr key={`${row.madeOn} ${row.year}`}>
                <th scope="row">{row.madeOn}</th>
                <td data-l={texts.year}>{row.year}</td>
                <td className="num" data-l={texts.low}>
                  {plain(row.low, locale)}
                </td>
                <td className="num" data-l={texts.high}>
                  {plain(row.high, locale)}
                </td>
                <td className="num" data-l={texts.came}>
                  {row.actual === null ? texts.waiting : plain(row.actual, locale)}
                </td>
                <td data-l={texts.inside}>{row.inside === null ? texts.waiting : row.inside ? texts.yes : texts.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
