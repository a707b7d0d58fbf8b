import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import type { Clocks } from '../portfolio/api.ts'
import { useSource } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import type { RatesAnswer } from './api.ts'
import { RateFigure } from './rate-figure.tsx'
import { ratesTexts } from './texts.ts'

/** 출처가 통째로 밝힌 값: the rates that follow from what a source states of a whole cohort. */
export function Stated({ stated, clocks }: { stated: RatesAnswer['stated']; clocks: Clocks }) {
  const texts = useTexts(ratesTexts)
  const { locale } = useFormats()
  const open = useSource()
  if (stated.length === 0) return null
  return (
    <section className="rt-blk" aria-labelledby="rt-stated">
      <header>
        <h2 id="rt-stated">{texts.stated}</h2>
        <p>{texts.statedLead}</p>
      </header>
      {stated.map((cohort) => (
        <div key={`${cohort.subjectId}-${cohort.from}`}>
          <p className="sm mut">
            {cohort.subjectName} · {cohort.from} – {cohort.to}
          </p>
          <div className="rt-big">
            {[...cohort.rates]
              .sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure))
              .map((one) => (
                <div key={one.measure}>
                  <h3>{texts.measures[one.measure]}</h3>
                  <span className="n">
                    <RateFigure held={one.rate} of={`${texts.stated}, ${one.name[locale]}`} clocks={clocks} />
                  </span>
                  <p>
                    <Value
                      held={one.above}
                      kind="fact"
                      of={texts.above}
                      unknown={texts.unknown}
                      onOpen={() => open({ kind: 'fact', id: one.above.factId })}
                    />{' '}
                    /{' '}
                    <Value
                      held={one.below}
                      kind="fact"
                      of={texts.below}
                      unknown={texts.unknown}
                      onOpen={() => open({ kind: 'fact', id: one.below.factId })}
                    />
                  </p>
                </div>
              ))}
          </div>
          <p className="rt-def">{cohort.rates[0]?.text[locale]}</p>
        </div>
      ))}
    </section>
  )
}

const order = ['money', 'count', 'jobs']
