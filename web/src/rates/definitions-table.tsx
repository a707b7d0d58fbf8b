import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import type { Clocks } from '../portfolio/api.ts'
import type { RateRow, RatesAnswer } from './api.ts'
import { RateFigure } from './rate-figure.tsx'
import { ratesTexts } from './texts.ts'

/** 정의 견주기: every measure by every definition; choosing a row asks for it. */
export function DefinitionsTable({ answer, clocks, onPick }: { answer: RatesAnswer; clocks: Clocks; onPick: (row: RateRow) => void }) {
  const texts = useTexts(ratesTexts)
  const { locale } = useFormats()
  return (
    <section className="rt-blk" aria-labelledby="rt-defs">
      <header>
        <h2 id="rt-defs">{texts.definitionsTitle}</h2>
        <p>{texts.definitionsLead}</p>
      </header>
      <table className="tb tb--cards">
        <thead>
          <tr>
            <th>{texts.name}</th>
            <th>{texts.above}</th>
            <th>{texts.below}</th>
            <th className="num">{texts.values}</th>
            <th className="num">{texts.rate}</th>
            <th className="rt-bar">
              <span className="vh">{texts.bar}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <tr
              key={`${row.measure}-${row.definition}`}
              aria-current={row.measure === answer.measure && row.definition === answer.definition ? true : undefined}
            >
              <th scope="row">
                <button type="button" className="rt-pick" onClick={() => onPick(row)}>
                  {row.name[locale]}
                </button>
              </th>
              <td data-l={texts.above}>{row.aboveText[locale]}</td>
              <td data-l={texts.below}>{row.belowText[locale]}</td>
              <td className="num" data-l={texts.values}>
                <RateFigure held={row.above} of={row.aboveText[locale]} clocks={clocks} /> /{' '}
                <RateFigure held={row.below} of={row.belowText[locale]} clocks={clocks} />
              </td>
              <td className="num" data-l={texts.rate}>
                <b>
                  <RateFigure held={row.rate} of={row.name[locale]} clocks={clocks} />
                </b>
              </td>
              <td className="rt-bar">
                {row.rate.value === null ? null : (
                  <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={Math.min(100, Number(row.rate.value) * 100)} height="12" />
                  </svg>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
