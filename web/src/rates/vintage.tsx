import { useQuery } from '@tanstack/react-query'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import type { Clocks } from '../portfolio/api.ts'
import { type RateQuestion, vintageQuery } from './api.ts'
import { percentWords, shareAt } from './curve.ts'
import { CurveChart } from './curve-chart.tsx'
import { RateFigure } from './rate-figure.tsx'
import { ratesTexts } from './texts.ts'

const ages = [12, 24, 36, 48, 60] as const

/** 나이를 맞춰 견주기: the curves of the years of signing, and the same values as a table. */
export function Vintage({ office, question, clocks }: { office: string; question: RateQuestion; clocks: Clocks }) {
  const texts = useTexts(ratesTexts)
  const { locale, count } = useFormats()
  const { data, error } = useQuery(vintageQuery(office, question))
  if (error) return <ProblemNote error={error} />
  if (!data || data.curves.length === 0) return null
  return (
    <section className="rt-blk" aria-labelledby="rt-vintage">
      <header>
        <h2 id="rt-vintage">{texts.vintage}</h2>
        <p>{texts.vintageLead}</p>
      </header>
      <figure>
        <CurveChart curves={data.curves} measure={texts.measures[data.measure] ?? data.measure} />
        <figcaption className="cap">
          {texts.vintageNote(texts.definitions[data.definition] ?? data.definition, question.definition === 'spent')}
        </figcaption>
      </figure>
      <table className="tb tb--cards">
        <thead>
          <tr>
            <th>{texts.year}</th>
            <th className="num">{texts.agreements}</th>
            <th className="num">{texts.outcome}</th>
            {ages.map((age) => (
              <th key={age} className="num">
                {texts.atMonths(age)}
              </th>
            ))}
            <th className="num">{texts.plain}</th>
          </tr>
        </thead>
        <tbody>
          {data.curves.map((curve) => (
            <tr key={curve.year}>
              <th scope="row">{curve.year}</th>
              <td className="num" data-l={texts.agreements}>
                {count(curve.agreements)}
              </td>
              <td className="num" data-l={texts.outcome}>
                {count(curve.realised)} · {count(curve.withdrawn)} · {count(curve.open)}
              </td>
              {ages.map((age) => {
                const share = shareAt(curve.points, age)
                return (
                  <td key={age} className="num" data-l={texts.atMonths(age)}>
                    {share === null ? <span className="mut">{texts.tooYoung}</span> : percentWords(share)}
                  </td>
                )
              })}
              <td className="num" data-l={texts.plain}>
                <RateFigure held={curve.rate} of={`${curve.year} ${data.definitionText[locale]}`} clocks={clocks} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.missing.length > 0 ? (
        <details className="rt-left">
          <summary>{texts.missing(data.missing.length)}</summary>
          <ul>
            {data.missing.map((one, index) => (
              <li key={`${one.subjectId}-${index}`}>
                {one.subjectName} <span className="mut">{texts.reasons[one.reason]}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
