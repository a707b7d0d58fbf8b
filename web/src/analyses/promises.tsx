import { Bead } from '#ui/bead/bead'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { useSource } from '../portfolio/source.tsx'
import type { Shown } from './analysis-frame.tsx'
import { percent, plain } from './numbers.ts'
import { forecastTexts } from './texts-forecast.ts'

/** 약속에서 오는 것: each promise with its chance and what it brings on average; its bead opens the sentence. */
export function Promises({ of, report, view }: Shown<'forecast'>) {
  const texts = useTexts(forecastTexts)
  const locale = useLocale()
  const open = useSource()
  const sum = report.expected.reduce((total, one) => total + one.expected, 0)
  return (
    <section className="an-blk" aria-labelledby="an-promised">
      <header>
        <h2 id="an-promised">{texts.promised}</h2>
        <p>{texts.promisedLead}</p>
      </header>
      {report.expected.length === 0 ? (
        <p className="mut">{texts.noPromises}</p>
      ) : (
        <table className="tb tb--cards">
          <thead>
            <tr>
              <th>{texts.promise}</th>
              <th>{texts.sector}</th>
              <th className="num">{texts.amount}</th>
              <th className="num">{texts.probability}</th>
              <th className="num">{texts.begins}</th>
              <th className="num">{texts.expected}</th>
            </tr>
          </thead>
          <tbody>
            {report.expected.map((one, i) => {
              const source = view.promised.find((own) => own.name === one.name)
              return (
                <tr key={`${one.name} ${i}`}>
                  <th scope="row">{one.name}</th>
                  <td data-l={texts.sector}>{texts.kinds[one.sector] ?? one.sector}</td>
                  <td className="num" data-l={texts.amount}>
                    <span className="fig">
                      {plain(one.amount, locale)}
                      {source ? <Bead kind="fact" of={one.name} onOpen={() => open({ kind: 'fact', id: source.factId })} /> : null}
                    </span>
                  </td>
                  <td className="num" data-l={texts.probability}>
                    {percent(one.probability, locale, 0)}
                  </td>
                  <td className="num" data-l={texts.begins}>
                    {source?.startYear ?? of.pipeline?.items.find((own) => own.name === one.name)?.startYear}
                    {source ? <span className="sub">{texts.phases[source.phase]}</span> : null}
                  </td>
                  <td className="num" data-l={texts.expected}>
                    {plain(one.expected, locale)}
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {texts.expected}
              </th>
              <td className="num">
                <b>{plain(sum, locale)}</b>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}
