import { Button } from '#ui/button/button'
import { Figure } from '#ui/figure/figure'
import { useTexts } from '#web/shell/texts'
import type { ImpactAnswer } from './api.ts'
import { csvOf, save } from './download.ts'
import { economyTexts } from './texts.ts'
import { threeFigures } from './three-figures.ts'

/** 세금: each tax with its rate and source, by phase, and what of it falls in the region. */
export function TaxResult({ answer }: { answer: ImpactAnswer }) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const rows = answer.taxes.flatMap((tax) => tax.phases.map((one) => ({ tax, ...one })))
  const money = (value: string | null) =>
    value === null ? <span className="mut">{texts.unknown}</span> : <Figure value={threeFigures(value)} unit="KRW" style="short" />
  const take = () =>
    save(
      `${answer.title} ${impact.taxes}.csv`,
      'text/csv',
      csvOf([
        [impact.taxName, impact.taxBase, impact.taxRate, impact.taxSource, impact.phase, impact.year, impact.taxAmount],
        ...answer.taxes.flatMap((tax) =>
          tax.years.map((one) => [tax.name, impact.taxBases[tax.base]!, 100 * tax.rate, tax.source, texts.phases[one.phase]!, one.year, one.total]),
        ),
      ]),
    )
  return (
    <section className="blk" aria-labelledby="ec-taxes">
      <div className="blk-h">
        <h3 id="ec-taxes">{impact.taxes}</h3>
        <p>{impact.taxesResult}</p>
      </div>
      <table className="tb tb--cards">
        <thead>
          <tr>
            <th>{impact.taxName}</th>
            <th>{impact.phase}</th>
            <th>{impact.taxBase}</th>
            <th className="num">{impact.taxRate}</th>
            <th className="num">{impact.taxAmount}</th>
            {answer.region ? <th className="num">{impact.taxInside(answer.region.name)}</th> : null}
            <th>{impact.taxSource}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={`${one.tax.name} ${one.phase}`}>
              <th scope="row">{one.tax.name}</th>
              <td data-l={impact.phase}>{texts.phases[one.phase]}</td>
              <td data-l={impact.taxBase}>{impact.taxBases[one.tax.base]}</td>
              <td className="num" data-l={impact.taxRate}>
                {Number((100 * one.tax.rate).toFixed(4))}%
              </td>
              <td className="num" data-l={impact.taxAmount}>
                {money(one.total)}
              </td>
              {answer.region ? (
                <td className="num" data-l={impact.taxInside(answer.region.name)}>
                  {money(one.inside?.middle ?? null)}
                  {one.inside ? (
                    <span className="sub">
                      {money(one.inside.low)}–{money(one.inside.high)}
                    </span>
                  ) : null}
                </td>
              ) : null}
              <td data-l={impact.taxSource} className="sm">
                {one.tax.source}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="ec-take">
        <Button tone="text" small onClick={take}>
          {texts.takeCsv}
        </Button>
      </div>
    </section>
  )
}
